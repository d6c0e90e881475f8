// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_delegate.h"

#include "core/examination/clue.h"
#include "ui/clues/clue_list_model.h"
#include "ui/theme/verdict_badge.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace ui::clues {

namespace {

constexpr int kMargin = 6;
constexpr int kNumberWidth = 26;
constexpr int kNumberHeight = 20;

QFont detailFont(const QFont& font) {
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.85);
    return small;
}

int textWidth(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return std::max(80, width - kNumberWidth - 3 * kMargin);
}

int heightOf(const QFont& font, int width, const QString& text) {
    return QFontMetrics(font).boundingRect(0, 0, width, 100000, Qt::TextWordWrap, text).height();
}

QColor colorOf(int direction) {
    switch (static_cast<core::examination::Direction>(direction)) {
    case core::examination::Direction::Fake:
        return theme::badgeColor(theme::Badge::Fake);
    case core::examination::Direction::Real:
        return theme::badgeColor(theme::Badge::Photograph);
    case core::examination::Direction::Neutral:
        break;
    }
    return theme::badgeColor(theme::Badge::Inconclusive);
}

/// The clue's number as on the picture, colored by what it speaks for, over a meter of its
/// strength.
void paintNumber(QPainter& painter, const QRect& place, const QModelIndex& index,
                 const QPalette& palette) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(index.data(ClueListModel::DirectionRole).toInt()));
    painter.drawRoundedRect(place, 4, 4);
    painter.setPen(Qt::white);
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(place, Qt::AlignCenter, index.data(ClueListModel::NumberRole).toString());

    const QRectF meter(place.left(), place.bottom() + 4, place.width(), 4);
    const double strength = std::clamp(index.data(ClueListModel::StrengthRole).toDouble(), 0., 1.);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.mid());
    painter.drawRect(meter);
    painter.setBrush(palette.text());
    painter.drawRect(QRectF(meter.topLeft(), QSizeF(meter.width() * strength, meter.height())));
}

void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    QColor color = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const int width = textWidth(option);
    const QString text = index.data(Qt::DisplayRole).toString();
    const int height = heightOf(option.font, width, text);
    const QPoint corner = option.rect.topLeft() + QPoint(kNumberWidth + 2 * kMargin, kMargin);
    painter.setFont(option.font);
    painter.setPen(color);
    painter.drawText(QRect(corner, QSize(width, height)), Qt::TextWordWrap, text);

    painter.setFont(detailFont(option.font));
    color.setAlphaF(0.8F);
    painter.setPen(color);
    const QString detail = index.data(ClueListModel::DetailRole).toString();
    const QSize detailSize(width, heightOf(painter.font(), width, detail));
    painter.drawText(QRect(corner + QPoint(0, height + 2), detailSize), Qt::TextWordWrap, detail);
}

} // namespace

void ClueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    if (index.row() == m_hoveredRow)
        background.state |= QStyle::State_MouseOver;
    const QWidget* widget = option.widget;
    QStyle* style = widget != nullptr ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const QRect number(option.rect.left() + kMargin, option.rect.top() + kMargin, kNumberWidth - 4,
                       kNumberHeight);
    paintNumber(*painter, number, index, option.palette);
    paintText(*painter, option, index);
    if (index.row() == m_hoveredRow) {
        // Not every style shows a lit row, and a frame is also seen on a selected one.
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option.palette.color(QPalette::Text), 1.5));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize ClueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = textWidth(option);
    const int height =
        heightOf(option.font, width, index.data(Qt::DisplayRole).toString()) +
        heightOf(detailFont(option.font), width, index.data(ClueListModel::DetailRole).toString());
    return {width, std::max(height, kNumberHeight + 8) + 2 * kMargin + 4};
}

} // namespace ui::clues
