// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/examination/examination.h"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPolygonF>
#include <QRectF>
#include <QSize>

#include <vector>

namespace core::report {

/// Below this a map says "usual" and stays invisible.
constexpr double kHeatVisibleFrom = 0.25;

struct OverlayOptions {
    double heatOpacity = 0.45; ///< 0 to 1, at the map's strongest places
    bool withRegions = true;
    bool withNumbers = true;
    double lineScale = 0; ///< pixels per line width; 0: a share of the picture's longer side
    int largestSide = 0;  ///< the picture is reduced to this first; 0: not reduced
};

/// A heat map as a transparent picture of the given size: strong places are opaque, weak ones let
/// the picture through. @return ARGB32_Premultiplied
[[nodiscard]] QImage heatImage(const HeatMap& map, QSize size);

/// Where a number can stand near an outline: inside the canvas and on no other number as long as
/// there is room. @param taken  places of the numbers before it
[[nodiscard]] QRectF placeForNumber(const QPainter& painter, const QPolygonF& outline, int number,
                                    const QRectF& canvas, const std::vector<QRectF>& taken);
/// @param label  from placeForNumber
void drawNumber(QPainter& painter, const QRectF& label, int number, const QColor& ground);

/// A region's polygon, or its box when it has none, in pixels of the upright image.
[[nodiscard]] QPolygonF outlineOf(const Region& region);

/// Dashed: nobody checked yet whether the region matters.
enum class Stroke { Solid, Dashed };
[[nodiscard]] Stroke strokeOf(const examination::Clue& clue);

/// Strokes an outline that shows on any ground: dark under light, with the clue's number beside it.
/// @param outline  in the painter's coordinates; a QRectF will do
/// @param number   1 or more; 0 for none
/// @param scale    device-independent pixels per line width
/// @param color    of the line itself
void strokeRegion(QPainter& painter, const QPolygonF& outline, int number, double scale,
                  Stroke stroke = Stroke::Solid, const QColor& color = Qt::white);

/// Strokes the outlines of all clues that have one (see examination::hasOutline), then their
/// numbers. The painter's origin is the picture's upper left corner.
/// @param canvas   the picture's size in the painter's coordinates
/// @param scale    device-independent pixels per line width
void paintRegions(QPainter& painter, const examination::Examination& examination, QSizeF canvas,
                  const OverlayOptions& options, double scale);

/// The picture with heat map, numbered regions (see examination::hasOutline) and hatched
/// not-examined areas, flattened: opaque, so that it prints and exports as it looks.
/// @param picture  the upright picture, any size; regions are scaled from the examination's size
/// @return         RGB32
[[nodiscard]] QImage paintOverlay(const QImage& picture,
                                  const examination::Examination& examination,
                                  const OverlayOptions& options);

} // namespace core::report
