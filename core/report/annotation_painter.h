// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"

#include <QPainter>
#include <QString>
#include <QTransform>

namespace core::report {

/// Draws what an examiner drew: two-tone, so that it shows on any ground.
/// @param toCanvas  from pixels of the upright picture to the painter's coordinates; no rotation
/// @param caption   beside the shape; may be empty
/// @param scale     device-independent pixels per half a line width
void paintAnnotation(QPainter& painter, const annotations::Annotation& annotation,
                     const QTransform& toCanvas, const QString& caption, double scale = 1);

/// The shape alone, and its caption alone.
void paintAnnotationShape(QPainter& painter, const annotations::Annotation& annotation,
                          const QTransform& toCanvas, double scale);
void paintAnnotationCaption(QPainter& painter, const annotations::Annotation& annotation,
                            const QTransform& toCanvas, const QString& caption, double scale);

} // namespace core::report
