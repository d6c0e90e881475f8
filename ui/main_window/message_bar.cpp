// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui::main_window {

MessageBar::MessageBar(QWidget* parent) : QWidget(parent) {
    setObjectName("messageBar");
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet("#messageBar { background: palette(alternate-base); "
                  "border-left: 4px solid palette(highlight); }");
    m_text = new QLabel;
    m_text->setObjectName("messageText");
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton;
    close->setText(QStringLiteral("×"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the message"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::showMessage(const QString& text) {
    m_text->setText(text);
    show();
}

QString MessageBar::message() const {
    return m_text->text();
}

} // namespace ui::main_window
