// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include <optional>

namespace ui::gallery {

/// What the gallery shows and in which order.
class GalleryFilter : public QSortFilterProxyModel {
    Q_OBJECT

  public:
    enum class Show {
        Everything,
        Fake,
        Inconclusive,
        Photograph,
        Problems,
        Unreviewed,
        Disagreement
    };
    enum class Order { Added, Name, MostFakeFirst, LeastFakeFirst };

    explicit GalleryFilter(QObject* parent = nullptr);

    void setShow(Show show);
    void setOrder(Order order);
    [[nodiscard]] Show show() const { return m_show; }
    /// Adds the rows that match by now. Rows already shown stay even when they no longer match, so
    /// that nothing moves away from under the user's eyes; setShow() sorts them out.
    void admitMatchingRows();

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

  private:
    Show m_show = Show::Everything;
    Order m_order = Order::Added;
    bool m_keepsShownRows = false; ///< while admitMatchingRows() runs
};

} // namespace ui::gallery
