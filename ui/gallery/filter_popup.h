// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/gallery_facets.h"

#include <QFrame>

#include <functional>

class QTreeWidget;

namespace ui::gallery {

/// The values that pictures can be filtered by, with how many have each, to be ticked. Stays open
/// until something else is clicked or Escape is pressed.
class FilterPopup : public QFrame {
    Q_OBJECT

  public:
    using Counts = std::function<std::map<FacetValue, int>()>;
    /// @param counts  asked after every change
    FilterPopup(Counts counts, QWidget* parent);

    void open(const FacetChoice& choice, QPoint place);

  Q_SIGNALS:
    void changed(const ui::gallery::FacetChoice& choice);

  private:
    void fill();
    void keepTicks();

    Counts m_counts;
    FacetChoice m_choice;
    QTreeWidget* m_tree;
    std::map<Facet, bool> m_isUnfolded; ///< as the user left it
};

} // namespace ui::gallery
