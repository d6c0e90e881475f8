// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_list_model.h"

#include "core/clues/sentence_register.h"
#include "core/report/clue_notes.h"
#include "core/report/translated_words.h"
#include "ui/clues/place_in_words.h"

namespace ui::clues {

void ClueListModel::setExamination(
    std::shared_ptr<const core::examination::Examination> examination) {
    beginResetModel();
    m_examination = std::move(examination);
    m_order = m_examination ? core::clues::orderOfClues(m_examination->clues)
                            : std::vector<std::size_t>();
    endResetModel();
}

int ClueListModel::clueAt(int row) const {
    return row >= 0 && row < std::ssize(m_order)
               ? static_cast<int>(m_order[static_cast<std::size_t>(row)])
               : -1;
}

int ClueListModel::rowOf(int clue) const {
    for (std::size_t row = 0; row < m_order.size(); ++row)
        if (static_cast<int>(m_order[row]) == clue)
            return static_cast<int>(row);
    return -1;
}

int ClueListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_examination ? 0 : static_cast<int>(m_examination->clues.size());
}

QVariant ClueListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::examination::Clue& clue =
        m_examination->clues[m_order[static_cast<std::size_t>(index.row())]];
    const int number = clueAt(index.row()) + 1;
    switch (role) {
    case Qt::DisplayRole:
        return core::report::clueText(clue);
    case Qt::AccessibleTextRole:
        return tr("Clue %1: %2 %3")
            .arg(number)
            .arg(core::report::clueText(clue), detailWithStrength(clue));
    case Qt::ToolTipRole:
        return detailWithStrength(clue);
    case DetailRole:
        return detail(clue);
    case DirectionRole:
        return static_cast<int>(clue.direction);
    case NumberRole:
        return number;
    case CheckableRole:
        return clue.grounding && !clue.regions.empty();
    case HasRegionsRole:
        return !clue.regions.empty();
    case StrengthRole:
        return clue.strength;
    default:
        return {};
    }
}

QString ClueListModel::detail(const core::examination::Clue& clue) const {
    return (QStringList({core::report::clueKindWord(clue.kind),
                         core::report::clueSourceWord(clue.source),
                         core::report::directionWord(clue.direction),
                         placesInWords(clue, m_examination->source)}) +
            core::report::clueNotes(clue))
        .join(QStringLiteral(" · "));
}

QString ClueListModel::detailWithStrength(const core::examination::Clue& clue) const {
    return detail(clue) + QStringLiteral(" · ") +
           tr("strength %1 %").arg(100 * clue.strength, 0, 'f', 0);
}

} // namespace ui::clues
