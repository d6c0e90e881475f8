// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace ui::clues {

/// The clues of one picture, one row each, strongest first and boilerplate last.
class ClueListModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        DirectionRole = Qt::UserRole + 1, ///< core::examination::Direction as int
        DetailRole,                       ///< kind, source, direction and place in words
        NumberRole,                       ///< 1 for the first clue, as painted on the picture
        HasRegionsRole,
        StrengthRole,  ///< 0 to 1
        CheckableRole, ///< a model's sentence with a region
    };

    using QAbstractListModel::QAbstractListModel;

    /// The clue of a row, as counted in the examination, and the other way; -1: none.
    [[nodiscard]] int clueAt(int row) const;
    [[nodiscard]] int rowOf(int clue) const;

    void setExamination(std::shared_ptr<const core::examination::Examination> examination);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  private:
    [[nodiscard]] QString detail(const core::examination::Clue& clue) const;
    [[nodiscard]] QString detailWithStrength(const core::examination::Clue& clue) const;

    std::shared_ptr<const core::examination::Examination> m_examination;
    std::vector<std::size_t> m_order; ///< clue by row
};

} // namespace ui::clues
