// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/view_transform.h"

#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QSize>
#include <QString>

#include <string>
#include <vector>

namespace ui::viewer {

/// A picture with reduced copies of itself, so that painting it small is quick and does not alias.
struct PictureLevels {
    QSize size;                 ///< of the upright picture in pixels, whatever the levels hold
    std::vector<QImage> images; ///< largest first, each half the size of the one before
    bool isPreview = false;     ///< the largest level is smaller than the picture
    QImage stored = {};         ///< the file's own values, where a profile changed the colors
    QString profile = {};       ///< name of the profile in the file; empty: none, or sRGB
    std::string sha256 = {};    ///< of the file's bytes; empty: no file
    bool isManaged = false;     ///< the profile was applied, for display alone

    [[nodiscard]] bool isNull() const { return images.empty(); }
};

/// Makes the copies; takes tens of milliseconds for large pictures, so call it off the ui thread.
[[nodiscard]] PictureLevels levelsOf(const QImage& picture);

/// A small copy that stands for the whole picture until that is decoded.
/// @param size  of the whole picture
[[nodiscard]] PictureLevels previewOf(const QImage& small, QSize size);

/// Paints the visible part. Pixels are square and sharp from 200 % on, smooth below.
/// @param view  the part of the view to fill, in its device-independent pixels
void paintPicture(QPainter& painter, const PictureLevels& levels, const ViewTransform& transform,
                  const QRectF& view);

} // namespace ui::viewer
