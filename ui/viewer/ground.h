// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRect>

namespace ui::viewer {

/// What lies behind and beside a picture. All are gray, so that none tints the judgement of colors.
enum class Ground { Neutral, Dark, Light, Checker };
inline constexpr int kGrounds = 4;

/// A number from a file as a ground; Neutral for one that is none.
[[nodiscard]] Ground groundFrom(int number);

void paintGround(QPainter& painter, const QRect& area, Ground ground);

} // namespace ui::viewer
