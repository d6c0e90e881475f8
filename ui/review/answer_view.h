// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/conversations.h"

#include <QString>
#include <QWidget>

#include <vector>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui::review {

/// A model's answer about one picture, word for word, and further questions below it.
class AnswerView : public QWidget {
    Q_OBJECT

  public:
    explicit AnswerView(QWidget* parent = nullptr);

    /// @param answer  verbatim
    void setConversation(const QString& answer, const std::vector<core::inference::Turn>& turns);
    /// Forgets what was typed for the picture before.
    void clearQuestion();

  Q_SIGNALS:
    void asked(const QString& question);
    void cancelled();

  private:
    void send();
    void showText(const QString& text);

    QPlainTextEdit* m_text = nullptr;
    QLineEdit* m_question = nullptr;
    QPushButton* m_ask = nullptr;
    QPushButton* m_cancel = nullptr;
    bool m_isAsking = false;
};

} // namespace ui::review
