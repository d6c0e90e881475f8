// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/weight_map.h"
#include "core/model/kernels/quantized_matrix.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// Metadata of quantized files; a file whose layout is another number is not read.
inline constexpr std::string_view kLayoutKey = "clueglass.layout";
inline constexpr std::string_view kLayout = "2";
inline constexpr std::string_view kRecipeKey = "clueglass.recipe";
inline constexpr std::string_view kSourceKey = "clueglass.source_sha256";

/// A tensor that stands for a part of a matrix in a quantized checkpoint.
struct QuantizedPart {
    std::string name;
    DataType type = DataType::I8;
    std::vector<std::int64_t> shape;
};

/// NAME.q8 or NAME.q4 holds the values, NAME.q8.scales or NAME.q4.scales the scales of the matrix
/// NAME [rows, columns], in the layout of QuantizedMatrix. Empty for impossible sizes.
/// @return values, then scales
[[nodiscard]] std::vector<QuantizedPart> quantizedParts(const std::string& name,
                                                        WeightFormat format, std::int64_t rows,
                                                        std::int64_t columns);

/// A matrix that lies in mapped files.
struct QuantizedPlace {
    QuantizedMatrix matrix;
    std::uint64_t bytes = 0; ///< of values and scales together
};

/// The quantized form of the matrix NAME; nothing when the folder has none.
/// @errors ModelInvalid when its parts do not fit rows, columns and each other
[[nodiscard]] Result<std::optional<QuantizedPlace>> findQuantized(const WeightMap& weights,
                                                                  const std::string& name,
                                                                  std::int64_t rows,
                                                                  std::int64_t columns);

} // namespace core::model
