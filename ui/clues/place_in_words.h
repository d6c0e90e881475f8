// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/examination/clue.h"
#include "core/examination/examination.h"

#include <QString>

namespace ui::clues {

/// Where a region lies, for people who do not see it: "upper left, 12 % of the picture".
/// @param width, height  of the upright picture in pixels
[[nodiscard]] QString placeInWords(const core::Region& region, int width, int height);

/// The places of all regions of a clue, or "whole image".
[[nodiscard]] QString placesInWords(const core::examination::Clue& clue,
                                    const core::examination::Source& source);

} // namespace ui::clues
