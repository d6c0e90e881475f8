// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grounding/attention_collector.h"

#include "core/model/grounding/sinks.h"

#include <algorithm>
#include <cmath>

namespace core::model {

namespace {

/// How many hidden dimensions may carry massive activations.
constexpr std::int64_t kMostDimensions = 3;

/// |x| / RMS(x) of each entry.
at::Tensor prominence(const at::Tensor& rows) {
    return rows.abs() / rows.square().mean(-1, /*keepdim=*/true).sqrt().clamp_min(1e-12);
}

std::vector<float> floatsOf(const at::Tensor& tensor) {
    const at::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
    const auto* values = plain.data_ptr<float>();
    return {values, values + plain.numel()};
}

/// Published dimensions of LLaMA-2's massive activations, for texts whose begin was not observed.
std::vector<std::int64_t> knownDimensions(std::int64_t width) {
    if (width == 4096)
        return {1415, 2533};
    if (width == 5120)
        return {2100, 4743};
    return {};
}

} // namespace

SinkFinder::SinkFinder(const ModelConfig& config)
    : m_layer(shapeFor(config).firstLayer - 1), m_width(config.text.hiddenSize),
      m_tokens(config.vision.patches()), m_dimensions(knownDimensions(m_width)),
      m_norms(static_cast<std::size_t>(m_tokens), 0),
      m_largest(static_cast<std::size_t>(m_tokens), 0.0F) {}

void SinkFinder::show(const at::Tensor& features) {
    // The class token stands in front when the checkpoint keeps it.
    const at::Tensor tokens = features.narrow(0, features.size(0) - m_tokens, m_tokens);
    m_norms = outlyingNorms(floatsOf(tokens.norm(2, 1)));
    std::ranges::fill(m_largest, 0.0F);
}

void SinkFinder::addStates(std::int64_t layer, std::int64_t first, const at::Tensor& rows,
                           std::int64_t firstImage) {
    if (layer != std::max<std::int64_t>(0, m_layer))
        return;
    const at::Tensor prominent = prominence(rows);
    if (first == 0) {
        // The begin token is a sink in every text and shows the dimensions.
        const auto [values, places] =
            prominent.select(0, 0).topk(std::min(kMostDimensions, m_width));
        const std::vector<float> top = floatsOf(values);
        const std::vector<char> isMassive = massiveTokens(top, static_cast<int>(m_width));
        m_dimensions.clear();
        for (std::size_t i = 0; i < top.size(); ++i)
            if (isMassive[i] != 0)
                m_dimensions.push_back(places[static_cast<std::int64_t>(i)].item<std::int64_t>());
    }
    const std::int64_t from = std::max(first, firstImage);
    const std::int64_t to = std::min(first + rows.size(0), firstImage + m_tokens);
    if (m_dimensions.empty() || from >= to)
        return;
    const at::Tensor seen = prominent.narrow(0, from - first, to - from);
    const at::Tensor wanted = at::tensor(m_dimensions, at::kLong).to(seen.device());
    const auto largest = floatsOf(seen.index_select(1, wanted).amax(1));
    std::ranges::copy(largest, m_largest.begin() + (from - firstImage));
}

std::vector<char> SinkFinder::sinks() const {
    std::vector<char> sinks = massiveTokens(m_largest, static_cast<int>(m_width));
    for (std::size_t i = 0; i < sinks.size(); ++i)
        sinks[i] = sinks[i] != 0 || m_norms[i] != 0 ? 1 : 0;
    return sinks;
}

AttentionShape shapeFor(const ModelConfig& config) {
    const auto side = static_cast<int>(config.vision.imageSize / config.vision.patchSize);
    return middleLayers(side, side, static_cast<int>(config.text.layers),
                        static_cast<int>(config.text.heads));
}

void record(AttentionRecord& record, std::int64_t layer, const at::Tensor& lastRow,
            std::int64_t firstImage) {
    const AttentionShape& shape = record.shape();
    if (layer < shape.firstLayer || layer >= shape.endLayer)
        return;
    const auto tokens = static_cast<std::int64_t>(shape.tokens());
    const at::Tensor toImage = lastRow.narrow(1, firstImage, tokens).to(at::kCPU).contiguous();
    record.addLayer(static_cast<int>(layer),
                    {toImage.data_ptr<float>(), static_cast<std::size_t>(toImage.numel())});
}

} // namespace core::model
