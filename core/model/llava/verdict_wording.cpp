// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/verdict_wording.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace core::model {

namespace {

constexpr std::string_view kFakeWording = "This is a fake image.";
constexpr std::string_view kRealWording = "This is a real image.";

/// Natural logarithm of the two probabilities' sum.
double together(const WordingScores& scores) {
    const double larger = std::max(scores.logFake, scores.logReal);
    return larger + std::log(std::exp(scores.logFake - larger) + std::exp(scores.logReal - larger));
}

} // namespace

std::vector<std::int64_t> continuationTokens(const Tokenizer& tokenizer, std::string_view prompt,
                                             std::string_view text) {
    const auto before = tokenizer.encode(prompt, Tokenizer::Start::WholeText);
    const auto whole =
        tokenizer.encode(std::string(prompt).append(text), Tokenizer::Start::WholeText);
    // Where the border would be merged into one token, the text is cut on its own.
    const bool isBorderKept =
        whole.size() > before.size() && std::equal(before.begin(), before.end(), whole.begin());
    if (!isBorderKept)
        return tokenizer.encode(text, Tokenizer::Start::Continuation);
    return std::vector<std::int64_t>(whole.begin() + std::ssize(before), whole.end());
}

Result<VerdictLikelihood> scoreWordings(const Tokenizer& tokenizer, std::string_view prompt,
                                        PictureSession& session, const at::Tensor& logits,
                                        std::stop_token stop, std::optional<Separator> only) {
    VerdictLikelihood likelihood;
    for (const Separator separator : {Separator::Newline, Separator::Space}) {
        if (only && *only != separator)
            continue;
        WordingScores& scores = likelihood.bySeparator[static_cast<std::size_t>(separator)];
        for (const bool isFake : {true, false}) {
            const std::string text = std::string(separator == Separator::Newline ? "\n" : " ")
                                         .append(isFake ? kFakeWording : kRealWording);
            const auto score =
                session.logLikelihood(logits, continuationTokens(tokenizer, prompt, text), stop);
            if (!score)
                return tl::unexpected(score.error());
            (isFake ? scores.logFake : scores.logReal) = *score;
        }
    }
    if (only)
        return likelihood.with(*only);
    const auto& [newline, space] = likelihood.bySeparator;
    return likelihood.with(together(newline) > together(space) ? Separator::Newline
                                                               : Separator::Space);
}

} // namespace core::model
