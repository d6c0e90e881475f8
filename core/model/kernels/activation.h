// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint/model_config.h"

#include <ATen/ATen.h>

namespace core::model {

/// The nonlinearity of a feed-forward layer, element by element.
/// @source Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016 (quick: x * sigmoid(1.702 x))
[[nodiscard]] at::Tensor activated(const at::Tensor& x, Activation activation);

} // namespace core::model
