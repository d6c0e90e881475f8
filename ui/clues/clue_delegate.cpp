// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_delegate.h"

#include "core/examination/clue.h"
#include "ui/clues/clue_list_model.h"
#include "ui/theme/verdict_badge.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace ui::clues {

namespace {

constexpr int kMargin = 6;
constexpr int kNumberWidth = 26;

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

} // namespace

void ClueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QWidget* widget = option.widget;
    QStyle* style = widget != nullptr ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorRole role = isSelected ? QPalette::HighlightedText : QPalette::Text;
    const QColor color = option.palette.color(role);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect number(option.rect.left() + kMargin, option.rect.top() + kMargin, kNumberWidth - 4,
                       20);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colorOf(index.data(ClueListModel::DirectionRole).toInt()));
    painter->drawRoundedRect(number, 4, 4);
    painter->setPen(Qt::white);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->drawText(number, Qt::AlignCenter, index.data(ClueListModel::NumberRole).toString());

    const int width = textWidth(option);
    const QString text = index.data(Qt::DisplayRole).toString();
    const int height = heightOf(option.font, width, text);
    const int left = option.rect.left() + kNumberWidth + 2 * kMargin;
    painter->setFont(option.font);
    painter->setPen(color);
    painter->drawText(QRect(left, option.rect.top() + kMargin, width, height), Qt::TextWordWrap,
                      text);
    painter->setFont(detailFont(option.font));
    QColor faint = color;
    faint.setAlphaF(0.75F);
    painter->setPen(faint);
    const QString detail = index.data(ClueListModel::DetailRole).toString();
    painter->drawText(QRect(left, option.rect.top() + kMargin + height + 2, width,
                            heightOf(painter->font(), width, detail)),
                      Qt::TextWordWrap, detail);
    painter->restore();
}

QSize ClueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = textWidth(option);
    const int height =
        heightOf(option.font, width, index.data(Qt::DisplayRole).toString()) +
        heightOf(detailFont(option.font), width, index.data(ClueListModel::DetailRole).toString());
    return {width, height + 2 * kMargin + 4};
}

} // namespace ui::clues
