// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QAbstractListModel>

#include <memory>

namespace ui::clues {

/// The clues of one picture, one row each, strongest first.
class ClueListModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        DirectionRole = Qt::UserRole + 1, ///< core::examination::Direction as int
        DetailRole,                       ///< kind, source, direction and place in words
        NumberRole,                       ///< 1 for the first clue, as painted on the picture
        HasRegionsRole,
        StrengthRole, ///< 0 to 1
    };

    using QAbstractListModel::QAbstractListModel;

    void setExamination(std::shared_ptr<const core::examination::Examination> examination);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  private:
    [[nodiscard]] QString detail(const core::examination::Clue& clue) const;
    [[nodiscard]] QString detailWithStrength(const core::examination::Clue& clue) const;

    std::shared_ptr<const core::examination::Examination> m_examination;
};

} // namespace ui::clues
