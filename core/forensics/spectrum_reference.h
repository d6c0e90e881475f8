// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/radial_spectrum.h"

namespace core::forensics {

// 5th and 95th percentile of radialSpectrum, bin by bin, in dB, on 1,520 photographs of the
// training list (EliSchwartz/imagenet-sample-images, drewnoakes/metadata-extractor-images,
// photoprism/photoprism), at full size and as stored. The 105 of the training sample
// (shared/data/train/real) give the same within 3.2 dB.
inline constexpr RadialSpectrum kSpectrumLow = {
    11.4,  6.7,   4.0,   1.6,   -0.1,  -2.5,  -4.6,  -6.4,  -8.6,  -9.9,  -11.4, -12.4, -13.7,
    -14.9, -15.8, -17.0, -17.9, -18.5, -19.4, -20.2, -21.1, -21.7, -22.4, -22.8, -23.5, -24.3,
    -24.8, -25.5, -25.8, -26.2, -26.7, -27.1, -27.9, -28.5, -29.1, -29.7, -30.0, -30.6, -30.8,
    -31.2, -31.6, -31.9, -32.3, -32.9, -33.3, -33.8, -34.4, -34.6, -35.1, -35.5, -36.0, -36.5,
    -36.7, -37.1, -37.5, -37.7, -37.9, -38.2, -38.5, -38.7, -38.7, -39.0, -38.9, -39.6};
inline constexpr RadialSpectrum kSpectrumHigh = {
    22.1,  14.3,  9.2,   4.2,   1.8,   -0.1,  -1.1,  -2.2,  -3.4,  -3.9,  -4.6,  -5.0,  -5.7,
    -6.2,  -6.5,  -7.1,  -7.5,  -8.0,  -8.3,  -8.6,  -9.1,  -9.4,  -9.6,  -9.9,  -10.3, -10.5,
    -10.7, -11.1, -11.3, -11.6, -11.5, -11.6, -11.9, -12.2, -12.3, -12.1, -12.2, -12.9, -13.1,
    -13.4, -13.4, -13.5, -13.7, -14.0, -14.2, -14.3, -14.5, -14.8, -14.9, -15.2, -15.5, -16.0,
    -16.2, -16.3, -16.4, -16.7, -17.0, -17.1, -17.4, -17.6, -18.0, -17.8, -18.0, -18.4};

} // namespace core::forensics
