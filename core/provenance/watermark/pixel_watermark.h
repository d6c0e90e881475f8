// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/origin_record.h"
#include "core/image/image.h"

#include <optional>
#include <utility>
#include <vector>

namespace core::provenance {

/// How a file keeps colors.
enum class StoredChroma {
    Full,
    Halved ///< both ways, and smoothed when it was enlarged again (JPEG 4:2:0, lossy WebP)
};
[[nodiscard]] StoredChroma storedChromaOf(const image::EvidenceFile& file);

/// Looks for the watermarks that the reference programs of Stable Diffusion, Stable Diffusion XL
/// and FLUX put into their pictures. It reports one only when so many agreeing bits come about by
/// accident in fewer than one of 10^9 pictures, all tries counted.
///
/// The mark lies in the chroma U = 0.492 (B - Y), one level of the Haar transform, 4 x 4 blocks row
/// by row: the largest of a block's coefficients (its first left aside) modulo 36 tells the bit,
/// and the blocks of one bit vote. Bright skies and gray areas cannot hold the mark and all vote
/// alike, so the bits with the most votes for one are taken for ones, as many as the message has;
/// only the 32 bits of Stable Diffusion 2 need a majority each.
/// @param chroma      how the file keeps colors: what a decoder blurred is sharpened again
/// @param otherSizes  sizes (width, height) that the file states besides the picture's own; the
///                    picture is brought to each of them and tried again, at most two of them
/// @source the invisible-watermark library's method "dwtDct" and its public messages
[[nodiscard]] std::optional<examination::WatermarkRecord>
findWatermark(const image::Image& picture, const std::vector<std::pair<int, int>>& otherSizes,
              StoredChroma chroma = StoredChroma::Full);

} // namespace core::provenance
