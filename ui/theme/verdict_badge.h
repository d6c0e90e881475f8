// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/support.h"
#include "core/examination/verdict.h"

#include <QColor>
#include <QPainter>
#include <QRectF>

namespace ui::theme {

/// What a thumbnail or a headline says about a picture.
enum class Badge { Photograph, Fake, Inconclusive, Error };

[[nodiscard]] Badge badgeFor(core::examination::Verdict verdict);

/// Readable on both themes and told apart by color-blind readers.
[[nodiscard]] QColor badgeColor(Badge badge);

/// A verdict by shape (circle, triangle, square, octagon), color and letter, so that none of the
/// three has to be seen for the other two to tell.
void paintBadge(QPainter& painter, const QRectF& place, Badge badge);

/// A small mark at the badge's lower left corner for verdicts that are stated instead of measured:
/// a sheet (the file says it), a drop (a watermark), a tick (signed credentials). Nothing for
/// others.
void paintBasis(QPainter& painter, const QRectF& badge, core::examination::Basis basis);

} // namespace ui::theme
