// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/filter_chips.h"

#include "ui/gallery/flow_layout.h"

#include <QToolButton>

#include <memory>

namespace ui::gallery {

FilterChips::FilterChips(QWidget* parent) : QWidget(parent) {
    setObjectName("filterChips");
    new FlowLayout(this);
    hide();
}

void FilterChips::add(const QString& text, const QString& meaning, const QString& name,
                      const FacetChoice& remaining) {
    auto* chip = new QToolButton;
    chip->setText(text + QStringLiteral(" \u00d7")); // multiplication sign: takes it away
    chip->setToolTip(meaning);
    chip->setAccessibleName(meaning);
    chip->setObjectName(name);
    connect(chip, &QToolButton::clicked, this, [this, remaining] { Q_EMIT changed(remaining); });
    layout()->addWidget(chip);
}

void FilterChips::setChoice(const FacetChoice& choice) {
    while (const std::unique_ptr<QLayoutItem> item{layout()->takeAt(0)}) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
    }
    for (const FacetValue& value : choice) {
        FacetChoice remaining = choice;
        remaining.erase(value);
        add(valueWord(value),
            tr("No longer only: %1, %2").arg(facetWord(value.facet), valueWord(value)),
            QStringLiteral("chip_") + toKeys({value}).front(), remaining);
    }
    if (choice.size() > 1)
        add(tr("All"), tr("Take all filters away"), QStringLiteral("clearChips"), {});
    setVisible(!choice.empty());
    updateGeometry();
}

} // namespace ui::gallery
