// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure.h"

#include "core/report/annotation_painter.h"
#include "core/report/annotation_words.h"
#include "core/report/color_map.h"
#include "core/report/html_parts.h"
#include "core/report/overlay_painter.h"
#include "core/report/translated_words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace core::report {

namespace {

constexpr int kGap = 20; ///< between two pictures beside each other
constexpr int kGreatestHeight = 600;
constexpr double kWide = 2.2; ///< width by height from which the two are stacked
constexpr int kGreatestEnlargement = 4;
constexpr int kPixelsPerDot = 2; ///< stored detail: 300 pixels per inch
constexpr double kHeatOpacity = 0.6;
constexpr double kLineScale = 1.3; ///< dots; numbers of about 7 points
constexpr int kAnnotationTextSize = 15;
constexpr double kEndless = 1e6;    ///< the height of a page that holds every figure
constexpr int kLongestReason = 400; ///< characters; fits into the smallest figure
constexpr QSize kLegendSize(200, 16);

QString imageTag(const char* name, QSize size) {
    return QStringLiteral("<img src=\"%1\" width=\"%2\" height=\"%3\"/>")
        .arg(QLatin1String(name))
        .arg(size.width())
        .arg(size.height());
}

QString caption(const QString& text) {
    return QStringLiteral("<div align=\"center\" style=\"font-size:16px; margin-top:5px\">%1</div>")
        .arg(text);
}

QString pictureCaption() {
    return caption(reportText(QT_TRANSLATE_NOOP("Report", "The picture as examined")));
}

QString overlayCaption(const ReportItem& item) {
    if (item.annotations.empty())
        return caption(reportText(QT_TRANSLATE_NOOP(
            "Report", "The same with the engine's map and the regions of the numbered clues")));
    return caption(reportText(
        QT_TRANSLATE_NOOP("Report", "The same with the engine's map, the regions of the numbered "
                                    "clues, and what the examiner marked (A1, A2 …)")));
}

Piece stacked(const char* name, QSize size, const QString& caption) {
    return {QStringLiteral("<div align=\"center\">%1</div>").arg(imageTag(name, size)) + caption,
            14};
}

Piece besideEachOther(const ReportItem& item, QSize size) {
    const QString cell = QStringLiteral("<td width=\"50%\" align=\"center\">%1%2</td>");
    return {QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr>%1%2"
                           "</tr></table>")
                .arg(cell.arg(imageTag(kPictureName, size), pictureCaption()),
                     cell.arg(imageTag(kOverlayName, size), overlayCaption(item))),
            14};
}

/// What the overlay's colors, boxes and hatching mean, as far as it has them.
Pieces legend(const examination::Examination& examination) {
    Pieces pieces;
    if (examination.map) {
        const QString text =
            reportText(QT_TRANSLATE_NOOP(
                           "Report",
                           "Map: %1 (blue; lower values are not drawn) to %2 (yellow: stands out "
                           "most), laid over the picture at %3 % opacity."))
                .arg(numberText(kHeatVisibleFrom), numberText(1))
                .arg(std::lround(100 * kHeatOpacity));
        Piece scale =
            tableRow({imageTag(kLegendName, kLegendSize),
                      QStringLiteral("<span style=\"font-size:16px\">%1</span>").arg(text)},
                     {21, 79});
        scale.spaceBefore = 8;
        pieces.push_back(scale);
    } else {
        pieces.push_back(smallPrint(reportText(QT_TRANSLATE_NOOP(
            "Report", "There is no map with this result; only regions and marks are drawn."))));
    }
    if (!examination.notExamined.empty())
        pieces.push_back(smallPrint(reportText(
            QT_TRANSLATE_NOOP("Report", "Hatched and darkened: never seen by the engine."))));
    const auto isDashed = [](const examination::Clue& clue) {
        return hasOutline(clue) && strokeOf(clue) == Stroke::Dashed;
    };
    if (std::ranges::any_of(examination.clues, isDashed))
        pieces.push_back(smallPrint(reportText(QT_TRANSLATE_NOOP(
            "Report", "Dashed outline: where the model looked; nobody checked whether the place "
                      "matters. Regions that a check did not support are not drawn."))));
    return pieces;
}

/// Whether there is anything to draw over the picture.
bool hasMarks(const ReportItem& item) {
    const examination::Examination& examination = *item.examination;
    return !item.annotations.empty() || examination.map || !examination.notExamined.empty() ||
           std::ranges::any_of(examination.clues,
                               [](const examination::Clue& clue) { return hasOutline(clue); });
}

QTransform scaleTo(QSizeF canvas, const examination::Source& source) {
    return QTransform::fromScale(canvas.width() / std::max(1, source.width),
                                 canvas.height() / std::max(1, source.height));
}

/// What lets the picture through is mixed with its pixels: an archive's PDF knows no transparency.
QImage withMap(const QImage& picture, const ReportItem& item) {
    OverlayOptions options;
    options.heatOpacity = kHeatOpacity;
    options.withRegions = false;
    QImage mixed = paintOverlay(picture, *item.examination, options);
    QPainter painter(&mixed);
    for (const annotations::Annotation& annotation : item.annotations)
        if (annotation.shape == annotations::Shape::Brush)
            paintAnnotationShape(painter, annotation,
                                 scaleTo(mixed.size(), item.examination->source), 1);
    return mixed;
}

/// Lines and numbers, as such: sharp over a picture of any size.
void paintMarks(QPainter& painter, QSizeF canvas, const ReportItem& item) {
    painter.setFont(QFont("DejaVu Sans"));
    paintRegions(painter, *item.examination, canvas, {}, kLineScale);
    QFont font = painter.font();
    font.setPixelSize(kAnnotationTextSize);
    font.setBold(true);
    painter.setFont(font);
    const QTransform toCanvas = scaleTo(canvas, item.examination->source);
    for (std::size_t i = 0; i < item.annotations.size(); ++i) {
        if (item.annotations[i].shape != annotations::Shape::Brush)
            paintAnnotationShape(painter, item.annotations[i], toCanvas, kLineScale * 0.8);
        paintAnnotationCaption(painter, item.annotations[i], toCanvas, annotationNumber(i),
                               kLineScale * 0.8);
    }
}

QImage legendImage() {
    QImage image(kLegendSize, QImage::Format_RGB32);
    for (int x = 0; x < image.width(); ++x) {
        const double share = static_cast<double>(x) / (image.width() - 1);
        const QRgb color = heatColor(kHeatVisibleFrom + share * (1 - kHeatVisibleFrom));
        for (int y = 0; y < image.height(); ++y)
            image.setPixel(x, y, color);
    }
    return image;
}

} // namespace

FigureLayout figureLayout(const ReportItem& item, bool withOverlay) {
    const examination::Source& source = item.examination->source;
    const QSize picture(source.width, source.height);
    const QSize known = picture.isEmpty() ? QSize(4, 3) : picture;
    FigureLayout layout;
    layout.hasOverlay = withOverlay && hasMarks(item);
    layout.isStacked = !layout.hasOverlay || known.width() >= kWide * known.height();
    const QSize room(layout.isStacked ? kTextWidth : (kTextWidth - kGap) / 2, kGreatestHeight);
    const QSize enlarged = picture.isEmpty() ? room : known * kGreatestEnlargement;
    layout.shown = known.scaled(room.boundedTo(enlarged), Qt::KeepAspectRatio).expandedTo({1, 1});
    return layout;
}

Pieces figurePieces(const ReportItem& item, bool withOverlay) {
    const FigureLayout layout = figureLayout(item, withOverlay);
    Pieces pieces;
    if (layout.isStacked)
        pieces.push_back(stacked(kPictureName, layout.shown, pictureCaption()));
    if (layout.isStacked && layout.hasOverlay)
        pieces.push_back(stacked(kOverlayName, layout.shown, overlayCaption(item)));
    if (!layout.isStacked)
        pieces.push_back(besideEachOther(item, layout.shown));
    if (layout.hasOverlay) {
        const Pieces meaning = legend(*item.examination);
        pieces.insert(pieces.end(), meaning.begin(), meaning.end());
    } else if (withOverlay) {
        pieces.push_back(smallPrint(reportText(QT_TRANSLATE_NOOP(
            "Report", "There is no map with this result, and no clue has a region: nothing is "
                      "drawn over the picture."))));
    }
    return pieces;
}

Piece missingFigure(const ReportItem& item, bool withOverlay, const QString& reason) {
    const PageFlow figure(figurePieces(item, withOverlay), QSizeF(kTextWidth, kEndless));
    Piece piece = paragraph(QStringLiteral("<b>%1</b>").arg(escaped(reason.left(kLongestReason))));
    piece.leastHeight = figure.lastPageHeight();
    return piece;
}

void addFigureImages(PageFlow& flow, const QImage& picture, const ReportItem& item,
                     bool withOverlay) {
    const FigureLayout layout = figureLayout(item, withOverlay);
    // Never more pixels than the picture has: an enlarged one keeps them as they are.
    const QSize stored = layout.shown * kPixelsPerDot;
    const QImage shown =
        (stored.width() < picture.width()
             ? picture.scaled(stored, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
             : picture)
            .convertToFormat(QImage::Format_RGB32);
    flow.addImage(kPictureName, shown);
    if (!layout.hasOverlay)
        return;
    flow.addDrawing(kOverlayName,
                    [map = withMap(shown, item), item](QPainter& painter, const QRectF& place) {
                        painter.drawImage(place, map);
                        painter.translate(place.topLeft());
                        paintMarks(painter, place.size(), item);
                    });
    flow.addImage(kLegendName, legendImage());
}

} // namespace core::report
