// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui::main_window {

/// Lies over the whole content while something hangs over the window, and says what letting go
/// will do.
class DropVeil : public QWidget {
    Q_OBJECT

  public:
    /// @param content  what it covers; its parent
    explicit DropVeil(QWidget* content);

    void showText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_text;
};

} // namespace ui::main_window
