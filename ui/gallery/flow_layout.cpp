// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace ui::gallery {

namespace {

constexpr int kGap = 4;

} // namespace

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    for (const QLayoutItem* item : m_items)
        delete item;
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr)
        m_items.erase(m_items.begin() + index);
    return item;
}

/// @return the height; `place` is called with each item and where it goes
template <typename Place> int FlowLayout::flow(int width, Place place) const {
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue; // hidden
        const QSize size = item->sizeHint().boundedTo({width, QWIDGETSIZE_MAX});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += lineHeight + kGap;
            lineHeight = 0;
        }
        place(item, QRect(QPoint(x, y), size));
        x += size.width() + kGap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight;
}

int FlowLayout::heightForWidth(int width) const {
    return flow(width, [](const QLayoutItem*, const QRect&) {});
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    flow(area.width(), [&](QLayoutItem* item, const QRect& place) {
        item->setGeometry(QStyle::visualRect(
            parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight, area,
            place.translated(area.topLeft())));
    });
}

} // namespace ui::gallery
