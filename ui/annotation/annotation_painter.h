// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"
#include "ui/viewer/view_transform.h"

#include <QPainter>

namespace ui::annotation {

/// Draws a shape over the picture: two-tone, so that it shows on any ground, with its label.
/// @param isSelected  with the handles that move its corners
void paintAnnotation(QPainter& painter, const core::annotations::Annotation& annotation,
                     const viewer::ViewTransform& transform, bool isSelected);

} // namespace ui::annotation
