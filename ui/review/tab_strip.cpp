// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tab_strip.h"

#include "ui/gallery/flow_layout.h"
#include "ui/theme/scale.h"

#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace ui::review {

TabStrip::TabStrip(QTabWidget* tabs, QWidget* parent) : QWidget(parent), m_tabs(tabs) {
    setObjectName("tabStrip");
    m_tabs->tabBar()->hide();
    auto* layout = new gallery::FlowLayout(this);
    layout->setContentsMargins(theme::kTight, theme::kTight, theme::kTight, theme::kTight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TabStrip::showCurrent);
    refresh();
}

void TabStrip::refresh() {
    while (m_buttons.size() < m_tabs->count()) {
        const int index = static_cast<int>(m_buttons.size());
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("tabButton%1").arg(index));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, index] {
            m_tabs->setCurrentIndex(index);
            showCurrent(); // a click on the chosen one must not switch it off
        });
        layout()->addWidget(button);
        m_buttons << button;
    }
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(m_tabs->tabText(i));
        m_buttons[i]->setVisible(m_tabs->isTabVisible(i));
    }
    showCurrent();
    updateGeometry();
}

void TabStrip::showCurrent() {
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(i == m_tabs->currentIndex());
}

} // namespace ui::review
