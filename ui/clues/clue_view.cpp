// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_view.h"

#include "ui/clues/clue_list_model.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace ui::clues {

ClueView::ClueView(QWidget* parent) : QListView(parent) {
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ClueView::doItemsLayout() {
    QListView::doItemsLayout();
    if (const int needed = std::max(0, contentsSize().height()); needed != height())
        setFixedHeight(needed);
}

void ClueView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout();
}

void ClueView::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void ClueView::scrollContentsBy(int, int) {
    // All rows are there; a scroll in between two layouts would hide the first ones.
    if (verticalScrollBar()->value() != 0)
        verticalScrollBar()->setValue(0);
}

void ClueView::keyPressEvent(QKeyEvent* event) {
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentIndex().isValid()) {
        model()->setData(currentIndex(), !currentIndex().data(ClueListModel::OpenRole).toBool(),
                         ClueListModel::OpenRole);
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace ui::clues
