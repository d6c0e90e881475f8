// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/peek_key.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace ui::viewer {

PeekKey::PeekKey(QWidget* page, QAction* action, int tapMs)
    : QObject(page), m_page(page), m_action(action), m_tapMs(tapMs) {
    // A shortcut knows no release, and the keyboard may be in the gallery or in the clue list.
    qApp->installEventFilter(this);
    connect(m_action, &QAction::triggered, this, [this] {
        if (m_page->isVisible())
            setPeeking(!m_isPeeking);
    });
}

bool PeekKey::isForUs() const {
    const QWidget* focus = QApplication::focusWidget();
    return m_page->isVisible() && QApplication::activeWindow() == m_page->window() &&
           QApplication::activePopupWidget() == nullptr &&
           (focus == nullptr || !focus->testAttribute(Qt::WA_InputMethodEnabled));
}

bool PeekKey::isOurs(const QKeyEvent& key) const {
    // Some keyboards have the backslash behind AltGr.
    const auto modifiers = key.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const QKeySequence pressed(QKeyCombination(modifiers, static_cast<Qt::Key>(key.key())));
    return std::ranges::any_of(m_action->shortcuts(),
                               [&](const QKeySequence& ours) { return ours == pressed; });
}

bool PeekKey::eventFilter(QObject*, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::ApplicationDeactivate && m_heldKey != 0) {
        m_heldKey = 0; // the release goes to another program
        setPeeking(false);
        return false;
    }
    if (type != QEvent::KeyPress && type != QEvent::KeyRelease && type != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (type == QEvent::KeyRelease) // a modifier may have been let go before
        return key->key() == m_heldKey && (key->isAutoRepeat() || release(*key));
    if (!isOurs(*key))
        return false;
    if (type == QEvent::ShortcutOverride) {
        event->setAccepted(isForUs()); // else the action would run and the release be lost
        return event->isAccepted();
    }
    return key->isAutoRepeat() ? m_heldKey != 0 : press(*key);
}

bool PeekKey::press(const QKeyEvent& key) {
    if (m_heldKey != 0)
        return true; // the same press, seen again on its way from the window to the widget
    if (!isForUs())
        return false;
    // A busy X11 connection does not mark every repetition as one; its two halves have one time.
    const bool isRepetition =
        key.key() == m_releasedKey && key.timestamp() != 0 && key.timestamp() == m_releasedAt;
    m_heldKey = key.key();
    if (!isRepetition) {
        m_wasPeeking = m_isPeeking;
        m_pressedSince.start();
    }
    setPeeking(true);
    return true;
}

bool PeekKey::release(const QKeyEvent& key) {
    m_releasedKey = m_heldKey;
    m_releasedAt = key.timestamp();
    m_heldKey = 0;
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
