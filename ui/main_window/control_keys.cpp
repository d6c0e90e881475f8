// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/control_keys.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QKeyEvent>
#include <QTabBar>

namespace ui::main_window {

namespace {

bool operates(int key, const QObject* control) {
    const bool isArrow = key == Qt::Key_Left || key == Qt::Key_Right;
    if (qobject_cast<const QAbstractButton*>(control) != nullptr)
        return key == Qt::Key_Space;
    if (qobject_cast<const QComboBox*>(control) != nullptr)
        return key == Qt::Key_Space || isArrow;
    return isArrow && (qobject_cast<const QAbstractSlider*>(control) != nullptr ||
                       qobject_cast<const QTabBar*>(control) != nullptr);
}

} // namespace

bool ControlKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() != Qt::NoModifier || !operates(key->key(), watched))
        return false;
    event->accept();
    return true;
}

} // namespace ui::main_window
