// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/picture_levels.h"

#include <algorithm>

namespace ui::viewer {

namespace {

constexpr double kSmoothUpTo = 2;   ///< from 200 % on pixels are shown as they are
constexpr int kSmallestSide = 1500; ///< longer side below which nothing is reduced further
constexpr qsizetype kQuickPixels = 100 << 20; ///< larger pictures keep three bytes a pixel

/// The most reduced copy that still has about a pixel for each pixel of the screen.
const QImage& levelFor(const PictureLevels& levels, double magnification) {
    const QImage* chosen = &levels.images.front();
    for (const QImage& image : levels.images) {
        if (image.width() >= 0.9 * magnification * levels.size.width())
            chosen = &image;
    }
    return *chosen;
}

} // namespace

PictureLevels levelsOf(const QImage& picture) {
    PictureLevels levels;
    if (picture.isNull())
        return levels;
    levels.size = picture.size();
    const bool isQuick = qsizetype{picture.width()} * picture.height() <= kQuickPixels;
    levels.images.push_back(isQuick ? picture.convertToFormat(QImage::Format_RGB32) : picture);
    while (true) {
        const QImage& last = levels.images.back();
        if (std::max(last.width(), last.height()) <= kSmallestSide)
            return levels;
        levels.images.push_back(last.scaled(std::max(1, last.width() / 2),
                                            std::max(1, last.height() / 2), Qt::IgnoreAspectRatio,
                                            Qt::SmoothTransformation)
                                    .convertToFormat(QImage::Format_RGB32));
    }
}

PictureLevels previewOf(const QImage& small, QSize size) {
    return {size, {small.convertToFormat(QImage::Format_RGB32)}, true};
}

void paintPicture(QPainter& painter, const PictureLevels& levels, const ViewTransform& transform,
                  const QRectF& view) {
    if (levels.isNull())
        return;
    const double magnification = transform.magnification();
    const QImage& source = levelFor(levels, magnification);
    const double sx = static_cast<double>(source.width()) / levels.size.width();
    const double sy = static_cast<double>(source.height()) / levels.size.height();

    // Only the visible part is scaled: at 32x the whole picture would be enormous. Whole source
    // pixels, because the raster engine rounds fractions of them.
    const QRectF seen = transform.toPicture(view);
    const QRect part = QRectF(seen.x() * sx, seen.y() * sy, seen.width() * sx, seen.height() * sy)
                           .toAlignedRect()
                           .adjusted(-1, -1, 1, 1)
                           .intersected(source.rect());
    if (part.isEmpty())
        return;
    const QRectF covered(part.x() / sx, part.y() / sy, part.width() / sx, part.height() / sy);
    const bool isSharp = magnification >= kSmoothUpTo && !levels.isPreview;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !isSharp);
    if (transform.orientation() == Orientation()) {
        painter.drawImage(transform.toView(covered), source, part);
        return;
    }
    painter.save();
    painter.setTransform(transform.matrix(), /*combine=*/true);
    painter.drawImage(covered, source, part);
    painter.restore();
}

} // namespace ui::viewer
