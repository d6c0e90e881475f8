// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_delegate.h"

#include "core/examination/clue.h"
#include "ui/clues/clue_list_model.h"
#include "ui/theme/scale.h"
#include "ui/theme/tone_color.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace ui::clues {

namespace {

using core::examination::Direction;

constexpr int kMargin = theme::kNear;
constexpr int kMarkSide = 22;

int textWidth(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return std::max(80, width - kMarkSide - 3 * kMargin);
}

/// One piece of a row, from top to bottom.
struct Line {
    QString text;
    QFont font;
    bool isFaint = false;
    bool isLink = false;
    int height = 0;
};

std::vector<Line> linesOf(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const QFont small = theme::scaled(option.font, theme::TextSize::Small);
    std::vector<Line> lines = {{index.data(Qt::DisplayRole).toString(), option.font}};
    const bool isOpen = index.data(ClueListModel::OpenRole).toBool();
    if (isOpen) {
        if (const QString sentence = index.data(ClueListModel::LongRole).toString();
            !sentence.isEmpty())
            lines.push_back({sentence, small});
        lines.push_back({index.data(ClueListModel::DetailRole).toString(), small, true});
        if (const QString advice = index.data(ClueListModel::AdviceRole).toString();
            !advice.isEmpty())
            lines.push_back({ClueDelegate::tr("What to do: %1").arg(advice), small});
    }
    Line link{isOpen ? ClueDelegate::tr("Less") : ClueDelegate::tr("Why?"), small};
    link.isLink = true;
    lines.push_back(link);
    const int width = textWidth(option);
    for (Line& line : lines)
        line.height = QFontMetrics(line.font)
                          .boundingRect(0, 0, width, 100000, Qt::TextWordWrap, line.text)
                          .height();
    return lines;
}

/// What the clue speaks for as a color and a shape; its number where the picture has it, too.
void paintMark(QPainter& painter, const QRect& place, const QModelIndex& index,
               const QPalette& palette) {
    const auto direction = static_cast<Direction>(index.data(ClueListModel::DirectionRole).toInt());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::directionColor(direction, palette));
    painter.drawRoundedRect(place, 4, 4);
    painter.setPen(theme::isDark(palette) ? Qt::black : Qt::white);
    QFont bold = painter.font();
    bold.setBold(true);
    bold.setPixelSize(13);
    painter.setFont(bold);
    const QString shape = direction == Direction::Fake   ? QStringLiteral("!")
                          : direction == Direction::Real ? QStringLiteral("✓")
                                                         : QStringLiteral("i");
    painter.drawText(place, Qt::AlignCenter,
                     index.data(ClueListModel::HasRegionsRole).toBool()
                         ? index.data(ClueListModel::NumberRole).toString()
                         : shape);
    const QRectF meter(place.left(), place.bottom() + 4, place.width(), 3);
    const double strength = std::clamp(index.data(ClueListModel::StrengthRole).toDouble(), 0., 1.);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.mid());
    painter.drawRect(meter);
    painter.setBrush(palette.text());
    painter.drawRect(QRectF(meter.topLeft(), QSizeF(meter.width() * strength, meter.height())));
}

} // namespace

void ClueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const QPalette& palette = option.palette;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // A tint and a bar instead of the style's full color, on which small text is hard to read.
    if (isSelected || index.row() == m_hoveredRow) {
        QColor tint = palette.color(QPalette::Highlight);
        tint.setAlpha(isSelected ? 45 : 22);
        painter->fillRect(option.rect, tint);
    }
    if (isSelected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          palette.color(QPalette::Highlight));
    paintMark(*painter,
              {option.rect.left() + kMargin, option.rect.top() + kMargin, kMarkSide, kMarkSide},
              index, palette);
    QRect place(option.rect.left() + kMarkSide + 2 * kMargin, option.rect.top() + kMargin,
                textWidth(option), 0);
    for (const Line& line : linesOf(option, index)) {
        place.setHeight(line.height);
        QColor color = palette.color(line.isLink ? QPalette::Link : QPalette::Text);
        if (line.isFaint)
            color.setAlphaF(0.8F);
        painter->setFont(line.font);
        painter->setPen(color);
        painter->drawText(place, Qt::TextWordWrap, line.text);
        place.moveTop(place.bottom() + 1 + theme::kTight / 2);
    }
    if (index.row() == m_hoveredRow || option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(palette.color(QPalette::Text), 1.5));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize ClueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    int height = 0;
    for (const Line& line : linesOf(option, index))
        height += line.height + theme::kTight / 2;
    return {textWidth(option), std::max(height, kMarkSide + 8) + 2 * kMargin};
}

QRect ClueDelegate::linkRect(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const std::vector<Line> lines = linesOf(option, index);
    int top = option.rect.top() + kMargin;
    for (const Line& line : lines)
        if (!line.isLink)
            top += line.height + theme::kTight / 2;
    const Line& link = lines.back();
    return {option.rect.left() + kMarkSide + 2 * kMargin, top,
            QFontMetrics(link.font).horizontalAdvance(link.text), link.height};
}

bool ClueDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                               const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease) {
        const QPoint place = static_cast<QMouseEvent*>(event)->position().toPoint();
        if (linkRect(option, index).adjusted(-4, -2, 4, 2).contains(place))
            return model->setData(index, !index.data(ClueListModel::OpenRole).toBool(),
                                  ClueListModel::OpenRole);
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace ui::clues
