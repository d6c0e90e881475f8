// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_bar.h"

#include "ui/gallery/filter_chips.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ui::gallery {

using Order = GalleryArrangement::Order;
using Grouping = GalleryArrangement::Grouping;

namespace {

/// Ends in dots where its words do not fit.
class ElidedComboBox : public QComboBox {
  protected:
    void paintEvent(QPaintEvent*) override {
        constexpr int kMargin = 4;
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                    QStyle::SC_ComboBoxEditField, this);
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight,
                                                           field.width() - kMargin);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
};

/// The list may be wider than its closed form, which shares a narrow line.
void letShrink(QComboBox* list) {
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(8);
    list->view()->setMinimumWidth(list->view()->sizeHintForColumn(0) + 24);
}

void chooseEntry(QComboBox* list, int entry) {
    list->setCurrentIndex(std::clamp(entry, 0, list->count() - 1));
}

} // namespace

GalleryBar::GalleryBar(FilterPopup::Counts counts, QWidget* parent) : QWidget(parent) {
    makeSearch();
    makeFilter(std::move(counts));
    makeOrder();
    makeGrouping();
    m_chips = new FilterChips;
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_top = new QHBoxLayout;
    m_top->addWidget(m_search, 1);
    m_top->addWidget(m_filter);
    layout->addLayout(m_top, 0, 0);
    auto* lists = new QHBoxLayout;
    lists->addWidget(m_order, 1);
    lists->addWidget(m_grouping, 1);
    layout->addLayout(lists, 1, 0);
    layout->addWidget(m_chips, 2, 0);
    connect(m_chips, &FilterChips::changed, this, &GalleryBar::use);
}

void GalleryBar::makeSearch() {
    m_search = new QLineEdit;
    m_search->setObjectName("gallerySearch");
    m_search->setPlaceholderText(tr("Search names, tags, clues, notes, hashes"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setToolTip(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setAcceptDrops(false); // a dropped picture is for the window
    connect(m_search, &QLineEdit::textChanged, this, &GalleryBar::queryChanged);
    connect(m_search, &QLineEdit::returnPressed, this, &GalleryBar::picturesRequested);
}

void GalleryBar::makeFilter(FilterPopup::Counts counts) {
    m_popup = new FilterPopup(std::move(counts), this);
    m_filter = new QToolButton;
    m_filter->setObjectName("galleryFilter");
    m_filter->setText(tr("Filter"));
    m_filter->setArrowType(Qt::DownArrow);
    m_filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_filter->setToolTip(tr("Show only pictures with chosen properties"));
    m_filter->setAccessibleName(m_filter->toolTip());
    m_filter->setFocusPolicy(Qt::StrongFocus);
    connect(m_filter, &QToolButton::clicked, this, &GalleryBar::openFilter);
    connect(m_popup, &FilterPopup::changed, this, &GalleryBar::use);
}

void GalleryBar::makeOrder() {
    m_order = new ElidedComboBox;
    m_order->setObjectName("galleryOrder");
    m_order->setAccessibleName(tr("Order"));
    const std::pair<QString, Order> orders[] = {
        {tr("As added"), Order::Added},
        {tr("By name"), Order::Name},
        {tr("Fakes first"), Order::MostFakeFirst},
        {tr("Photographs first"), Order::LeastFakeFirst},
        {tr("Disagreement first"), Order::DisagreementFirst},
        {tr("Best rated first"), Order::BestRatedFirst},
        {tr("Not reviewed first"), Order::OpenFirst},
        {tr("Latest first, by time taken"), Order::LatestFirst},
        {tr("Largest files first"), Order::LargestFirst}};
    for (const auto& [word, order] : orders)
        m_order->addItem(word, static_cast<int>(order));
    letShrink(m_order);
    connect(m_order, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT orderChanged(static_cast<Order>(m_order->currentData().toInt())); });
}

void GalleryBar::makeGrouping() {
    m_grouping = new ElidedComboBox;
    m_grouping->setObjectName("galleryGrouping");
    m_grouping->setAccessibleName(tr("Stacks"));
    const std::pair<QString, Grouping> groupings[] = {
        {tr("No stacks"), Grouping::None},
        {tr("Stacks by folder"), Grouping::Folder},
        {tr("Stacks by camera"), Grouping::Camera},
        {tr("Stacks of near duplicates"), Grouping::NearDuplicates},
        {tr("Stacks by verdict"), Grouping::Verdict}};
    for (const auto& [word, grouping] : groupings)
        m_grouping->addItem(word, static_cast<int>(grouping));
    letShrink(m_grouping);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this] {
        Q_EMIT groupingChanged(static_cast<Grouping>(m_grouping->currentData().toInt()));
    });
}

void GalleryBar::use(const FacetChoice& choice) {
    m_choice = choice;
    m_chips->setChoice(choice);
    Q_EMIT choiceChanged(choice);
}

void GalleryBar::addButton(QToolButton* button) {
    m_top->addWidget(button);
}

QString GalleryBar::query() const {
    return m_search->text();
}

void GalleryBar::setQuery(const QString& query) {
    m_search->setText(query);
}

void GalleryBar::focusSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

void GalleryBar::openFilter() {
    m_popup->open(m_choice, m_filter->mapToGlobal(QPoint(0, m_filter->height())));
}

void GalleryBar::setChoice(const FacetChoice& choice) {
    use(choice);
}

int GalleryBar::order() const {
    return m_order->currentIndex();
}

void GalleryBar::setOrder(int entry) {
    chooseEntry(m_order, entry);
}

int GalleryBar::grouping() const {
    return m_grouping->currentIndex();
}

void GalleryBar::setGrouping(int entry) {
    chooseEntry(m_grouping, entry);
}

} // namespace ui::gallery
