// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/filter_popup.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::gallery {

namespace {

constexpr int kKeyRole = Qt::UserRole;
constexpr int kFacetRole = Qt::UserRole + 1;
constexpr QSize kSize(300, 460);
/// A facet with more values starts folded, and shows only the most frequent ones.
constexpr std::size_t kFoldedFrom = 8;
constexpr std::size_t kMostValues = 200;

using Counted = std::pair<FacetValue, int>;

QTreeWidgetItem* itemFor(const Counted& counted, bool isChosen) {
    const auto& [value, count] = counted;
    auto* item = new QTreeWidgetItem({valueWord(value), QString::number(count)});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, isChosen ? Qt::Checked : Qt::Unchecked);
    item->setData(0, kKeyRole, toKeys({value}).front());
    if (value.facet == Facet::Folder)
        item->setToolTip(0, value.name);
    return item;
}

} // namespace

FilterPopup::FilterPopup(Counts counts, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_counts(std::move(counts)), m_tree(new QTreeWidget) {
    setObjectName("filterPopup");
    setFrameShape(QFrame::StyledPanel);
    m_tree->setObjectName("filterTree");
    m_tree->setAccessibleName(tr("Values to filter by"));
    m_tree->setColumnCount(2);
    m_tree->header()->hide();
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_tree);
    resize(kSize);
    connect(m_tree, &QTreeWidget::itemChanged, this, &FilterPopup::keepTicks);
}

void FilterPopup::open(const FacetChoice& choice, QPoint place) {
    m_choice = choice;
    fill();
    move(place);
    show();
    m_tree->setFocus();
}

void FilterPopup::fill() {
    const QSignalBlocker quiet(m_tree);
    const QString current = m_tree->currentItem() != nullptr
                                ? m_tree->currentItem()->data(0, kKeyRole).toString()
                                : QString();
    std::map<Facet, std::vector<Counted>> facets;
    for (const auto& counted : m_counts())
        facets[counted.first.facet].push_back(counted);
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* top = m_tree->topLevelItem(i);
        m_isUnfolded[static_cast<Facet>(top->data(0, kFacetRole).toInt())] = top->isExpanded();
    }
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_tree->clear();
    for (auto& [facet, values] : facets) {
        if (facet == Facet::Folder || facet == Facet::Tag || facet == Facet::Camera)
            std::ranges::stable_sort(values, std::greater<>{}, &Counted::second);
        auto* top = new QTreeWidgetItem(m_tree, {facetWord(facet)});
        top->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        top->setData(0, kFacetRole, static_cast<int>(facet));
        bool isUsed = false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool isChosen = m_choice.contains(values[i].first);
            if (i >= kMostValues && !isChosen)
                continue;
            isUsed = isUsed || isChosen;
            auto* item = itemFor(values[i], isChosen);
            top->addChild(item);
            if (item->data(0, kKeyRole).toString() == current)
                m_tree->setCurrentItem(item);
        }
        const auto left = m_isUnfolded.find(facet);
        top->setExpanded(left != m_isUnfolded.end() ? left->second
                                                    : isUsed || values.size() < kFoldedFrom);
    }
    m_tree->verticalScrollBar()->setValue(scrolled);
}

void FilterPopup::keepTicks() {
    QStringList keys;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* top = m_tree->topLevelItem(i);
        for (int child = 0; child < top->childCount(); ++child)
            if (top->child(child)->checkState(0) == Qt::Checked)
                keys << top->child(child)->data(0, kKeyRole).toString();
    }
    m_choice = choiceFrom(keys);
    Q_EMIT changed(m_choice);
    // Not from within the tree's own signal: its items are made anew.
    QMetaObject::invokeMethod(this, &FilterPopup::fill, Qt::QueuedConnection);
}

} // namespace ui::gallery
