// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint/model_config.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::model {

/// A tensor that a checkpoint of this configuration must hold, under its canonical name (see
/// WeightMap).
struct ExpectedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
};

/// All of them, vision tower first. With a tied head there is none for the output layer.
[[nodiscard]] std::vector<ExpectedTensor> expectedTensors(const ModelConfig& config);

} // namespace core::model
