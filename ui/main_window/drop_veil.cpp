// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/drop_veil.h"

#include "ui/theme/scale.h"

#include <QPainter>

namespace ui::main_window {

DropVeil::DropVeil(QWidget* content) : QWidget(content) {
    setObjectName("dropVeil");
    setAttribute(Qt::WA_TransparentForMouseEvents); // the window takes the drop
    hide();
}

void DropVeil::showText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropVeil::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(QPalette::Window);
    ground.setAlpha(225);
    painter.fillRect(rect(), ground);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 4, Qt::DashLine));
    const QRect frame = rect().adjusted(theme::kFar, theme::kFar, -theme::kFar, -theme::kFar);
    painter.drawRoundedRect(frame, 12, 12);
    QFont large = theme::scaled(font(), theme::TextSize::Headline);
    large.setBold(true);
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(frame.adjusted(theme::kFar, 0, -theme::kFar, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace ui::main_window
