// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace core::training {

/// Ways in which a real picture is changed locally.
enum class Manipulation {
    Splice,     ///< part of another picture, which was scaled and saved before
    CopyMove,   ///< part of the same picture, shifted
    Inpainting, ///< filled from its border, with noise as strong as around it
    Resampling, ///< reduced and enlarged again in place
    Retouching, ///< smoothed and brightened
    FaceBlend   ///< an oval of the picture itself, enlarged a little and recolored, blended softly
};

inline constexpr std::array kAllManipulations = {Manipulation::Splice,     Manipulation::CopyMove,
                                                 Manipulation::Inpainting, Manipulation::Resampling,
                                                 Manipulation::Retouching, Manipulation::FaceBlend};

[[nodiscard]] std::string_view manipulationName(Manipulation manipulation);

/// A changed picture and where it was changed.
struct Manipulated {
    image::Image picture;
    image::Image mask; ///< same size; white where at least half of a pixel is foreign, else black
};

/// Changes 4 to 20 % of a picture. The same seed gives the same pixels.
/// @param donor  for Splice: what is pasted; not used otherwise
/// @errors InvalidArgument (a side under 128 pixels, or no donor), LimitExceeded
[[nodiscard]] Result<Manipulated> manipulated(const image::Image& host, const image::Image& donor,
                                              Manipulation manipulation, std::uint64_t seed);

} // namespace core::training
