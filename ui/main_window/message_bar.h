// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace ui::main_window {

/// A line above the content for what a person should know but need not answer.
class MessageBar : public QWidget {
    Q_OBJECT

  public:
    explicit MessageBar(QWidget* parent = nullptr);
    void showMessage(const QString& text);
    [[nodiscard]] QString message() const;

  private:
    QLabel* m_text = nullptr;
};

} // namespace ui::main_window
