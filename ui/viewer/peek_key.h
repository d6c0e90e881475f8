// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace ui::viewer {

/// The keys of an action that shows something else for a moment, wherever in the window the
/// keyboard is except in text fields: held, until the release; tapped, until the next tap. Choosing
/// the action in a menu is a tap.
class PeekKey : public QObject {
    Q_OBJECT

  public:
    static constexpr int kTapMs = 250;

    /// @param page    the keys work while this is visible and its window is active
    /// @param action  outlives this; its keys are single ones
    /// @param tapMs   a shorter press is a tap
    PeekKey(QWidget* page, QAction* action, int tapMs = kTapMs);

    bool eventFilter(QObject* watched, QEvent* event) override;

  Q_SIGNALS:
    void peekingChanged(bool isPeeking);

  private:
    [[nodiscard]] bool isForUs() const;
    [[nodiscard]] bool isOurs(const QKeyEvent& key) const;
    bool press(const QKeyEvent& key);
    bool release(const QKeyEvent& key);
    void setPeeking(bool peeking);

    QWidget* m_page;
    QAction* m_action;
    int m_tapMs;
    QElapsedTimer m_pressedSince;
    int m_heldKey = 0; ///< 0: none
    int m_releasedKey = 0;
    quint64 m_releasedAt = 0; ///< the window system's milliseconds
    bool m_isPeeking = false;
    bool m_wasPeeking = false; ///< before the key went down
};

} // namespace ui::viewer
