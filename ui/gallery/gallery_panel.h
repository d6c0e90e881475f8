// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QTimer;

namespace ui::gallery {

class GalleryFilter;
class GalleryModel;

/// The thumbnails with search, filter and order above them.
class GalleryPanel : public QWidget {
    Q_OBJECT

  public:
    /// @param model  outlives the panel
    explicit GalleryPanel(GalleryModel* model, QWidget* parent = nullptr);

    [[nodiscard]] int currentRow() const; ///< in the model; -1: none
    void select(int row);                 ///< in the model
    /// Selects the next (or previous) picture as shown; only unreviewed ones when asked.
    enum class Among { All, Unreviewed };
    void step(int by, Among among);
    /// Rows of the model that are selected, in the order shown.
    [[nodiscard]] std::vector<int> selectedRows() const;
    /// The selected rows; all shown ones when one or none is selected.
    [[nodiscard]] std::vector<int> rowsForExport() const;
    void updateCounts();

    /// What is shown in which order: entries of the lists above the thumbnails.
    struct ViewState {
        QString search;
        int show = 0;
        int order = 0;
    };
    [[nodiscard]] ViewState viewState() const;
    void setViewState(const ViewState& state);

  Q_SIGNALS:
    void currentRowChanged(int row);

  private:
    [[nodiscard]] QWidget* makeBar();
    void choose(const QModelIndex& index);
    void admitResults();

    GalleryModel* m_model;
    GalleryFilter* m_filter = nullptr;
    QListView* m_view = nullptr;
    QLineEdit* m_search = nullptr;
    QComboBox* m_show = nullptr;
    QComboBox* m_order = nullptr;
    QLabel* m_counts = nullptr;
    QTimer* m_admit = nullptr; ///< gathers results before the filter looks at them
};

} // namespace ui::gallery
