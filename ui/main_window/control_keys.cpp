// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/control_keys.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace ui::main_window {

namespace {

bool isTextField(const QObject* control) {
    return qobject_cast<const QLineEdit*>(control) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(control) != nullptr ||
           qobject_cast<const QTextEdit*>(control) != nullptr;
}

/// Keys with Ctrl that no text needs: fields would take some of them, as Ctrl+E for the line's end.
bool isWindowsKey(const QKeyEvent& key) {
    if (!key.modifiers().testFlag(Qt::ControlModifier) || key.modifiers().testFlag(Qt::AltModifier))
        return false;
    static constexpr int kOfText[] = {
        Qt::Key_A,     Qt::Key_C,      Qt::Key_V,      Qt::Key_X,      Qt::Key_Y,
        Qt::Key_Z,     Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Home,   Qt::Key_End,
        Qt::Key_Up,    Qt::Key_Down,   Qt::Key_Delete, Qt::Key_Insert, Qt::Key_Backspace,
        Qt::Key_Shift, Qt::Key_Control};
    return std::ranges::find(kOfText, key.key()) == std::end(kOfText);
}

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
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        return leaveField(watched);
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (isTextField(watched) && isWindowsKey(*key)) {
        event->ignore();
        return true; // the field does not hear of it, so that it stays the action's
    }
    if (key->modifiers() != Qt::NoModifier || !operates(key->key(), watched))
        return false;
    event->accept();
    return true;
}

bool ControlKeys::leaveField(QObject* watched) {
    auto* control = qobject_cast<QWidget*>(watched);
    // Dialogs and lists that open have their own Escape.
    if (control == nullptr || m_home == nullptr || control->window() != m_home->window() ||
        control == m_home || QApplication::activePopupWidget() != nullptr ||
        control != QApplication::focusWidget())
        return false;
    m_home->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace ui::main_window
