// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;

namespace ui::review {

/// What a language model holds of a picture that it is still writing about.
class AnswerStream : public QWidget {
    Q_OBJECT

  public:
    explicit AnswerStream(QWidget* parent = nullptr);

    /// Hidden as long as nothing is known.
    /// @param pFake  0 to 1, known before the first word
    /// @param text   all words so far
    void setState(std::optional<double> pFake, const QString& text);

  private:
    QLabel* m_leaning;
    QPlainTextEdit* m_text;
};

} // namespace ui::review
