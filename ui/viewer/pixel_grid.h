// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/picture_levels.h"
#include "ui/viewer/view_transform.h"

#include <QPainter>

namespace ui::viewer {

/// From 800 % on: lines between the picture's pixels, dark and light so that they show on any
/// picture; from 2800 % on also the red, green and blue value of each pixel.
void paintPixelGrid(QPainter& painter, const PictureLevels& picture, const ViewTransform& transform,
                    const QRectF& view);

} // namespace ui::viewer
