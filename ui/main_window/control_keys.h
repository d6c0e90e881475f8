// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui::main_window {

/// Lets the control that has the focus keep the keys that operate it. Space and the arrows also go
/// through the pictures, and a window's shortcut would otherwise win over the focused button.
/// Installed on the application as an event filter.
class ControlKeys : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui::main_window
