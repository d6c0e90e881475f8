// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/language/kv_cache.h"

#include <algorithm>
#include <utility>

namespace core::model {

namespace {

constexpr std::int64_t kStep = 256;

} // namespace

KvCache::KvCache(const TextConfig& config, at::Device device, at::ScalarType type)
    : m_heads(config.keyValueHeads), m_headSize(config.headSize),
      m_options(at::TensorOptions().dtype(type).device(device)),
      m_layers(static_cast<std::size_t>(config.layers)) {}

void KvCache::reserve(Layer& layer, std::int64_t rows) const {
    const std::int64_t present = layer.keys.defined() ? layer.keys.size(1) : 0;
    if (rows <= present)
        return;
    const std::int64_t capacity = (rows + kStep - 1) / kStep * kStep;
    for (at::Tensor* tensor : {&layer.keys, &layer.values}) {
        at::Tensor larger = at::empty({m_heads, capacity, m_headSize}, m_options);
        if (m_length > 0)
            larger.narrow(1, 0, m_length).copy_(tensor->narrow(1, 0, m_length));
        *tensor = std::move(larger);
    }
}

void KvCache::write(std::int64_t layer, const at::Tensor& keys, const at::Tensor& values) {
    Layer& target = m_layers[static_cast<std::size_t>(layer)];
    const std::int64_t rows = keys.size(0);
    reserve(target, m_length + rows);
    target.keys.narrow(1, m_length, rows).copy_(keys.transpose(0, 1));
    target.values.narrow(1, m_length, rows).copy_(values.transpose(0, 1));
}

at::Tensor KvCache::keys(std::int64_t layer, std::int64_t count) const {
    return m_layers[static_cast<std::size_t>(layer)].keys.narrow(1, 0, count);
}

at::Tensor KvCache::values(std::int64_t layer, std::int64_t count) const {
    return m_layers[static_cast<std::size_t>(layer)].values.narrow(1, 0, count);
}

KvCache KvCache::copied(std::int64_t length) const {
    KvCache copy = *this;
    copy.m_length = std::min(length, m_length);
    for (Layer& layer : copy.m_layers) {
        const Layer shared = std::exchange(layer, {});
        if (copy.m_length == 0)
            continue;
        const std::int64_t capacity = (copy.m_length + kStep - 1) / kStep * kStep;
        layer.keys = at::empty({m_heads, capacity, m_headSize}, m_options);
        layer.values = at::empty({m_heads, capacity, m_headSize}, m_options);
        layer.keys.narrow(1, 0, copy.m_length).copy_(shared.keys.narrow(1, 0, copy.m_length));
        layer.values.narrow(1, 0, copy.m_length).copy_(shared.values.narrow(1, 0, copy.m_length));
    }
    return copy;
}

void KvCache::truncate(std::int64_t length) {
    m_length = std::min(m_length, length);
}

} // namespace core::model
