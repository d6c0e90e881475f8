// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QWidget;

namespace ui::viewer {

/// A key that shows something else for a moment, wherever in the window the keyboard is except in
/// text fields: held, until it is released; tapped, until the next tap.
class PeekKey : public QObject {
    Q_OBJECT

  public:
    static constexpr int kTapMs = 250;

    /// @param page   the key works while this is visible and its window is active
    /// @param tapMs  a shorter press is a tap
    PeekKey(QWidget* page, Qt::Key key, int tapMs = kTapMs);

    bool eventFilter(QObject* watched, QEvent* event) override;

  Q_SIGNALS:
    void peekingChanged(bool isPeeking);

  private:
    [[nodiscard]] bool isForUs() const;
    bool press();
    bool release();
    void setPeeking(bool peeking);

    QWidget* m_page;
    Qt::Key m_key;
    int m_tapMs;
    QElapsedTimer m_pressedSince;
    bool m_isHeld = false;
    bool m_isPeeking = false;
    bool m_wasPeeking = false; ///< before the key went down
};

} // namespace ui::viewer
