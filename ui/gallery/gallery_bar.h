// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/filter_popup.h"
#include "ui/gallery/gallery_arrangement.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace ui::gallery {

class FilterChips;

/// Search, filters, order and stacks of the gallery, as widgets.
class GalleryBar : public QWidget {
    Q_OBJECT

  public:
    /// @param counts  of the filter's values
    explicit GalleryBar(FilterPopup::Counts counts, QWidget* parent = nullptr);

    /// Beside the filter's.
    void addButton(QToolButton* button);
    [[nodiscard]] QString query() const;
    void setQuery(const QString& query);
    void focusSearch();
    void openFilter();
    [[nodiscard]] const FacetChoice& choice() const { return m_choice; }
    void setChoice(const FacetChoice& choice);
    [[nodiscard]] int order() const; ///< entry of the list
    void setOrder(int entry);
    [[nodiscard]] int grouping() const; ///< entry of the list
    void setGrouping(int entry);

  Q_SIGNALS:
    void queryChanged(const QString& query);
    void picturesRequested(); ///< the search has been typed
    void choiceChanged(const ui::gallery::FacetChoice& choice);
    void orderChanged(ui::gallery::GalleryArrangement::Order order);
    void groupingChanged(ui::gallery::GalleryArrangement::Grouping grouping);

  private:
    void makeSearch();
    void makeOrder();
    void makeGrouping();
    void makeFilter(FilterPopup::Counts counts);
    void use(const FacetChoice& choice);

    FacetChoice m_choice;
    QLineEdit* m_search = nullptr;
    QToolButton* m_filter = nullptr;
    QHBoxLayout* m_top = nullptr;
    FilterPopup* m_popup = nullptr;
    FilterChips* m_chips = nullptr;
    QComboBox* m_order = nullptr;
    QComboBox* m_grouping = nullptr;
};

} // namespace ui::gallery
