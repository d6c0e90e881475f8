// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/answer_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui::review {

namespace {

using core::inference::Turn;

QString outcomeOf(const Turn& turn) {
    switch (turn.state) {
    case Turn::State::Asking:
        return turn.answer.isEmpty() ? AnswerView::tr("(thinking…)") : turn.answer;
    case Turn::State::Answered:
        return turn.answer;
    case Turn::State::Cancelled:
        return turn.answer + (turn.answer.isEmpty() ? QString() : QStringLiteral("\n")) +
               AnswerView::tr("(cancelled)");
    case Turn::State::Failed:
        break;
    }
    return AnswerView::tr("No answer: %1")
        .arg(QString::fromStdString(turn.error ? turn.error->message : std::string()));
}

QString textOf(const QString& answer, const std::vector<Turn>& turns) {
    QString text = answer;
    for (const Turn& turn : turns)
        text += QStringLiteral("\n\n") + AnswerView::tr("Question: %1").arg(turn.question) +
                QLatin1Char('\n') + outcomeOf(turn);
    return text;
}

} // namespace

AnswerView::AnswerView(QWidget* parent) : QWidget(parent) {
    auto* title = new QLabel(tr("The model's answer, word for word"));
    title->setWordWrap(true);
    m_text = new QPlainTextEdit;
    m_text->setObjectName("modelAnswer");
    m_text->setAccessibleName(title->text());
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_question = new QLineEdit;
    m_question->setObjectName("questionEdit");
    m_question->setPlaceholderText(tr("Ask about this picture"));
    m_question->setAccessibleName(m_question->placeholderText());
    m_question->setMaxLength(1000);
    m_ask = new QPushButton(tr("Ask"));
    m_ask->setObjectName("askButton");
    m_cancel = new QPushButton(tr("Stop answering"));
    m_cancel->setObjectName("cancelQuestion");
    m_cancel->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_question, 1);
    row->addWidget(m_ask);
    row->addWidget(m_cancel);
    auto* note = new QLabel(
        tr("What the model says here is not a finding: it does not change the verdict."));
    note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(m_text, 1);
    layout->addLayout(row);
    layout->addWidget(note);
    connect(m_question, &QLineEdit::returnPressed, this, &AnswerView::send);
    connect(m_question, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_ask->setEnabled(!m_isAsking && !text.trimmed().isEmpty());
    });
    connect(m_ask, &QPushButton::clicked, this, &AnswerView::send);
    connect(m_cancel, &QPushButton::clicked, this, &AnswerView::cancelled);
    m_ask->setEnabled(false);
}

void AnswerView::send() {
    const QString question = m_question->text().trimmed();
    if (m_isAsking || question.isEmpty())
        return;
    m_question->clear();
    Q_EMIT asked(question);
}

void AnswerView::setConversation(const QString& answer, const std::vector<Turn>& turns) {
    m_isAsking = !turns.empty() && turns.back().state == Turn::State::Asking;
    m_cancel->setVisible(m_isAsking);
    m_ask->setVisible(!m_isAsking);
    m_ask->setEnabled(!m_isAsking && !m_question->text().trimmed().isEmpty());
    showText(textOf(answer, turns));
}

void AnswerView::clearQuestion() {
    m_question->clear();
}

void AnswerView::showText(const QString& text) {
    const QString before = m_text->toPlainText();
    if (text == before)
        return;
    // Growing text keeps its place and what the reader has selected.
    if (before.isEmpty() || !text.startsWith(before)) {
        m_text->setPlainText(text);
    } else {
        QTextCursor end(m_text->document());
        end.movePosition(QTextCursor::End);
        end.insertText(text.mid(before.size()));
    }
    if (m_isAsking)
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

} // namespace ui::review
