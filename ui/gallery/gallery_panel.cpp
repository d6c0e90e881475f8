// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_panel.h"

#include "core/settings/settings.h"
#include "ui/gallery/gallery_arrangement.h"
#include "ui/gallery/gallery_bar.h"
#include "ui/gallery/gallery_delegate.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/row_search.h"
#include "ui/gallery/saved_views.h"

#include <QHBoxLayout>
#include <QItemSelection>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSlider>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::gallery {

namespace {

constexpr int kSideStep = 20;
constexpr int kBesideGrid = 24; ///< the scroll bar and the frame
constexpr int kAdmitMs = 300;
constexpr int kTypingMs = 150;
/// A larger selection than this is given up when everything moves.
constexpr std::size_t kMostKept = 5000;

QListView* makeView(QAbstractItemModel* model) {
    auto* view = new QListView;
    view->setObjectName("galleryView");
    view->setViewMode(QListView::IconMode);
    view->setResizeMode(QListView::Adjust);
    view->setMovement(QListView::Static);
    view->setUniformItemSizes(true);
    view->setLayoutMode(QListView::Batched);
    view->setBatchSize(2000);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setModel(model);
    // A drop is for the window; the view would refuse it.
    view->setAcceptDrops(false);
    return view;
}

QTimer* makeTimer(int milliseconds, QObject* parent) {
    auto* timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(milliseconds);
    return timer;
}

} // namespace

GalleryPanel::GalleryPanel(GalleryModel* model, QWidget* parent) : QWidget(parent), m_model(model) {
    setObjectName("galleryPanel");
    m_shown = new GalleryArrangement(model, this);
    m_bar = new GalleryBar([this] { return m_shown->counts(); });
    m_saved = new SavedViews([this] { return viewState(); });
    m_bar->addButton(m_saved);
    m_view = makeView(m_shown);
    m_view->setAccessibleName(tr("Pictures"));
    m_counts = new QLabel;
    m_counts->setObjectName("galleryCounts");
    m_admit = makeTimer(kAdmitMs, this);
    m_typing = makeTimer(kTypingMs, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(makeNothing());
    layout->addWidget(m_view, 1);
    layout->addLayout(makeFoot());
    setThumbnailSide(core::settings::Settings().thumbnailSide);
    setFocusProxy(m_view); // not the search: keys go through the pictures at once
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &GalleryPanel::tellCurrent);
    connect(m_view, &QListView::doubleClicked, this, &GalleryPanel::toggleStack);
    connectBar();
    admitResults();
}

QWidget* GalleryPanel::makeNothing() {
    auto* text = new QLabel(tr("No picture matches."));
    text->setObjectName("nothingFound");
    text->setWordWrap(true);
    auto* all = new QPushButton(tr("Show all pictures"));
    all->setObjectName("showAllPictures");
    connect(all, &QPushButton::clicked, this, [this] {
        showAll();
        m_view->setFocus();
    });
    m_nothing = new QWidget;
    auto* layout = new QVBoxLayout(m_nothing);
    layout->addWidget(text);
    layout->addWidget(all, 0, Qt::AlignLeft);
    m_nothing->hide();
    return m_nothing;
}

QLayout* GalleryPanel::makeFoot() {
    m_delegate = new GalleryDelegate(m_view);
    m_view->setItemDelegate(m_delegate);
    m_side = new QSlider(Qt::Horizontal);
    m_side->setObjectName("thumbnailSide");
    m_side->setAccessibleName(tr("Size of the thumbnails"));
    m_side->setToolTip(m_side->accessibleName());
    m_side->setRange(core::settings::kSmallestThumbnail, core::settings::kLargestThumbnail);
    m_side->setSingleStep(kSideStep);
    m_side->setPageStep(kSideStep);
    m_side->setMaximumWidth(90);
    m_side->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the pictures
    connect(m_side, &QSlider::valueChanged, this, &GalleryPanel::useSide);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_counts, 1);
    foot->addWidget(m_side);
    return foot;
}

void GalleryPanel::useSide(int side) {
    m_delegate->setCellSize({side, side});
    m_view->setGridSize({side, side});
    m_view->setMinimumWidth(side + kBesideGrid);
    m_view->scrollTo(m_view->currentIndex());
    Q_EMIT thumbnailSideChanged(side);
}

void GalleryPanel::setThumbnailSide(int side) {
    m_side->setValue(side);
}

void GalleryPanel::changeThumbnails(int steps) {
    m_side->setValue(m_side->value() + steps * kSideStep);
}

void GalleryPanel::connectBar() {
    connect(m_shown, &GalleryArrangement::aboutToArrange, this, &GalleryPanel::remember);
    connect(m_shown, &GalleryArrangement::arranged, this, &GalleryPanel::restore);
    connect(m_bar, &GalleryBar::queryChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_bar, &GalleryBar::picturesRequested, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_typing, &QTimer::timeout, this, &GalleryPanel::search);
    connect(m_bar, &GalleryBar::choiceChanged, m_shown, &GalleryArrangement::setChoice);
    connect(m_bar, &GalleryBar::orderChanged, m_shown, &GalleryArrangement::setOrder);
    connect(m_saved, &SavedViews::chosen, this, &GalleryPanel::setViewState);
    connect(m_saved, &SavedViews::changed, this, &GalleryPanel::savedViewsChanged);
    connect(m_bar, &GalleryBar::groupingChanged, m_shown, &GalleryArrangement::setGrouping);
}

void GalleryPanel::admitResults() {
    connect(m_admit, &QTimer::timeout, this, [this] {
        m_shown->admitMatchingRows();
        updateCounts();
    });
    connect(m_model, &GalleryModel::dataChanged, this,
            [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
                const bool mayMatchNow = roles.contains(GalleryModel::VerdictRole) ||
                                         roles.contains(GalleryModel::StateRole) ||
                                         roles.contains(GalleryModel::MarksRole) ||
                                         roles.contains(GalleryModel::TraitsRole);
                if (mayMatchNow && !m_shown->choice().empty() && !m_admit->isActive())
                    m_admit->start();
            });
}

void GalleryPanel::search() {
    const QString query = m_bar->query().simplified();
    if (query.isEmpty())
        m_shown->setEverythingFound();
    else if (m_isSearchedElsewhere)
        Q_EMIT searchRequested(query);
    else
        m_shown->setFound(rowsWith(*m_model, query));
    updateCounts();
}

void GalleryPanel::searchAgain() {
    if (!m_bar->query().isEmpty())
        search();
}

void GalleryPanel::setSearchedElsewhere(bool elsewhere) {
    m_isSearchedElsewhere = elsewhere;
    searchAgain();
}

void GalleryPanel::showFound(const QString& query, const std::vector<int>& rows) {
    if (query != m_bar->query().simplified())
        return;
    m_shown->setFound(rows);
    updateCounts();
}

void GalleryPanel::tellCurrent() {
    if (m_isArranging)
        return;
    const int row = m_shown->sourceRow(m_view->currentIndex().row());
    if (row == m_current)
        return;
    m_current = row;
    m_last = row >= 0 ? row : m_last;
    Q_EMIT currentRowChanged(row);
}

void GalleryPanel::remember() {
    m_isArranging = true;
    m_place = std::max(0, m_view->currentIndex().row());
    m_selected.clear();
    const QModelIndexList chosen = m_view->selectionModel()->selectedIndexes();
    if (static_cast<std::size_t>(chosen.size()) <= kMostKept)
        for (const QModelIndex& index : chosen)
            m_selected.push_back(m_shown->sourceRow(index.row()));
}

void GalleryPanel::restore() {
    QItemSelection selection;
    for (const int row : m_selected)
        if (const int place = m_shown->shownRow(row); place >= 0)
            selection.select(m_shown->index(place, 0), m_shown->index(place, 0));
    // After a filter that left nothing the picture before it comes back.
    const bool isBack = m_current < 0 && m_last >= 0 && m_shown->rowCount() > 0;
    const int wanted = isBack && m_last < m_model->rowCount() ? m_last : m_current;
    const int place = m_shown->shownRow(wanted);
    const QModelIndex index = m_shown->index(
        place >= 0 || wanted < 0 ? place : std::min(m_place, m_shown->rowCount() - 1), 0);
    auto* chosen = m_view->selectionModel();
    if (place >= 0 && selection.size() > 1)
        chosen->select(selection, QItemSelectionModel::ClearAndSelect);
    chosen->setCurrentIndex(index, place >= 0 && selection.size() > 1
                                       ? QItemSelectionModel::NoUpdate
                                       : QItemSelectionModel::ClearAndSelect);
    if (index.isValid())
        m_view->scrollTo(index);
    m_isArranging = false;
    updateCounts();
    tellCurrent();
}

void GalleryPanel::select(int row) {
    choose(m_shown->index(m_shown->shownRow(row), 0));
}

bool GalleryPanel::shows(int row) const {
    return m_shown->shownRow(row) >= 0;
}

void GalleryPanel::showAll() {
    m_bar->setQuery({});
    m_bar->setChoice({});
    m_typing->stop();
    search();
}

void GalleryPanel::choose(const QModelIndex& index) {
    // The view's own setCurrentIndex() would leave the selection behind while Ctrl is held.
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(index);
}

void GalleryPanel::step(int by, Among among) {
    const int count = m_shown->rowCount();
    int row = m_view->currentIndex().row() + by;
    while (row >= 0 && row < count) {
        if (among == Among::All || !m_model->isReviewed(m_shown->sourceRow(row))) {
            choose(m_shown->index(row, 0));
            return;
        }
        row += by;
    }
}

int GalleryPanel::shownCount() const {
    return m_shown->rowCount();
}

int GalleryPanel::currentPlace() const {
    return m_view->currentIndex().row() + 1;
}

void GalleryPanel::goTo(int place) {
    if (const QModelIndex index = m_shown->index(place - 1, 0); index.isValid())
        choose(index);
}

void GalleryPanel::focusSearch() {
    m_bar->focusSearch();
}

void GalleryPanel::openFilter() {
    m_bar->openFilter();
}

void GalleryPanel::toggleStack() {
    m_shown->toggleStack(m_view->currentIndex().row());
}

void GalleryPanel::toggleAllStacks() {
    bool isAnyClosed = false;
    for (int row = 0; row < m_shown->rowCount() && !isAnyClosed; ++row)
        isAnyClosed = m_shown->rowsBehind(row).size() > 1;
    m_shown->setAllStacksOpen(isAnyClosed);
}

std::vector<int> GalleryPanel::selectedRows() const {
    QModelIndexList chosen = m_view->selectionModel()->selectedIndexes();
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    std::vector<int> rows;
    for (const QModelIndex& index : chosen) {
        const auto behind = m_shown->rowsBehind(index.row());
        rows.insert(rows.end(), behind.begin(), behind.end());
    }
    return rows;
}

std::vector<int> GalleryPanel::rowsForExport() const {
    const std::vector<int> rows = selectedRows();
    return rows.size() > 1 ? rows : m_shown->matchingRows();
}

std::vector<int> GalleryPanel::rowsToCompare() const {
    constexpr std::size_t kMost = 4;
    std::vector<int> rows = selectedRows();
    if (rows.size() < 2 && m_current >= 0) {
        const int place = m_view->currentIndex().row();
        const int other = place + 1 < m_shown->rowCount() ? place + 1 : place - 1;
        rows = {m_current};
        if (other >= 0)
            rows.push_back(m_shown->sourceRow(other));
    }
    if (rows.size() > kMost)
        rows.resize(kMost);
    return rows;
}

void GalleryPanel::arrange() {
    m_shown->arrange();
    searchAgain();
}

GalleryViewState GalleryPanel::viewState() const {
    return {m_bar->query(), toKeys(m_bar->choice()), m_bar->order(), m_bar->grouping()};
}

void GalleryPanel::setSavedViews(const QMap<QString, QString>& views) {
    m_saved->setViews(views);
}

void GalleryPanel::setViewState(const GalleryViewState& state) {
    m_bar->setQuery(state.search);
    m_bar->setChoice(choiceFrom(state.filters));
    m_bar->setOrder(state.order);
    m_bar->setGrouping(state.grouping);
}

void GalleryPanel::updateCounts() {
    const QString text =
        m_model->isCase() ? tr("%1 of %2 shown, %3 reviewed") : tr("%1 of %2 shown, %3 seen");
    m_nothing->setVisible(m_shown->matchingCount() == 0 && m_model->rowCount() > 0);
    m_counts->setText(
        text.arg(m_shown->matchingCount()).arg(m_model->rowCount()).arg(m_model->reviewedCount()));
}

} // namespace ui::gallery
