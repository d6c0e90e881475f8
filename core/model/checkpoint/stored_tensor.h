// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint/safetensors.h"

#include <ATen/ATen.h>

#include <optional>
#include <vector>

namespace core::model {

/// libtorch's name of a type; nothing for types that weights are not stored in.
[[nodiscard]] std::optional<at::ScalarType> scalarTypeOf(DataType type);

/// A copy of a tensor of a file in float32; undefined when its type is no floating-point one.
[[nodiscard]] at::Tensor wideTensor(const SafetensorsFile& file, const TensorEntry& entry);

/// The bytes of a tensor in another type, row by row.
/// @param type  F32, F16, BF16 or F64
[[nodiscard]] std::vector<std::uint8_t> storedBytes(const at::Tensor& tensor, DataType type);

} // namespace core::model
