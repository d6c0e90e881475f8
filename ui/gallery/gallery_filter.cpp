// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_filter.h"

#include "core/examination/verdict.h"
#include "core/inference/analysis_queue.h"
#include "ui/gallery/gallery_model.h"

namespace ui::gallery {

using core::examination::Verdict;
using core::inference::JobState;

GalleryFilter::GalleryFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    // Results would otherwise move pictures away from under the user's eyes; setOrder() sorts once.
    setDynamicSortFilter(false);
}

void GalleryFilter::setShow(Show show) {
    m_show = show;
    invalidateFilter();
}

void GalleryFilter::setOrder(Order order) {
    m_order = order;
    // Column -1 restores the order of the source.
    sort(order == Order::Added ? -1 : 0);
}

void GalleryFilter::admitMatchingRows() {
    m_keepsShownRows = true;
    invalidateFilter();
    m_keepsShownRows = false;
}

bool GalleryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_keepsShownRows && mapFromSource(index).isValid())
        return true;
    const QVariant verdict = index.data(GalleryModel::VerdictRole);
    const auto is = [&](Verdict wanted) {
        return verdict.isValid() && verdict.toInt() == static_cast<int>(wanted);
    };
    const auto state = static_cast<JobState>(index.data(GalleryModel::StateRole).toInt());
    switch (m_show) {
    case Show::Everything:
        break;
    case Show::Fake:
        if (!is(Verdict::Fake))
            return false;
        break;
    case Show::Inconclusive:
        if (!is(Verdict::Inconclusive))
            return false;
        break;
    case Show::Photograph:
        if (!is(Verdict::Real))
            return false;
        break;
    case Show::Problems:
        if (state != JobState::Failed && state != JobState::Cancelled)
            return false;
        break;
    case Show::Disagreement:
        if (!index.data(GalleryModel::ConflictRole).toBool())
            return false;
        break;
    case Show::Unreviewed:
        if (index.data(GalleryModel::ReviewedRole).toBool())
            return false;
        break;
    }
    return QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

bool GalleryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (m_order == Order::Name)
        return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
    const QVariant a = left.data(GalleryModel::ProbabilityRole);
    const QVariant b = right.data(GalleryModel::ProbabilityRole);
    if (a.isValid() != b.isValid())
        return a.isValid(); // pictures without a result come last
    return m_order == Order::MostFakeFirst ? a.toDouble() > b.toDouble()
                                           : a.toDouble() < b.toDouble();
}

} // namespace ui::gallery
