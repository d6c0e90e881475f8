// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval_answers.h"

#include "app/cli/exit_codes.h"
#include "core/model/sentence_encoder.h"

namespace app::cli {

using core::evaluation::PublishedFigures;

CssEncoder::CssEncoder() = default;
CssEncoder::~CssEncoder() = default;

core::Result<void> CssEncoder::load(const std::string& directory) {
    if (directory.empty())
        return {};
    auto encoder = core::model::SentenceEncoder::load(directory);
    if (!encoder)
        return tl::unexpected(encoder.error());
    m_encoder = std::move(*encoder);
    return {};
}

core::Result<PublishedFigures>
CssEncoder::figures(std::span<const core::evaluation::StoredAnswer> answers,
                    std::stop_token stop) const {
    core::evaluation::Embedding embed;
    if (m_encoder)
        embed = [&](std::span<const std::string> texts) { return m_encoder->embed(texts, stop); };
    auto figures = publishedFigures(answers, embed);
    if (figures && m_encoder)
        figures->encoder = m_encoder->name();
    return figures;
}

int scoreAnswers(const AnswerScoring& scoring, CommandContext& context) {
    const auto refuse = [&](const core::Error& error, int code) {
        context.status.say(error.message);
        return error.code == core::ErrorCode::Cancelled ? kInterrupted : code;
    };
    const auto answers = core::evaluation::readStoredAnswers(scoring.answers, scoring.data);
    if (!answers)
        return refuse(answers.error(), kWrongUsage);
    CssEncoder encoder;
    if (const auto loaded = encoder.load(scoring.encoder); !loaded)
        return refuse(loaded.error(), kEngineFailed);
    const auto figures = encoder.figures(*answers, context.interruption.token());
    if (!figures)
        return refuse(figures.error(), kSomeFailed);
    if (!scoring.encoder.empty() && figures->withReference == 0)
        context.status.say("There is no CSS: the answers have no references; name FakeClue's list "
                           "with --data.");
    context.output.write(scoring.isJson ? "{\"published\":" + toJson(*figures) + "}\n"
                                        : readableText(*figures));
    return context.output.isBroken() ? kSomeFailed : kAllDone;
}

} // namespace app::cli
