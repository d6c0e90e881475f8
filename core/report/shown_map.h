// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/examination/examination.h"
#include "core/report/color_map.h"

#include <QImage>
#include <QLineF>
#include <QPolygonF>
#include <QSize>

#include <memory>
#include <vector>

namespace core::report {

/// From here on a place of a map is as unlike the rest as the methods ask before they name it.
constexpr double kMapThreshold = 0.5;
/// A region of this share of the picture and more is no place in it.
constexpr double kWholePicture = 0.85;

/// The part of an examination's overall map that its clues speak of: values outside of the regions
/// of clues that point one way or the other become 0. Null when no clue names a place in it.
[[nodiscard]] std::shared_ptr<const HeatMap>
statedPart(const examination::Examination& examination);

/// How a map is drawn.
struct MapStyle {
    ColorScale scale = ColorScale::Flame;
    double from = kMapThreshold; ///< values below stay invisible
};

/// A map as a transparent picture: lightness and opacity rise with the value.
/// @return ARGB32_Premultiplied; null for an empty map or size
[[nodiscard]] QImage mapImage(const HeatMap& map, QSize size, const MapStyle& style);

/// Where a map passes a value: lines in shares of its width and height, 0 to 1. Between the middles
/// of cells the map is linear.
/// @source  Lorensen & Cline, "Marching cubes", 1987, in two dimensions
[[nodiscard]] std::vector<QLineF> contourOf(const HeatMap& map, double value);

/// A region's outline without crossings of itself and with round corners; a box stays a box.
/// One polygon for each part, in pixels of the upright picture.
[[nodiscard]] std::vector<QPolygonF> smoothOutlines(const Region& region);

/// Whether a region is nearly the whole picture, so that an outline says nothing.
[[nodiscard]] bool isNearlyAll(const Region& region, const examination::Source& source);

} // namespace core::report
