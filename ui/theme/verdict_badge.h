// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace ui::theme
