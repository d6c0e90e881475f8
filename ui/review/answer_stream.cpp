// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/answer_stream.h"

#include "core/report/translated_words.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui::review {

namespace {

constexpr int kMargin = 8;

} // namespace

AnswerStream::AnswerStream(QWidget* parent)
    : QWidget(parent), m_leaning(new QLabel), m_text(new QPlainTextEdit) {
    m_leaning->setObjectName("answerLikelihood");
    m_leaning->setWordWrap(true);
    m_leaning->setMargin(kMargin);
    m_text->setObjectName("answerStream");
    m_text->setAccessibleName(tr("The model's answer so far"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_leaning);
    layout->addWidget(m_text, 1);
    hide();
}

void AnswerStream::setState(std::optional<double> pFake, const QString& text) {
    setVisible(pFake || !text.isEmpty());
    m_leaning->setVisible(pFake.has_value());
    if (pFake)
        m_leaning->setText(
            tr("Probability that it is fake, by the model itself: %1 %. It is writing its reasons.")
                .arg(core::report::percentText(*pFake)));
    const QString before = m_text->toPlainText();
    if (text.startsWith(before)) {
        QTextCursor end(m_text->document());
        end.movePosition(QTextCursor::End);
        end.insertText(text.mid(before.size()));
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    } else {
        m_text->setPlainText(text);
    }
}

} // namespace ui::review
