// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core::image {

/// Quantization steps in natural (row by row) order, [vertical frequency * 8 + horizontal].
using QuantizationTable = std::array<std::uint16_t, 64>;

/// What a JPEG's headers say about how it was written.
struct JpegStructure {
    int width = 0; ///< as stored, before orientation
    int height = 0;
    int components = 0;
    int horizontalSampling = 1; ///< luma against chroma: 2 x 2 is "4:2:0"
    int verticalSampling = 1;
    bool isProgressive = false;
    QuantizationTable lumaTable{};
    std::optional<QuantizationTable> chromaTable;
    int lumaQuality = 0; ///< nearest IJG quality, 1 to 100 (ITU T.81 Annex K tables, IJG scaling)
    bool isStandardTable = false; ///< lumaTable is exactly the IJG table of lumaQuality
};

/// Quantized luma DCT coefficients as stored, never decoded to pixels.
struct JpegCoefficients {
    int blocksWide = 0;
    int blocksHigh = 0;
    /// [blocksHigh * blocksWide][64], natural order, DC first
    std::vector<std::array<std::int16_t, 64>> luma;
};

/// @errors Corrupt, Truncated, UnsupportedFormat (not a JPEG)
[[nodiscard]] Result<JpegStructure> readJpegStructure(std::span<const std::uint8_t> file);

/// Blocks that the file lost (truncation) are all zero.
/// @errors as above, LimitExceeded above 400 million coefficients
[[nodiscard]] Result<JpegCoefficients> readJpegCoefficients(std::span<const std::uint8_t> file);

/// The ITU T.81 Annex K luma table scaled the IJG way.
/// @param quality  1 to 100
[[nodiscard]] QuantizationTable standardLumaTable(int quality);

} // namespace core::image
