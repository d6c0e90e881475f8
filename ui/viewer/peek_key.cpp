// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/peek_key.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace ui::viewer {

PeekKey::PeekKey(QWidget* page, Qt::Key key, int tapMs)
    : QObject(page), m_page(page), m_key(key), m_tapMs(tapMs) {
    // A shortcut knows no release, and the keyboard may be in the gallery or in the clue list.
    qApp->installEventFilter(this);
}

bool PeekKey::isForUs() const {
    const QWidget* focus = QApplication::focusWidget();
    return m_page->isVisible() && QApplication::activeWindow() == m_page->window() &&
           (focus == nullptr || !focus->testAttribute(Qt::WA_InputMethodEnabled));
}

bool PeekKey::eventFilter(QObject*, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::ApplicationDeactivate && m_isHeld) {
        m_isHeld = false; // the release goes to another program
        setPeeking(false);
        return false;
    }
    if (type != QEvent::KeyPress && type != QEvent::KeyRelease)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != m_key || key->modifiers() != Qt::NoModifier)
        return false;
    if (key->isAutoRepeat())
        return m_isHeld;
    return type == QEvent::KeyPress ? press() : release();
}

bool PeekKey::press() {
    if (m_isHeld)
        return true; // the same press, seen again on its way from the window to the widget
    if (!isForUs())
        return false;
    m_isHeld = true;
    m_wasPeeking = m_isPeeking;
    m_pressedSince.start();
    setPeeking(true);
    return true;
}

bool PeekKey::release() {
    if (!m_isHeld)
        return false;
    m_isHeld = false;
    const bool isTap = m_pressedSince.elapsed() < m_tapMs;
    setPeeking(isTap && !m_wasPeeking);
    return true;
}

void PeekKey::setPeeking(bool peeking) {
    if (m_isPeeking == peeking)
        return;
    m_isPeeking = peeking;
    Q_EMIT peekingChanged(peeking);
}

} // namespace ui::viewer
