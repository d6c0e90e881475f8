// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_delegate.h"

#include "core/inference/analysis_queue.h"
#include "ui/gallery/gallery_arrangement.h"
#include "ui/gallery/gallery_model.h"
#include "ui/theme/verdict_badge.h"
#include "ui/triage/mark_words.h"

#include <QApplication>
#include <QPainter>

#include <optional>

namespace ui::gallery {

namespace {

using core::inference::JobState;

constexpr int kMargin = 6;
constexpr int kBadge = 24;

std::optional<theme::Badge> badgeOf(const QModelIndex& index) {
    const QVariant verdict = index.data(GalleryModel::VerdictRole);
    if (verdict.isValid())
        return theme::badgeFor(static_cast<core::examination::Verdict>(verdict.toInt()));
    if (static_cast<JobState>(index.data(GalleryModel::StateRole).toInt()) == JobState::Failed)
        return theme::Badge::Error;
    return std::nullopt;
}

void paintThumbnail(QPainter* painter, const QRect& area, const QPixmap& pixmap) {
    if (pixmap.isNull()) {
        painter->fillRect(area.adjusted(8, 8, -8, -8), QColor(128, 128, 128, 60));
        return;
    }
    const QSizeF size = QSizeF(pixmap.size()).scaled(area.size(), Qt::KeepAspectRatio);
    const QRectF place(area.center().x() - size.width() / 2 + 0.5,
                       area.center().y() - size.height() / 2 + 0.5, size.width(), size.height());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawPixmap(place, pixmap, pixmap.rect());
}

void paintProgress(QPainter* painter, const QRect& area, double fraction) {
    const QRectF bar(area.left(), area.bottom() - 5, area.width(), 5);
    painter->fillRect(bar, QColor(0, 0, 0, 140));
    painter->fillRect(QRectF(bar.topLeft(), QSizeF(bar.width() * fraction, bar.height())),
                      QColor(255, 255, 255));
}

/// What the examiner decided: color label at the left edge, flag, stars and conclusion below.
void paintMarks(QPainter* painter, const QRect& area, const core::cases::Marks& marks) {
    if (marks.color > 0)
        painter->fillRect(QRect(area.left(), area.top(), 5, area.height()),
                          triage::labelColor(marks.color));
    QString text;
    if (marks.isPicked)
        text += QChar(0x2691); // flag
    if (marks.isRejected)
        text += QChar(0x2715); // cross
    if (marks.rating > 0)
        text += QString(marks.rating, QChar(0x2605));
    if (marks.conclusion)
        text += QChar(0x2713); // tick
    if (text.isEmpty())
        return;
    const QRect line(area.left() + 6, area.bottom() - painter->fontMetrics().height() - 2,
                     painter->fontMetrics().horizontalAdvance(text) + 8,
                     painter->fontMetrics().height() + 2);
    painter->fillRect(line, QColor(0, 0, 0, 170));
    painter->setPen(Qt::white);
    painter->drawText(line, Qt::AlignCenter, text);
}

/// A closed stack: the edges of the pictures below it, and how many they are.
void paintStack(QPainter* painter, const QRect& area, const QModelIndex& index,
                const QPalette& palette) {
    const int size = index.data(GalleryArrangement::StackSizeRole).toInt();
    if (size == 0)
        return;
    if (!index.data(GalleryArrangement::IsStackOpenRole).toBool()) {
        painter->setPen(palette.color(QPalette::Text));
        for (int i = 1; i <= 2; ++i)
            painter->drawLine(area.left() + 4 * i, area.top() - 2 * i, area.right() - 4 * i,
                              area.top() - 2 * i);
    }
    const QString text = QString::number(size);
    constexpr int kSquare = 7;
    const QFontMetrics metrics = painter->fontMetrics();
    const QRect label(area.left() + 2, area.top() + 3,
                      metrics.horizontalAdvance(text) + 3 * kSquare, metrics.height() + 2);
    painter->fillRect(label, QColor(0, 0, 0, 170));
    painter->setPen(Qt::white);
    const QPoint corner(label.left() + 4, label.center().y() - kSquare / 2 - 1);
    painter->drawRect(QRect(corner, QSize(kSquare, kSquare)));
    painter->drawRect(QRect(corner + QPoint(3, 3), QSize(kSquare, kSquare)));
    painter->drawText(label.adjusted(2 * kSquare, 0, -2, 0), Qt::AlignCenter, text);
}

/// Pictures of one opened stack share a ground, neighbors of another one a different one.
void paintBand(QPainter* painter, const QRect& cell, const QModelIndex& index,
               const QPalette& palette) {
    const int band = index.data(GalleryArrangement::StackBandRole).toInt();
    if (band == 0)
        return;
    QColor ground = palette.color(QPalette::Highlight);
    ground.setAlpha(band == 1 ? 40 : 80);
    painter->fillRect(cell, ground);
}

/// What stands below the picture: a closed stack's name, else the file's; the badge says the rest.
QString captionOf(const QModelIndex& index) {
    const QString stack = index.data(GalleryArrangement::StackNameRole).toString();
    if (!stack.isEmpty() && index.data(GalleryArrangement::StackSizeRole).toInt() > 0 &&
        !index.data(GalleryArrangement::IsStackOpenRole).toBool())
        return stack;
    return index.data(Qt::DisplayRole).toString();
}

} // namespace

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    background.icon = {};
    background.features &= ~QStyleOptionViewItem::HasDecoration;
    background.showDecorationSelected = true; // else only the empty text would be highlighted
    const QWidget* widget = option.widget;
    QStyle* style = widget != nullptr ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);

    painter->save();
    paintBand(painter, option.rect, index, option.palette);
    const int textHeight = option.fontMetrics.height();
    const QRect picture =
        option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin - textHeight - 2);
    paintThumbnail(painter, picture, index.data(Qt::DecorationRole).value<QPixmap>());
    if (const auto badge = badgeOf(index)) {
        const QRectF place(picture.right() - kBadge - 1, picture.top() + 3, kBadge, kBadge);
        theme::paintBadge(*painter, place, *badge);
        if (const QVariant basis = index.data(GalleryModel::BasisRole); basis.isValid())
            theme::paintBasis(*painter, place,
                              static_cast<core::examination::Basis>(basis.toInt()));
    }
    const auto state = static_cast<JobState>(index.data(GalleryModel::StateRole).toInt());
    if (state == JobState::Running)
        paintProgress(painter, picture, index.data(GalleryModel::ProgressRole).toDouble());
    if (const auto* marks = index.data(GalleryModel::MarksRole).value<const core::cases::Marks*>())
        paintMarks(painter, picture, *marks);
    paintStack(painter, picture, index, option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    const QRect caption(option.rect.left() + kMargin,
                        option.rect.bottom() - textHeight - kMargin + 2,
                        option.rect.width() - 2 * kMargin, textHeight);
    painter->drawText(
        caption, Qt::AlignCenter,
        option.fontMetrics.elidedText(captionOf(index), Qt::ElideMiddle, caption.width()));
    painter->restore();
}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return m_cell;
}

} // namespace ui::gallery
