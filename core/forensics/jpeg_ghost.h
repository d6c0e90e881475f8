// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Looks for a place that had been saved as JPEG at a lower quality before the whole was saved
/// ("JPEG ghost"). Works on the stored luma coefficients: at the right quality, requantizing such a
/// place loses almost nothing, because its coefficients already lie on the steps of that quality.
/// Seen: IJG qualities 40 to 96 that are coarser than the last save, on the file's own 8x8 grid.
/// @source Farid, "Exposing digital forgeries from JPEG ghosts", IEEE TIFS 2009; the likelihoods
///         follow Bianchi & Piva, IEEE TIFS 2012
[[nodiscard]] std::unique_ptr<Analyzer> makeJpegGhost();

} // namespace core::forensics
