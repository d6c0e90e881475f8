// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Looks for the regular peaks that up-sampling inside a generator leaves in the residual's power
/// spectrum, at off-axis multiples of 1/8 cycle per pixel, and measures how power falls with
/// frequency. On-axis multiples are left out: JPEG's block grid makes them too.
/// @source Zhang et al., "Detecting and simulating artifacts in GAN fake images", WIFS 2019; Durall
/// et
///         al., "Watch your up-convolution", CVPR 2020; Corvi et al., CVPR workshops 2023
[[nodiscard]] std::unique_ptr<Analyzer> makeSpectrum();

} // namespace core::forensics
