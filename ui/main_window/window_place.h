// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QWidget>

namespace ui::main_window {

/// Puts a window where it was, or gives it `usual` size the first time. Either way all of it lies
/// on its screen: a smaller screen, or one that is gone, must not hide its lower edge.
/// @param geometry  as QWidget::saveGeometry gives it; may be empty or damaged
void restorePlace(QWidget& window, const QByteArray& geometry, QSize usual);

} // namespace ui::main_window
