// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTabWidget;
class QToolButton;

namespace ui::review {

/// The tabs of a tab widget as buttons that go on in a second line where they do not fit, so that
/// none hides behind arrows, in any language and with any font.
class TabStrip : public QWidget {
    Q_OBJECT

  public:
    /// @param tabs  outlives the strip; its own bar is hidden
    explicit TabStrip(QTabWidget* tabs, QWidget* parent = nullptr);

    /// After a tab was added, shown or hidden.
    void refresh();

  private:
    void showCurrent();

    QTabWidget* m_tabs;
    QList<QToolButton*> m_buttons;
};

} // namespace ui::review
