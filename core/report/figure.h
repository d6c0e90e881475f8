// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/page_flow.h"
#include "core/report/pdf_report.h"

#include <QImage>
#include <QSize>

namespace core::report {

/// The width of the report's text, in dots: A4 less its margins.
constexpr int kTextWidth = 1051;

/// No more pixels than this of a picture's longer side are put into the file: 300 per inch.
constexpr int kGreatestStoredSide = 2 * kTextWidth;

/// Names under which a figure's pieces look for their images.
constexpr const char* kPictureName = "picture";
constexpr const char* kOverlayName = "overlay";
constexpr const char* kLegendName = "legend";

/// How a picture and its overlay stand on the page: beside each other, or below when the picture
/// is wide.
struct FigureLayout {
    QSize shown; ///< of each of the two, in dots
    bool isStacked = false;
    bool hasOverlay = false;
};

/// @param withOverlay  whether an overlay is wanted; it is left out where it would show nothing
[[nodiscard]] FigureLayout figureLayout(const ReportItem& item, bool withOverlay);

/// The figure with its captions and the legend of the overlay's colors.
[[nodiscard]] Pieces figurePieces(const ReportItem& item, bool withOverlay);

/// What stands in the place of a figure whose picture cannot be shown; it takes the same height, so
/// that the numbers of the pages after it stay.
[[nodiscard]] Piece missingFigure(const ReportItem& item, bool withOverlay, const QString& reason);

/// Gives a flow the pixels of the figure.
/// @param picture  upright
void addFigureImages(PageFlow& flow, const QImage& picture, const ReportItem& item,
                     bool withOverlay);

} // namespace core::report
