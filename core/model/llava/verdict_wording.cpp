// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/verdict_wording.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace core::model {

namespace {

constexpr std::string_view kFakeWording = " This is a fake image.";
constexpr std::string_view kRealWording = " This is a real image.";

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
                                        std::stop_token stop) {
    VerdictLikelihood likelihood;
    for (const bool isFake : {true, false}) {
        const auto ids =
            continuationTokens(tokenizer, prompt, isFake ? kFakeWording : kRealWording);
        const auto score = session.logLikelihood(logits, ids, stop);
        if (!score)
            return tl::unexpected(score.error());
        (isFake ? likelihood.logFake : likelihood.logReal) = *score;
    }
    likelihood.pFake = 1 / (1 + std::exp(likelihood.logReal - likelihood.logFake));
    return likelihood;
}

} // namespace core::model
