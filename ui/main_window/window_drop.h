// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <QObject>

class QWidget;

namespace ui::main_window {

/// Makes the whole window a drop target.
class WindowDrop : public QObject {
    Q_OBJECT

  public:
    /// @param window  its owner
    explicit WindowDrop(QWidget* window);

    bool eventFilter(QObject* watched, QEvent* event) override;
    /// What hangs over the window is an address alone, which is of no use here.
    [[nodiscard]] bool isAddress() const { return m_isAddress; }

  Q_SIGNALS:
    void hovering(bool active); ///< something that can be examined hangs over the window
    void dropped(const QMimeData* data);

  private:
    bool m_isAddress = false;
};

} // namespace ui::main_window
