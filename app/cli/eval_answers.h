// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/evaluation/published_figures.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace core::model {
class SentenceEncoder;
}

namespace app::cli {

/// --sentence-encoder: what CSS is measured with.
class CssEncoder {
  public:
    CssEncoder();
    ~CssEncoder();
    /// @param directory  empty for none
    /// @errors those of SentenceEncoder::load
    [[nodiscard]] core::Result<void> load(const std::string& directory);
    /// @errors those of publishedFigures
    [[nodiscard]] core::Result<core::evaluation::PublishedFigures>
    figures(std::span<const core::evaluation::StoredAnswer> answers, std::stop_token stop) const;

  private:
    std::unique_ptr<core::model::SentenceEncoder> m_encoder;
};

/// What `eval --answers` needs.
struct AnswerScoring {
    std::string answers; ///< file
    std::string data;    ///< FakeClue's list; may be empty
    std::string encoder; ///< folder; may be empty
    bool isJson = false;
};

/// Scores stored answers without a model. @return the exit code
[[nodiscard]] int scoreAnswers(const AnswerScoring& scoring, CommandContext& context);

} // namespace app::cli
