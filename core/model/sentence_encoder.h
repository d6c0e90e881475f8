// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace core::model {

/// Turns sentences into vectors whose cosine says how alike their meanings are: a BERT encoder in a
/// sentence-transformers folder (paraphrase-MiniLM-L6-v2, all-MiniLM-L6-v2 and their like), with
/// its WordPiece vocabulary and mean pooling. For one thread at a time. No exception leaves it.
class SentenceEncoder {
  public:
    /// @errors ModelMissing; ModelInvalid, with its own sentence for other kinds of encoders and
    ///         other poolings
    [[nodiscard]] static Result<std::unique_ptr<SentenceEncoder>>
    load(const std::filesystem::path& directory);
    ~SentenceEncoder();
    SentenceEncoder(const SentenceEncoder&) = delete;
    SentenceEncoder& operator=(const SentenceEncoder&) = delete;

    /// The mean over all tokens, those that open and close the text included.
    /// @return  for each text its vector, all of the same length
    /// @errors LimitExceeded, Cancelled
    [[nodiscard]] Result<std::vector<std::vector<float>>> embed(std::span<const std::string> texts,
                                                                std::stop_token stop = {}) const;
    [[nodiscard]] const std::string& name() const; ///< of the folder

  private:
    class Implementation;
    explicit SentenceEncoder(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

/// -1 to 1; 0 when either vector is zero.
[[nodiscard]] double cosineOf(std::span<const float> a, std::span<const float> b);

} // namespace core::model
