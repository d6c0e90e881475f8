// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace ui::main_window {

/// Lets the control that has the focus keep the keys that operate it. Space and the arrows also go
/// through the pictures, and a window's shortcut would otherwise win over the focused button. The
/// other way round, fields of text leave the window its keys with Ctrl, and Escape leaves them.
/// Installed on the application as an event filter.
class ControlKeys : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    /// Where Escape goes from a field of the same window: the picture. Outlives this.
    void setHome(QWidget* home) { m_home = home; }
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool leaveField(QObject* watched);

    QPointer<QWidget> m_home;
};

} // namespace ui::main_window
