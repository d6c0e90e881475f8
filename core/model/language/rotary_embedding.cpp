// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/language/rotary_embedding.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace core::model {

namespace {

/// Long waves are stretched by the factor, short ones kept, those between blended.
double llama3Scaled(double frequency, const RopeScaling& scaling) {
    const double waveLength = 2 * std::numbers::pi / frequency;
    const auto positions = static_cast<double>(scaling.originalPositions);
    if (waveLength < positions / scaling.highFrequencyFactor)
        return frequency;
    if (waveLength > positions / scaling.lowFrequencyFactor)
        return frequency / scaling.factor;
    const double blend = (positions / waveLength - scaling.lowFrequencyFactor) /
                         (scaling.highFrequencyFactor - scaling.lowFrequencyFactor);
    return (1 - blend) * frequency / scaling.factor + blend * frequency;
}

} // namespace

RotaryEmbedding::RotaryEmbedding(const TextConfig& config, at::Device device)
    : m_config(config), m_device(device), m_frequencies(frequencies(config.ropeTheta)) {}

at::Tensor RotaryEmbedding::frequencies(double theta) const {
    const RopeScaling& scaling = m_config.ropeScaling;
    std::vector<float> values;
    for (std::int64_t pair = 0; pair < m_config.headSize / 2; ++pair) {
        // Rounded to float32 where the reference rounds, because positions multiply the difference.
        const auto exponent = static_cast<float>(2 * pair) / static_cast<float>(m_config.headSize);
        double frequency = 1.0F / std::pow(static_cast<float>(theta), exponent);
        if (scaling.kind == RopeScaling::Kind::Linear)
            frequency /= scaling.factor;
        if (scaling.kind == RopeScaling::Kind::Llama3)
            frequency = llama3Scaled(frequency, scaling);
        values.push_back(static_cast<float>(frequency));
    }
    return at::tensor(values).to(m_device);
}

RotaryEmbedding::Turn RotaryEmbedding::turn(std::int64_t first, std::int64_t rows,
                                            std::int64_t length) const {
    at::Tensor perPosition = m_frequencies;
    const RopeScaling& scaling = m_config.ropeScaling;
    if (scaling.kind == RopeScaling::Kind::Dynamic && length > m_config.maxPositions) {
        const double stretch = scaling.factor * static_cast<double>(length) /
                                   static_cast<double>(m_config.maxPositions) -
                               (scaling.factor - 1);
        const auto size = static_cast<double>(m_config.headSize);
        perPosition = frequencies(m_config.ropeTheta * std::pow(stretch, size / (size - 2)));
    }
    const at::Tensor positions =
        at::arange(first, first + rows, at::TensorOptions().dtype(at::kFloat).device(m_device));
    const at::Tensor half = at::outer(positions, perPosition);
    const at::Tensor angles = at::cat({half, half}, 1).unsqueeze(1); // [rows, 1, headSize]
    return {angles.cos(), angles.sin()};
}

at::Tensor RotaryEmbedding::applied(const at::Tensor& x, const Turn& turn) {
    const std::int64_t half = x.size(2) / 2;
    const at::Tensor rotated = at::cat({x.narrow(2, half, half).neg(), x.narrow(2, 0, half)}, 2);
    return x * turn.cosine + rotated * turn.sine;
}

} // namespace core::model
