// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include <optional>

namespace ui::gallery {

/// What the gallery shows and in which order.
class GalleryFilter : public QSortFilterProxyModel {
    Q_OBJECT

  public:
    enum class Show { Everything, Fake, Inconclusive, Photograph, Problems, Unreviewed };
    enum class Order { Added, Name, MostFakeFirst, LeastFakeFirst };

    explicit GalleryFilter(QObject* parent = nullptr);

    void setShow(Show show);
    void setOrder(Order order);
    [[nodiscard]] Show show() const { return m_show; }

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

  private:
    Show m_show = Show::Everything;
    Order m_order = Order::Added;
};

} // namespace ui::gallery
