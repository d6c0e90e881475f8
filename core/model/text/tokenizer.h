// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/text/segment_encoder.h"
#include "core/model/text/token_table.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// Text to token ids and back, as the checkpoint's own tokenizer does it.
class Tokenizer {
  public:
    /// WholeText: from its beginning, with the begin token in front. Continuation: the text goes on
    /// where other tokens ended.
    enum class Start { WholeText, Continuation };

    /// tokenizer.json when it is there, because the reference reads that first; else
    /// tokenizer.model.
    /// @errors ModelMissing when neither is there, ModelInvalid
    [[nodiscard]] static Result<Tokenizer> load(const std::filesystem::path& directory);
    [[nodiscard]] static Result<Tokenizer> fromJson(const std::filesystem::path& directory);
    /// tokenizer.model with the added tokens of tokenizer_config.json or added_tokens.json.
    [[nodiscard]] static Result<Tokenizer>
    fromSentencePiece(const std::filesystem::path& directory);

    [[nodiscard]] std::vector<std::int64_t> encode(std::string_view text, Start start) const;

    /// Without special tokens; bytes that form no character become U+FFFD.
    [[nodiscard]] std::string decode(std::span<const std::int64_t> ids) const;

    /// Raw bytes of one token; empty for special tokens and ids without a token.
    [[nodiscard]] std::string bytesOf(std::int64_t id) const;

    /// The id of an added token or of a piece of the vocabulary, e.g. "<image>".
    [[nodiscard]] std::optional<std::int64_t> idOf(std::string_view token) const;
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(m_tokens.size()); }
    [[nodiscard]] const std::string& fileName() const { return m_fileName; }

  private:
    Tokenizer() = default;
    void finish(const std::filesystem::path& directory);
    [[nodiscard]] const AddedToken* addedAt(std::string_view text) const;

    std::string m_fileName;
    std::unique_ptr<SegmentEncoder> m_encoder;
    TokenTable m_tokens;
    std::vector<AddedToken> m_added;       ///< longest first
    std::optional<std::int64_t> m_beginId; ///< put in front of whole texts
};

/// Turns tokens into text as they come: a character is given out when its last byte is there.
class StreamingDecoder {
  public:
    explicit StreamingDecoder(const Tokenizer& tokenizer) : m_tokenizer(tokenizer) {}

    [[nodiscard]] std::string add(std::int64_t id);
    /// What is left at the end. The pieces together are Tokenizer::decode of all ids.
    [[nodiscard]] std::string finish();

  private:
    const Tokenizer& m_tokenizer;
    std::string m_pending;
    bool m_isStart = true;
};

} // namespace core::model
