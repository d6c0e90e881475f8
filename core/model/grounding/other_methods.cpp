// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grounding/other_methods.h"

#include "core/model/grounding/attention_collector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace core::model {

namespace {

AttentionShape singleHead(const ModelConfig& config) {
    AttentionShape shape = shapeFor(config);
    shape.firstLayer = 0;
    shape.endLayer = 1;
    shape.heads = 1;
    return shape;
}

/// Where the text's image tokens stand, without a class token.
std::int64_t firstOfGrid(const GroundedText& text) {
    const ModelConfig& config = text.model.config();
    return std::ranges::find(text.whole, config.imageTokenId) - text.whole.begin() +
           (config.keepsClassToken ? 1 : 0);
}

at::Tensor embedded(const GroundedText& text) {
    at::Tensor rows = text.model.decoder().embed(text.whole);
    const auto first = std::ranges::find(text.whole, text.model.config().imageTokenId);
    rows.narrow(0, first - text.whole.begin(), text.picture.size(0)).copy_(text.picture);
    return rows;
}

/// Feeds one map for each token of the answer into a record.
/// @param mapOf  the map of the token with this number: [image tokens]
AttentionRecord recorded(const GroundedText& text,
                         const std::function<at::Tensor(std::size_t)>& mapOf) {
    AttentionRecord record(singleHead(text.model.config()));
    StreamingDecoder decoder(text.tokenizer);
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.answer.size(); ++i) {
        const std::string piece = decoder.add(text.answer[i]);
        const at::Tensor map = mapOf(i).to(at::kCPU, at::kFloat).contiguous();
        record.addLayer(0, {map.data_ptr<float>(), static_cast<std::size_t>(map.numel())});
        record.addToken(piece, {written, written + piece.size()});
        written += piece.size();
    }
    return record;
}

} // namespace

Result<AttentionRecord> rolledOut(const GroundedText& text, std::stop_token stop) {
    const ModelConfig& config = text.model.config();
    const LlamaDecoder& decoder = text.model.decoder();
    const std::int64_t total = std::ssize(text.whole);
    std::vector<at::Tensor> layers;
    for (std::int64_t layer = 0; layer < config.text.layers; ++layer)
        layers.push_back(at::zeros({total, total}));
    KvCache cache = decoder.makeCache();
    const at::Tensor rows = embedded(text);
    for (std::int64_t row = 0; row < total; ++row) {
        const auto observe = [&](std::int64_t layer, const at::Tensor& lastRow) {
            layers[static_cast<std::size_t>(layer)][row]
                .narrow(0, 0, row + 1)
                .copy_(lastRow.mean(0));
        };
        const std::array steps = {SequenceStep{&cache, 1, total, observe, {}}};
        if (auto pass = decoder.forward(rows.narrow(0, row, 1), steps, stop); !pass)
            return tl::unexpected(pass.error());
    }
    at::Tensor flow = at::eye(total);
    for (const at::Tensor& attention : layers) {
        if (stop.stop_requested())
            return cancelled();
        flow = at::mm((attention + at::eye(total)) / 2, flow);
    }
    const std::int64_t tokens = config.vision.patches();
    const at::Tensor toImage = flow.narrow(1, firstOfGrid(text), tokens);
    return recorded(text, [&](std::size_t number) {
        // A row chooses the token behind it.
        const std::int64_t row = text.promptTokens - 1 + static_cast<std::int64_t>(number);
        return toImage[std::min(row, total - 1)];
    });
}

Result<AttentionRecord> seenThroughTheHead(const GroundedText& text, std::stop_token stop) {
    const ModelConfig& config = text.model.config();
    const LlamaDecoder& decoder = text.model.decoder();
    const std::int64_t first = firstOfGrid(text);
    const std::int64_t tokens = config.vision.patches();
    const auto layerAt = [&](double depth) {
        return std::min<std::int64_t>(
            config.text.layers - 1, std::llround(depth * static_cast<double>(config.text.layers)));
    };
    std::vector<at::Tensor> states;
    const auto keep = [&](std::int64_t layer, const at::Tensor& rows) {
        for (const double depth : {0.6, 0.75, 0.9})
            if (layer == layerAt(depth))
                states.push_back(rows.narrow(0, first, tokens).clone());
    };
    KvCache cache = decoder.makeCache();
    const std::array steps = {SequenceStep{&cache, first + tokens, 0, {}, keep}};
    auto pass = decoder.forward(embedded(text).narrow(0, 0, first + tokens), steps, stop);
    if (!pass)
        return tl::unexpected(pass.error());
    const at::Tensor wanted =
        at::tensor(at::ArrayRef<std::int64_t>(text.answer.data(), text.answer.size()))
            .to(text.model.device());
    at::Tensor scores = at::zeros({tokens, wanted.size(0)});
    for (const at::Tensor& state : states) {
        if (stop.stop_requested())
            return cancelled();
        scores += at::log_softmax(decoder.logits(state), 1).index_select(1, wanted).to(at::kCPU);
    }
    // By word over the image tokens.
    scores = (scores - scores.mean(0, true)) / scores.std(0, false, true).clamp_min(1e-6);
    scores = scores.clamp_min(0).transpose(0, 1).contiguous();
    return recorded(text,
                    [&](std::size_t number) { return scores[static_cast<std::int64_t>(number)]; });
}

} // namespace core::model
