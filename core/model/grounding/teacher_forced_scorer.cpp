// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grounding/teacher_forced_scorer.h"

#include "core/model/grounding/occlusion.h"
#include "core/model/llava/guarded.h"
#include "core/model/llava/picture_session.h"
#include "core/model/llava/verdict_wording.h"
#include "core/model/text/prompt_template.h"

#include <string>
#include <utility>
#include <vector>

namespace core::model {

namespace {

class TeacherForcedScorer : public AnswerScorer {
  public:
    TeacherForcedScorer(const LoadedCheckpoint& checkpoint, PreparedPicture picture,
                        std::string prompt, std::vector<std::int64_t> ids, PlacedTokens answer,
                        Separator separator)
        : m_checkpoint(checkpoint), m_picture(std::move(picture)), m_prompt(std::move(prompt)),
          m_ids(std::move(ids)), m_answer(std::move(answer)), m_separator(separator),
          m_session(*checkpoint.model) {}

    Result<AnswerScores> score(const Removal& removal, std::stop_token stop) override {
        return guarded([&] { return scored(removal, stop); });
    }

    TextRange tokensOf(const TextRange& range) const override {
        TextRange tokens{m_answer.ids.size(), 0};
        for (std::size_t i = 0; i < m_answer.ranges.size(); ++i) {
            if (!m_answer.ranges[i].overlaps(range))
                continue;
            tokens.begin = std::min(tokens.begin, i);
            tokens.end = i + 1;
        }
        return tokens.begin < tokens.end ? tokens : TextRange{};
    }

    const InputGeometry& geometry() const override { return m_picture.geometry; }

    double texture(const Rect& box) const override { return textureOf(m_picture, box); }

  private:
    Result<AnswerScores> scored(const Removal& removal, std::stop_token stop) {
        const PreparedPicture changed{m_picture.geometry, occluded(m_picture, removal)};
        const auto encoded = m_checkpoint.model->encode(changed, stop);
        if (!encoded)
            return tl::unexpected(encoded.error());
        m_session.show(encoded->projected);
        const auto logits = m_session.read(m_ids, {}, stop);
        if (!logits)
            return tl::unexpected(logits.error());
        // The separator is the answer's own for every picture, so that scores can be compared.
        const auto wordings =
            scoreWordings(m_checkpoint.tokenizer, m_prompt, m_session, *logits, stop, m_separator);
        if (!wordings)
            return tl::unexpected(wordings.error());
        auto tokens = m_session.logLikelihoods(*logits, m_answer.ids, stop);
        if (!tokens)
            return tl::unexpected(tokens.error());
        return AnswerScores{wordings->logFake, wordings->logReal, std::move(*tokens)};
    }

    const LoadedCheckpoint& m_checkpoint;
    PreparedPicture m_picture;
    std::string m_prompt;
    std::vector<std::int64_t> m_ids; ///< of the prompt, image tokens repeated
    PlacedTokens m_answer;
    Separator m_separator;
    PictureSession m_session;
};

} // namespace

Result<PlacedTokens> tokensOfAnswer(const Tokenizer& tokenizer, std::string_view prompt,
                                    std::string_view answer) {
    // The model's first token may bring the space that separates prompt and answer; decoding drops
    // it.
    std::vector<std::string> spellings;
    if (!answer.starts_with(' ') && !answer.starts_with('\n'))
        spellings.push_back(' ' + std::string(answer));
    spellings.emplace_back(answer);
    for (const std::string& spelling : spellings) {
        PlacedTokens placed{continuationTokens(tokenizer, prompt, spelling), {}};
        StreamingDecoder decoder(tokenizer);
        std::string text;
        for (const std::int64_t id : placed.ids) {
            const std::size_t begin = text.size();
            text += decoder.add(id);
            placed.ranges.push_back({begin, text.size()});
        }
        text += decoder.finish();
        if (text == answer)
            return placed;
    }
    return fail(ErrorCode::InvalidArgument,
                "The answer cannot be checked: the model's tokenizer does not give it again.");
}

Result<std::unique_ptr<AnswerScorer>> makeTeacherForcedScorer(const LoadedCheckpoint& checkpoint,
                                                              PreparedPicture picture,
                                                              const std::string& prompt,
                                                              std::string_view answer) {
    const ModelConfig& config = checkpoint.model->config();
    if (answer.empty())
        return fail(ErrorCode::InvalidArgument, "There is no answer to check.");
    const auto ids = checkpoint.tokenizer.encode(prompt, Tokenizer::Start::WholeText);
    auto expanded = withImageTokens(ids, config.imageTokenId, config.imageTokens());
    if (!expanded)
        return tl::unexpected(expanded.error());
    auto placed = tokensOfAnswer(checkpoint.tokenizer, prompt, answer);
    if (!placed)
        return tl::unexpected(placed.error());
    if (std::ssize(*expanded) + std::ssize(placed->ids) > config.text.maxPositions)
        return fail(ErrorCode::InvalidArgument, "The answer is too long for the model.");
    return std::make_unique<TeacherForcedScorer>(
        checkpoint, std::move(picture), prompt, std::move(*expanded), std::move(*placed),
        answer.starts_with('\n') ? Separator::Newline : Separator::Space);
}

} // namespace core::model
