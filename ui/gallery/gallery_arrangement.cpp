// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_arrangement.h"

#include "core/image/near_duplicates.h"
#include "core/report/translated_words.h"
#include "ui/gallery/gallery_model.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace ui::gallery {

namespace {

/// Pictures without a value come last whichever way the values go.
double sortable(std::optional<double> value) {
    constexpr double kLast = 1e300;
    return value.value_or(kLast);
}

int disagreement(const GalleryModel& model, int row) {
    const auto& conclusion = model.marks(row).conclusion;
    const bool differs = conclusion && model.verdict(row) != conclusion->verdict;
    return (model.traits(row).hasConflict ? 2 : 0) + (differs ? 1 : 0);
}

/// The smaller the earlier; names and the order of intake are not among them.
double sortValue(const GalleryModel& model, int row, GalleryArrangement::Order order) {
    using Order = GalleryArrangement::Order;
    const auto pFake = model.verdict(row) ? std::optional(model.pFake(row)) : std::nullopt;
    switch (order) {
    case Order::MostFakeFirst:
        return sortable(pFake ? std::optional(-*pFake) : std::nullopt);
    case Order::LeastFakeFirst:
        return sortable(pFake);
    case Order::DisagreementFirst:
        return -disagreement(model, row);
    case Order::BestRatedFirst:
        return -model.marks(row).rating;
    case Order::OpenFirst:
        return model.isReviewed(row) ? 1 : 0;
    case Order::LatestFirst: {
        const auto taken = model.traits(row).takenAt;
        return sortable(taken == 0 ? std::nullopt : std::optional(-static_cast<double>(taken)));
    }
    case Order::LargestFirst:
        return -static_cast<double>(model.traits(row).bytes);
    case Order::Added:
    case Order::Name:
        break;
    }
    return 0;
}

} // namespace

GalleryArrangement::GalleryArrangement(GalleryModel* model, QObject* parent)
    : QAbstractProxyModel(parent), m_model(model) {
    setSourceModel(model);
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_names.add(m_model->index(row).data().toString());
    follow();
    arrange();
}

void GalleryArrangement::follow() {
    connect(&m_comparison, &QFutureWatcherBase::finished, this, [this] {
        if (m_comparison.future().resultCount() == 0)
            return;
        m_near = m_comparison.result();
        if (m_grouping == Grouping::NearDuplicates)
            arrangeAsKnown(); // not arrange(): results that stream in would move everything on
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_names.clear();
        for (int row = 0; row < m_model->rowCount(); ++row)
            m_names.add(m_model->index(row).data().toString());
        m_open.clear();
        m_near.clear();
        m_isCompared = false;
        m_isSearching = false;
        arrange();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) {
                m_placeOf.resize(static_cast<std::size_t>(m_model->rowCount()), -1);
                m_isIn.resize(m_placeOf.size(), 0);
                if (m_isSearching)
                    m_isFound.resize(m_placeOf.size(), 0);
                for (int row = first; row <= last; ++row)
                    m_names.add(m_model->index(row).data().toString());
                admit(first, last);
            });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
                if (roles.contains(GalleryModel::TraitsRole) ||
                    roles.contains(GalleryModel::VerdictRole))
                    m_isCompared = false; // looked at again when everything is arranged anew
                passOn(first.row(), last.row(), roles);
            });
}

void GalleryArrangement::passOn(int first, int last, const QList<int>& roles) {
    // Neighbors in the model may be far apart here; all of them at once is one repaint.
    int from = rowCount();
    int to = -1;
    for (int row = first; row <= last; ++row) {
        const int place = m_placeOf[static_cast<std::size_t>(row)];
        if (place < 0)
            continue;
        from = std::min(from, place);
        to = std::max(to, place);
    }
    if (to >= 0)
        Q_EMIT dataChanged(index(from, 0), index(to, 0), roles);
}

void GalleryArrangement::setOrder(Order order) {
    m_order = order;
    arrange();
}

void GalleryArrangement::setChoice(const FacetChoice& choice) {
    m_choice = choice;
    arrange();
}

void GalleryArrangement::setGrouping(Grouping grouping) {
    m_grouping = grouping;
    m_open.clear();
    arrange();
}

void GalleryArrangement::setFound(const std::vector<int>& rows) {
    m_isSearching = true;
    m_isFound.assign(static_cast<std::size_t>(m_model->rowCount()), 0);
    for (const int row : rows)
        m_isFound[static_cast<std::size_t>(row)] = 1;
    arrange();
}

void GalleryArrangement::setEverythingFound() {
    m_isSearching = false;
    arrange();
}

bool GalleryArrangement::accepts(const FacetMatcher& matcher, int row) const {
    return (!m_isSearching || m_isFound[static_cast<std::size_t>(row)] != 0) &&
           matcher.matches(row);
}

bool GalleryArrangement::isBefore(int a, int b) const {
    if (m_order == Order::Name)
        if (const int order =
                m_names.compare(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
            order != 0)
            return order < 0;
    return a < b;
}

std::vector<int> GalleryArrangement::sortedMatches() const {
    const FacetMatcher matcher(*m_model, m_choice);
    std::vector<std::pair<double, int>> matches;
    matches.reserve(static_cast<std::size_t>(m_model->rowCount()));
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (accepts(matcher, row))
            matches.emplace_back(sortValue(*m_model, row, m_order), row);
    if (m_order != Order::Added)
        std::ranges::sort(matches, [this](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : isBefore(a.second, b.second);
        });
    std::vector<int> rows(matches.size());
    std::ranges::transform(matches, rows.begin(), [](const auto& match) { return match.second; });
    return rows;
}

/// In another thread: a hundred thousand take half a second.
void GalleryArrangement::compare() {
    if (m_isCompared || m_comparison.isRunning())
        return;
    m_isCompared = true;
    std::vector<std::optional<std::uint64_t>> hashes;
    for (int row = 0; row < m_model->rowCount(); ++row)
        hashes.push_back(m_model->traits(row).perceptualHash);
    const auto promise = std::make_shared<QPromise<std::vector<std::size_t>>>();
    m_comparison.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, hashes = std::move(hashes)] {
        promise->addResult(core::image::nearDuplicates(hashes));
        promise->finish();
    });
}

int GalleryArrangement::stackOf(int sourceRow) const {
    switch (m_grouping) {
    case Grouping::Folder:
        return m_model->traits(sourceRow).folder;
    case Grouping::Camera:
        return m_model->traits(sourceRow).camera;
    case Grouping::Verdict: {
        const auto verdict = m_model->verdict(sourceRow);
        return verdict ? static_cast<int>(*verdict) : -1;
    }
    case Grouping::NearDuplicates:
        // What came after the pictures were compared is alone for now.
        return static_cast<std::size_t>(sourceRow) < m_near.size()
                   ? static_cast<int>(m_near[static_cast<std::size_t>(sourceRow)])
                   : sourceRow;
    case Grouping::None:
        break;
    }
    return sourceRow;
}

void GalleryArrangement::arrange() {
    if (m_grouping == Grouping::NearDuplicates)
        compare();
    arrangeAsKnown();
}

void GalleryArrangement::arrangeAsKnown() {
    std::vector<int> sorted = sortedMatches();
    m_isIn.assign(static_cast<std::size_t>(m_model->rowCount()), 0);
    for (const int row : sorted)
        m_isIn[static_cast<std::size_t>(row)] = 1;
    m_matching = static_cast<int>(sorted.size());
    if (m_grouping == Grouping::None) {
        m_members.clear();
        show(std::move(sorted));
    } else {
        stack(sorted);
    }
}

/// Stacks come in the order of their first pictures.
void GalleryArrangement::stack(const std::vector<int>& sorted) {
    m_members.clear();
    std::vector<int> stacks;
    for (const int row : sorted) {
        auto& members = m_members[stackOf(row)];
        if (members.empty())
            stacks.push_back(stackOf(row));
        members.push_back(row);
    }
    std::vector<int> rows;
    for (const int id : stacks) {
        const auto& members = m_members[id];
        if (m_open.contains(id))
            rows.insert(rows.end(), members.begin(), members.end());
        else
            rows.push_back(members.front());
    }
    show(std::move(rows));
}

void GalleryArrangement::show(std::vector<int> rows) {
    Q_EMIT aboutToArrange();
    beginResetModel();
    m_shown = std::move(rows);
    m_placeOf.assign(static_cast<std::size_t>(m_model->rowCount()), -1);
    for (std::size_t place = 0; place < m_shown.size(); ++place)
        m_placeOf[static_cast<std::size_t>(m_shown[place])] = static_cast<int>(place);
    endResetModel();
    Q_EMIT arranged();
}

/// Puts a row that matches now into its stack.
bool GalleryArrangement::hidesInStack(int sourceRow) {
    if (m_grouping == Grouping::None)
        return false;
    const int id = stackOf(sourceRow);
    auto& members = m_members[id];
    members.push_back(sourceRow);
    return members.size() > 1 && !m_open.contains(id);
}

void GalleryArrangement::admit(int first, int last) {
    const FacetMatcher matcher(*m_model, m_choice);
    std::vector<int> added;
    for (int row = first; row <= last; ++row) {
        if (m_isIn[static_cast<std::size_t>(row)] != 0 || !accepts(matcher, row))
            continue;
        m_isIn[static_cast<std::size_t>(row)] = 1;
        ++m_matching;
        if (!hidesInStack(row))
            added.push_back(row);
    }
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    for (const int row : added) {
        m_placeOf[static_cast<std::size_t>(row)] = rowCount();
        m_shown.push_back(row);
    }
    endInsertRows();
}

void GalleryArrangement::toggleStack(int row) {
    if (row < 0 || m_grouping == Grouping::None)
        return;
    const int id = stackOf(sourceRow(row));
    if (m_members[id].size() < 2)
        return;
    if (m_open.erase(id) == 0)
        m_open.insert(id);
    arrange();
}

void GalleryArrangement::setAllStacksOpen(bool open) {
    m_open.clear();
    if (open)
        for (const auto& [id, members] : m_members)
            m_open.insert(id);
    arrange();
}

std::vector<int> GalleryArrangement::rowsBehind(int row) const {
    const int source = sourceRow(row);
    if (source < 0)
        return {};
    const auto members = m_members.find(stackOf(source));
    if (members == m_members.end() || m_open.contains(members->first) ||
        members->second.front() != source)
        return {source};
    return members->second;
}

std::vector<int> GalleryArrangement::matchingRows() const {
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        const auto behind = rowsBehind(row);
        rows.insert(rows.end(), behind.begin(), behind.end());
    }
    return rows;
}

std::map<FacetValue, int> GalleryArrangement::counts() const {
    return facetCounts(*m_model, m_choice, m_isSearching ? m_isFound : std::vector<char>());
}

int GalleryArrangement::sourceRow(int row) const {
    return row >= 0 && row < rowCount() ? m_shown[static_cast<std::size_t>(row)] : -1;
}

int GalleryArrangement::shownRow(int sourceRow) const {
    if (sourceRow < 0 || static_cast<std::size_t>(sourceRow) >= m_placeOf.size())
        return -1;
    const int place = m_placeOf[static_cast<std::size_t>(sourceRow)];
    if (place >= 0 || m_isIn[static_cast<std::size_t>(sourceRow)] == 0)
        return place;
    const auto members = m_members.find(stackOf(sourceRow));
    return members == m_members.end()
               ? -1
               : m_placeOf[static_cast<std::size_t>(members->second.front())];
}

int GalleryArrangement::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int GalleryArrangement::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1;
}

QModelIndex GalleryArrangement::index(int row, int column, const QModelIndex& parent) const {
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex GalleryArrangement::parent(const QModelIndex&) const {
    return {};
}

QModelIndex GalleryArrangement::mapToSource(const QModelIndex& index) const {
    return index.isValid() ? m_model->index(sourceRow(index.row())) : QModelIndex();
}

QModelIndex GalleryArrangement::mapFromSource(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const int place = m_placeOf[static_cast<std::size_t>(index.row())];
    return place < 0 ? QModelIndex() : createIndex(place, 0);
}

QVariant GalleryArrangement::data(const QModelIndex& index, int role) const {
    if (role < StackSizeRole)
        return QAbstractProxyModel::data(index, role);
    if (m_grouping == Grouping::None || !index.isValid())
        return {};
    const int source = sourceRow(index.row());
    const int id = stackOf(source);
    const auto found = m_members.find(id);
    if (found == m_members.end() || found->second.size() < 2)
        return {};
    const bool isFirst = found->second.front() == source;
    switch (role) {
    case StackSizeRole:
        return isFirst ? static_cast<int>(found->second.size()) : 0;
    case StackNameRole:
        return stackName(source);
    case IsStackOpenRole:
        return m_open.contains(id);
    case StackBandRole:
        return m_open.contains(id) ? 1 + (id & 1) : 0;
    default:
        return {};
    }
}

QString GalleryArrangement::stackName(int sourceRow) const {
    const GalleryModel::Traits& traits = m_model->traits(sourceRow);
    switch (m_grouping) {
    case Grouping::Folder:
        return valueWord({Facet::Folder, 0, m_model->nameOf(traits.folder)});
    case Grouping::Camera:
        return traits.camera == 0 ? tr("No camera named") : m_model->nameOf(traits.camera);
    case Grouping::Verdict: {
        const auto verdict = m_model->verdict(sourceRow);
        return verdict ? core::report::verdictWord(*verdict) : tr("Not examined yet");
    }
    case Grouping::NearDuplicates: // nothing that words would add to the pictures
    case Grouping::None:
        break;
    }
    return {};
}

} // namespace ui::gallery
