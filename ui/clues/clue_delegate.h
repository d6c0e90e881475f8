// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui::clues {

/// A clue as a plain sentence, wrapped to the list's width, with "Why?" below it. An open row says
/// the sentence with its numbers, the details and what to do instead.
class ClueDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// A row that is lit because its region is pointed at; -1: none.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    /// Where "Why?" or "Less" is, in the list's viewport.
    [[nodiscard]] QRect linkRect(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

  private:
    int m_hoveredRow = -1;
};

} // namespace ui::clues
