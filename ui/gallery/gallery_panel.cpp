// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_panel.h"

#include "ui/gallery/gallery_delegate.h"
#include "ui/gallery/gallery_filter.h"
#include "ui/gallery/gallery_model.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::gallery {

namespace {

constexpr QSize kCell(132, 132);
constexpr int kAdmitMs = 300;

QListView* makeView(QAbstractItemModel* model) {
    auto* view = new QListView;
    view->setObjectName("galleryView");
    view->setAccessibleName(GalleryPanel::tr("Pictures"));
    view->setViewMode(QListView::IconMode);
    view->setResizeMode(QListView::Adjust);
    view->setMovement(QListView::Static);
    view->setUniformItemSizes(true);
    view->setLayoutMode(QListView::Batched);
    view->setBatchSize(2000);
    view->setGridSize(kCell);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setItemDelegate(new GalleryDelegate(view));
    view->setModel(model);
    view->setMinimumWidth(kCell.width() + 24);
    // A drop is for the window; the view would refuse it.
    view->setAcceptDrops(false);
    return view;
}

} // namespace

GalleryPanel::GalleryPanel(GalleryModel* model, QWidget* parent) : QWidget(parent), m_model(model) {
    setObjectName("galleryPanel");
    m_filter = new GalleryFilter(this);
    m_filter->setSourceModel(model);
    m_view = makeView(m_filter);
    m_counts = new QLabel;
    m_counts->setObjectName("galleryCounts");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 0, 0);
    layout->addWidget(makeBar());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_counts);
    setFocusProxy(m_view); // not the search: keys go through the pictures at once
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex&) { Q_EMIT currentRowChanged(currentRow()); });
    admitResults();
}

void GalleryPanel::admitResults() {
    m_admit = new QTimer(this);
    m_admit->setSingleShot(true);
    m_admit->setInterval(kAdmitMs);
    connect(m_admit, &QTimer::timeout, this, [this] {
        m_filter->admitMatchingRows();
        updateCounts();
    });
    connect(m_model, &GalleryModel::dataChanged, this,
            [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
                const bool mayMatchNow = roles.contains(GalleryModel::VerdictRole) ||
                                         roles.contains(GalleryModel::StateRole) ||
                                         roles.contains(GalleryModel::MarksRole);
                if (mayMatchNow && m_filter->show() != GalleryFilter::Show::Everything &&
                    !m_admit->isActive())
                    m_admit->start();
            });
}

QWidget* GalleryPanel::makeBar() {
    m_search = new QLineEdit;
    m_search->setObjectName("gallerySearch");
    m_search->setPlaceholderText(tr("Search by name"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setAcceptDrops(false); // a dropped picture is for the window
    m_show = new QComboBox;
    m_show->setObjectName("galleryShow");
    m_show->setAccessibleName(tr("Show"));
    m_show->addItem(tr("All"), static_cast<int>(GalleryFilter::Show::Everything));
    m_show->addItem(tr("Fake"), static_cast<int>(GalleryFilter::Show::Fake));
    m_show->addItem(tr("Inconclusive"), static_cast<int>(GalleryFilter::Show::Inconclusive));
    m_show->addItem(tr("Photographs"), static_cast<int>(GalleryFilter::Show::Photograph));
    m_show->addItem(tr("Problems"), static_cast<int>(GalleryFilter::Show::Problems));
    m_show->addItem(tr("Engines disagree"), static_cast<int>(GalleryFilter::Show::Disagreement));
    m_show->addItem(tr("Not seen yet"), static_cast<int>(GalleryFilter::Show::Unreviewed));
    m_order = new QComboBox;
    m_order->setObjectName("galleryOrder");
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("As added"), static_cast<int>(GalleryFilter::Order::Added));
    m_order->addItem(tr("By name"), static_cast<int>(GalleryFilter::Order::Name));
    m_order->addItem(tr("Fakes first"), static_cast<int>(GalleryFilter::Order::MostFakeFirst));
    m_order->addItem(tr("Photographs first"),
                     static_cast<int>(GalleryFilter::Order::LeastFakeFirst));
    auto* bar = new QWidget;
    auto* rows = new QVBoxLayout(bar);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_search);
    auto* row = new QHBoxLayout;
    row->addWidget(m_show, 1);
    row->addWidget(m_order, 1);
    rows->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setFilterFixedString(text);
        updateCounts();
    });
    connect(m_show, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setShow(static_cast<GalleryFilter::Show>(m_show->currentData().toInt()));
        updateCounts();
    });
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setOrder(static_cast<GalleryFilter::Order>(m_order->currentData().toInt()));
    });
    return bar;
}

int GalleryPanel::currentRow() const {
    return m_filter->mapToSource(m_view->currentIndex()).row();
}

void GalleryPanel::select(int row) {
    choose(m_filter->mapFromSource(m_model->index(row, 0)));
}

void GalleryPanel::choose(const QModelIndex& index) {
    // The view's own setCurrentIndex() would leave the selection behind while Ctrl is held.
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(index);
}

void GalleryPanel::step(int by, Among among) {
    const int count = m_filter->rowCount();
    int row = m_view->currentIndex().row() + by;
    while (row >= 0 && row < count) {
        const QModelIndex index = m_filter->index(row, 0);
        if (among == Among::All || !index.data(GalleryModel::ReviewedRole).toBool()) {
            choose(index);
            return;
        }
        row += by;
    }
}

std::vector<int> GalleryPanel::selectedRows() const {
    QModelIndexList chosen = m_view->selectionModel()->selectedIndexes();
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    std::vector<int> rows;
    for (const QModelIndex& index : chosen)
        rows.push_back(m_filter->mapToSource(index).row());
    return rows;
}

std::vector<int> GalleryPanel::rowsForExport() const {
    std::vector<int> rows = selectedRows();
    if (rows.size() > 1)
        return rows;
    rows.clear();
    for (int row = 0; row < m_filter->rowCount(); ++row)
        rows.push_back(m_filter->mapToSource(m_filter->index(row, 0)).row());
    return rows;
}

GalleryPanel::ViewState GalleryPanel::viewState() const {
    return {m_search->text(), m_show->currentIndex(), m_order->currentIndex()};
}

void GalleryPanel::setViewState(const ViewState& state) {
    m_search->setText(state.search);
    m_show->setCurrentIndex(std::min(state.show, m_show->count() - 1));
    m_order->setCurrentIndex(std::min(state.order, m_order->count() - 1));
}

void GalleryPanel::updateCounts() {
    const QString text =
        m_model->isCase() ? tr("%1 of %2 shown, %3 reviewed") : tr("%1 of %2 shown, %3 seen");
    m_counts->setText(
        text.arg(m_filter->rowCount()).arg(m_model->rowCount()).arg(m_model->reviewedCount()));
}

} // namespace ui::gallery
