// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/gallery_facets.h"
#include "ui/gallery/gallery_view_state.h"

#include <QMap>
#include <QModelIndex>
#include <QWidget>

#include <vector>

class QLabel;
class QLayout;
class QListView;
class QSlider;
class QTimer;

namespace ui::gallery {

class GalleryArrangement;
class GalleryBar;
class GalleryDelegate;
class GalleryModel;
class SavedViews;

/// The thumbnails with search, filters, order and stacks above them.
class GalleryPanel : public QWidget {
    Q_OBJECT

  public:
    /// @param model  outlives the panel
    explicit GalleryPanel(GalleryModel* model, QWidget* parent = nullptr);

    [[nodiscard]] int currentRow() const { return m_current; } ///< in the model; -1: none
    void select(int row);                                      ///< in the model
    [[nodiscard]] bool shows(int row) const;                   ///< no filter hides it
    void showAll();                                            ///< no search and no filter
    /// Selects the next (or previous) picture as shown; only unreviewed ones when asked.
    enum class Among { All, Unreviewed };
    void step(int by, Among among);
    /// How many places there are, and one of them, counted from 1.
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] int currentPlace() const;
    void goTo(int place);
    /// Rows of the model that are selected, in the order shown; of a closed stack all that it
    /// holds.
    [[nodiscard]] std::vector<int> selectedRows() const;
    /// The selected rows; all shown ones when one or none is selected.
    [[nodiscard]] std::vector<int> rowsForExport() const;
    /// The selected rows, four at most; the current one and the next when only one is selected.
    [[nodiscard]] std::vector<int> rowsToCompare() const;
    void updateCounts();
    /// Filters, sorts and stacks anew, now that everything is there.
    void arrange();

    void focusSearch();
    void openFilter();
    /// Opens or closes the stack of the current picture; all stacks.
    void toggleStack();
    void toggleAllStacks();

    /// Width and height of a cell, pixels; one step is 20.
    void setThumbnailSide(int side);
    void changeThumbnails(int steps);

    /// While a case is open its index is searched: searchRequested() is answered with showFound().
    void setSearchedElsewhere(bool elsewhere);
    /// @param rows  of the model. An answer to an older search is ignored.
    void showFound(const QString& query, const std::vector<int>& rows);
    /// What can be found has changed.
    void searchAgain();

    [[nodiscard]] GalleryViewState viewState() const;
    void setViewState(const GalleryViewState& state);
    /// Texts by name; see toText().
    void setSavedViews(const QMap<QString, QString>& views);

  Q_SIGNALS:
    void currentRowChanged(int row);
    void searchRequested(const QString& query);
    void thumbnailSideChanged(int side);
    void savedViewsChanged(const QMap<QString, QString>& views);

  private:
    [[nodiscard]] QLayout* makeFoot();
    void useSide(int side);
    void connectBar();
    void choose(const QModelIndex& index);
    void tellCurrent();
    void remember();
    void restore();
    void search();
    void admitResults();
    [[nodiscard]] QWidget* makeNothing();

    GalleryModel* m_model;
    GalleryArrangement* m_shown = nullptr;
    GalleryBar* m_bar = nullptr;
    SavedViews* m_saved = nullptr;
    QListView* m_view = nullptr;
    GalleryDelegate* m_delegate = nullptr;
    QLabel* m_counts = nullptr;
    QWidget* m_nothing = nullptr; ///< above an empty list: why it is empty
    QSlider* m_side = nullptr;
    QTimer* m_admit = nullptr;  ///< gathers results before the filters look at them
    QTimer* m_typing = nullptr; ///< waits for the next letter
    int m_current = -1;         ///< row of the model
    bool m_isSearchedElsewhere = false;
    // While everything is arranged anew.
    bool m_isArranging = false;
    int m_place = 0;
    int m_last = -1;             ///< the current row before a filter left nothing
    std::vector<int> m_selected; ///< rows of the model
};

} // namespace ui::gallery
