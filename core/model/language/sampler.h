// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <random>

namespace core::model {

struct SamplingOptions {
    double temperature = 0; ///< 0: always the likeliest token
    double topP = 1;        ///< only the likeliest tokens that together reach this share, 0 to 1
    std::uint64_t seed = 0;
};

/// Chooses the next token. The same options and logits give the same tokens on every machine.
/// @source Holtzman et al., "The Curious Case of Neural Text Degeneration", 2020 (top-p)
class Sampler {
  public:
    explicit Sampler(const SamplingOptions& options) : m_options(options), m_random(options.seed) {}

    /// @param logits  [vocabulary]
    [[nodiscard]] std::int64_t pick(const at::Tensor& logits);

  private:
    SamplingOptions m_options;
    std::mt19937_64 m_random;
};

} // namespace core::model
