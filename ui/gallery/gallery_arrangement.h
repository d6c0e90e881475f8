// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/gallery_facets.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/name_order.h"

#include <QAbstractProxyModel>
#include <QFutureWatcher>

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ui::gallery {

/// What the gallery shows, in which order and in which stacks. Nothing moves by itself: what
/// arrives or begins to match is put at the end, and what no longer matches stays, until arrange().
class GalleryArrangement : public QAbstractProxyModel {
    Q_OBJECT

  public:
    enum class Order {
        Added,
        Name,
        MostFakeFirst,
        LeastFakeFirst,
        DisagreementFirst, ///< engines, then examiner and machine
        BestRatedFirst,
        OpenFirst, ///< not reviewed
        LatestFirst,
        LargestFirst, ///< by bytes of the file
    };
    /// What makes a stack: shown as its first picture until it is opened.
    enum class Grouping { None, Folder, Camera, NearDuplicates, Verdict };
    enum Role {
        StackSizeRole = Qt::UserRole + 100, ///< of the stack that begins here; 0: none does
        StackNameRole,                      ///< what its pictures have in common; may be empty
        IsStackOpenRole,
        StackBandRole, ///< of a picture of an opened stack: 1 or 2, in turns; else 0
    };

    explicit GalleryArrangement(GalleryModel* model, QObject* parent = nullptr);

    void setOrder(Order order);
    void setChoice(const FacetChoice& choice);
    [[nodiscard]] const FacetChoice& choice() const { return m_choice; }
    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    /// Rows of the model, in any order, that a search has found; no search: everything is found.
    void setFound(const std::vector<int>& rows);
    void setEverythingFound();
    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    /// Filters, sorts and stacks anew.
    void arrange();
    /// Adds the rows that match by now.
    void admitMatchingRows() { admit(0, m_model->rowCount() - 1); }

    /// Opens a closed stack, closes an opened one. @param row  shown
    void toggleStack(int row);
    void setAllStacksOpen(bool open);
    /// Rows of the model that a shown one stands for: of a closed stack all that match.
    [[nodiscard]] std::vector<int> rowsBehind(int row) const;
    /// Rows of the model that match, whether or not a stack hides them.
    [[nodiscard]] std::vector<int> matchingRows() const;
    [[nodiscard]] int matchingCount() const { return m_matching; }
    [[nodiscard]] std::map<FacetValue, int> counts() const;

    /// Rows of the model and of this one; -1: not there or not shown.
    [[nodiscard]] int sourceRow(int row) const;
    /// A closed stack's first picture for the others of its stack.
    [[nodiscard]] int shownRow(int sourceRow) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  Q_SIGNALS:
    void arranged();       ///< rows are elsewhere than before
    void aboutToArrange(); ///< the last moment at which they are where they were

  private:
    [[nodiscard]] bool accepts(const FacetMatcher& matcher, int row) const;
    [[nodiscard]] std::vector<int> sortedMatches() const;
    [[nodiscard]] bool isBefore(int a, int b) const;
    void stack(const std::vector<int>& sorted);
    void show(std::vector<int> rows);
    [[nodiscard]] int stackOf(int sourceRow) const;
    void admit(int first, int last);
    [[nodiscard]] bool hidesInStack(int sourceRow);
    void compare();
    void arrangeAsKnown();
    void follow();
    void passOn(int first, int last, const QList<int>& roles);
    [[nodiscard]] QString stackName(int sourceRow) const;

    GalleryModel* m_model;
    NameOrder m_names;
    Order m_order = Order::Added;
    Grouping m_grouping = Grouping::None;
    FacetChoice m_choice;
    bool m_isSearching = false;
    std::vector<char> m_isFound; ///< by source row, while searching
    std::vector<int> m_shown;    ///< source rows
    std::vector<int> m_placeOf;  ///< by source row; -1: not shown
    int m_matching = 0;
    std::vector<char> m_isIn; ///< by source row: shown, or hidden by a stack only
    QFutureWatcher<std::vector<std::size_t>> m_comparison;
    bool m_isCompared = false;       ///< m_near knows all hashes
    std::vector<std::size_t> m_near; ///< by source row: stack of near duplicates
    std::unordered_map<int, std::vector<int>> m_members; ///< stack -> matching source rows
    std::unordered_set<int> m_open;                      ///< stacks
};

} // namespace ui::gallery
