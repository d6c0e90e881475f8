// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/gallery_facets.h"

#include <QWidget>

namespace ui::gallery {

/// What the gallery is filtered by, a button for each value that takes it away. Not shown while
/// nothing is chosen.
class FilterChips : public QWidget {
    Q_OBJECT

  public:
    explicit FilterChips(QWidget* parent = nullptr);

    void setChoice(const FacetChoice& choice);

  Q_SIGNALS:
    void changed(const ui::gallery::FacetChoice& choice);

  private:
    void add(const QString& text, const QString& meaning, const QString& name,
             const FacetChoice& remaining);
};

} // namespace ui::gallery
