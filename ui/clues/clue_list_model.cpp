// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_list_model.h"

#include "core/report/clue_notes.h"
#include "core/report/headline.h"
#include "core/report/translated_words.h"
#include "ui/clues/place_in_words.h"

namespace ui::clues {

void ClueListModel::setExamination(
    std::shared_ptr<const core::examination::Examination> examination) {
    beginResetModel();
    const bool isSame =
        m_examination && examination && m_examination->source.sha256 == examination->source.sha256;
    if (!isSame)
        m_open.clear();
    m_examination = std::move(examination);
    m_order =
        m_examination ? core::report::cluesThatMatter(*m_examination) : std::vector<std::size_t>();
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
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QVariant ClueListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::examination::Clue& clue =
        m_examination->clues[m_order[static_cast<std::size_t>(index.row())]];
    const QString plain = core::report::plainClueText(clue);
    switch (role) {
    case Qt::DisplayRole:
        return plain;
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case Qt::ToolTipRole:
        return detailWithStrength(clue);
    case DetailRole:
        return detail(clue);
    case LongRole: {
        const QString sentence = core::report::clueText(clue);
        return sentence == plain ? QString() : sentence;
    }
    case AdviceRole:
        return core::report::clueAdvice(clue);
    case OpenRole:
        return m_open.contains(clueAt(index.row()));
    case DirectionRole:
        return static_cast<int>(clue.direction);
    case NumberRole:
        return clueAt(index.row()) + 1;
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

bool ClueListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != OpenRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (value.toBool())
        m_open.insert(clueAt(index.row()));
    else
        m_open.erase(clueAt(index.row()));
    Q_EMIT dataChanged(index, index, {OpenRole, Qt::SizeHintRole});
    return true;
}

QString ClueListModel::spoken(int row) const {
    const core::examination::Clue& clue =
        m_examination->clues[m_order[static_cast<std::size_t>(row)]];
    QString text = tr("Clue %1: %2 %3")
                       .arg(clueAt(row) + 1)
                       .arg(core::report::plainClueText(clue), detailWithStrength(clue));
    if (m_open.contains(clueAt(row)))
        text += ' ' + core::report::clueText(clue) + ' ' + core::report::clueAdvice(clue);
    return text.trimmed();
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
