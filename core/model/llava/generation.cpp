// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/generation.h"

#include <algorithm>
#include <utility>

namespace core::model {

Result<GeneratedTokens> generate(PictureSession& session, at::Tensor logits,
                                 const GenerationLimits& limits, Sampler sampler,
                                 const GenerationObserver& observer, std::stop_token stop) {
    GeneratedTokens generated;
    while (std::ssize(generated.ids) < limits.most) {
        if (stop.stop_requested())
            return cancelled();
        const std::int64_t id = sampler.pick(logits);
        generated.ids.push_back(id);
        if (observer.token)
            observer.token(id);
        generated.hasEnd = std::ranges::find(limits.endTokenIds, id) != limits.endTokenIds.end();
        if (generated.hasEnd || std::ssize(generated.ids) == limits.most)
            break;
        AttentionObserver attention;
        if (observer.attention)
            attention = [&, number = std::ssize(generated.ids)](std::int64_t layer,
                                                                const at::Tensor& lastRow) {
                observer.attention(number, layer, lastRow);
            };
        auto next = session.append(id, attention, stop);
        if (!next)
            return tl::unexpected(next.error());
        logits = std::move(*next);
    }
    return generated;
}

} // namespace core::model
