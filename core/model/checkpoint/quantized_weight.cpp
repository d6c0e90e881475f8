// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/quantized_weight.h"

namespace core::model {

namespace {

std::string_view suffixOf(WeightFormat format) {
    return format == WeightFormat::Q8 ? ".q8" : ".q4";
}

/// The bytes of a part; null when it is missing or differs from what it must be.
const WeightMap::Place* placeOf(const WeightMap& weights, const QuantizedPart& part) {
    const WeightMap::Place* place = weights.find(part.name);
    const bool fits =
        place != nullptr && place->entry->type == part.type && place->entry->shape == part.shape;
    return fits ? place : nullptr;
}

} // namespace

std::vector<QuantizedPart> quantizedParts(const std::string& name, WeightFormat format,
                                          std::int64_t rows, std::int64_t columns) {
    const auto size = quantizedSize(format, rows, columns);
    if (!size)
        return {};
    const std::string values = name + std::string(suffixOf(format));
    return {{values,
             format == WeightFormat::Q8 ? DataType::I8 : DataType::U8,
             {size->tiles, size->groups, groupBytes(format)}},
            {values + ".scales", DataType::F16, {size->tiles, size->groups, kTileRows}}};
}

Result<std::optional<QuantizedPlace>> findQuantized(const WeightMap& weights,
                                                    const std::string& name, std::int64_t rows,
                                                    std::int64_t columns) {
    for (const WeightFormat format : {WeightFormat::Q8, WeightFormat::Q4}) {
        if (weights.find(name + std::string(suffixOf(format))) == nullptr)
            continue;
        const auto parts = quantizedParts(name, format, rows, columns);
        const auto* values = parts.empty() ? nullptr : placeOf(weights, parts.front());
        const auto* scales = parts.empty() ? nullptr : placeOf(weights, parts.back());
        if (values == nullptr || scales == nullptr)
            return fail(ErrorCode::ModelInvalid,
                        "The quantized weight " + name +
                            " is incomplete or does not fit config.json. Quantize the original "
                            "checkpoint again.");
        const auto valueBytes = values->file->bytes(*values->entry);
        const auto scaleBytes = scales->file->bytes(*scales->entry);
        return QuantizedPlace{{format, rows, columns, valueBytes.data(), scaleBytes.data()},
                              valueBytes.size() + scaleBytes.size()};
    }
    return std::nullopt;
}

} // namespace core::model
