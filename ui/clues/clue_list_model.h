// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QAbstractListModel>

#include <memory>
#include <set>
#include <vector>

namespace ui::clues {

/// The clues of one picture in plain words, one row each, in the order in which they matter; see
/// core::report::cluesThatMatter. A row that is open says the rest.
class ClueListModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        DirectionRole = Qt::UserRole + 1, ///< core::examination::Direction as int
        DetailRole,                       ///< kind, source, direction and place in words
        NumberRole, ///< the clue's number as painted on the picture; counted from 1
        HasRegionsRole,
        StrengthRole,  ///< 0 to 1
        CheckableRole, ///< a model's sentence with a region
        LongRole,      ///< the sentence with its numbers; empty when the plain one says it all
        AdviceRole,    ///< what to do; may be empty
        OpenRole,      ///< whether the row says the rest; can be set
    };

    using QAbstractListModel::QAbstractListModel;

    /// The clue of a row, as counted in the examination, and the other way; -1: none.
    [[nodiscard]] int clueAt(int row) const;
    [[nodiscard]] int rowOf(int clue) const;

    void setExamination(std::shared_ptr<const core::examination::Examination> examination);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

  private:
    [[nodiscard]] QString detail(const core::examination::Clue& clue) const;
    [[nodiscard]] QString detailWithStrength(const core::examination::Clue& clue) const;
    [[nodiscard]] QString spoken(int row) const;

    std::shared_ptr<const core::examination::Examination> m_examination;
    std::vector<std::size_t> m_order; ///< clue by row
    std::set<int> m_open;             ///< clues
};

} // namespace ui::clues
