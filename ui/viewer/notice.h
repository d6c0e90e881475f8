// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRect>
#include <QString>

namespace ui::viewer {

/// Middle: in place of a picture. Top: over one.
enum class NoticePlace { Middle, Top };

/// Says something in a view, light on dark, wrapped.
void paintNotice(QPainter& painter, const QRect& area, const QString& text, NoticePlace place);

} // namespace ui::viewer
