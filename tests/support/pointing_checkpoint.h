// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/region.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace tests {

/// A LLaVA checkpoint whose true regions are known, because its weights are set by hand. It says
///
///   This is a fake image. Texture around QUADRANT looks smooth! Shadow beside QUADRANT seems wrong
///   Overall mood feels odd
///
/// and looks at upright stripes (period of 4 pixels of its 64-pixel input) while it says the
/// second sentence, at level stripes while it says the third, and at nothing in particular during
/// the last. QUADRANT is read off the picture through these looks: northwest, ... for upright
/// stripes and topleft, ... for level ones. Without stripes the picture is called real. Plain
/// yellow patches are sinks: they carry massive activations and draw attention whatever is said.
struct PointingCheckpoint {
    std::uint32_t seed = 1;
    double noise = 0.02;   ///< reach of the random part of every weight
    double sinkPull = 0.5; ///< on the heads that look
};

/// The model's input: 64 x 64 pixels, 8 x 8 image tokens.
inline constexpr int kPointingInput = 64;

/// @param directory  exists
[[nodiscard]] core::Result<void> writePointingCheckpoint(const std::filesystem::path& directory,
                                                         const PointingCheckpoint& options = {});

/// A picture with known places, B, G, R; every box in pixels of the upright picture.
struct PatternPicture {
    int width = 192;
    int height = 192;
    core::Rect upright; ///< stripes that change along x; empty for none
    core::Rect level;   ///< stripes that change along y
    std::vector<core::Rect> sinks;
    std::uint32_t seed = 1; ///< of the soft, noisy ground

    [[nodiscard]] std::vector<std::uint8_t> pixels() const;
};

[[nodiscard]] inline core::PixelView viewOf(const PatternPicture& picture,
                                            const std::vector<std::uint8_t>& pixels) {
    return {pixels.data(), picture.width, picture.height,
            static_cast<std::ptrdiff_t>(picture.width) * 3};
}

/// A square picture with both patterns in different quadrants and some sinks, placed by a seed. The
/// boxes need not fall on token borders.
/// @param sinks  how many yellow patches lie beside the patterns
[[nodiscard]] PatternPicture seededPattern(std::uint32_t seed, int sinks);

} // namespace tests
