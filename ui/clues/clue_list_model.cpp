// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/clue_list_model.h"

#include "core/report/translated_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui::clues {

QString placeInWords(const core::Region& region, int width, int height) {
    static constexpr std::array kPlaces = {
        QT_TRANSLATE_NOOP("Places", "upper left"),  QT_TRANSLATE_NOOP("Places", "top"),
        QT_TRANSLATE_NOOP("Places", "upper right"), QT_TRANSLATE_NOOP("Places", "left"),
        QT_TRANSLATE_NOOP("Places", "middle"),      QT_TRANSLATE_NOOP("Places", "right"),
        QT_TRANSLATE_NOOP("Places", "lower left"),  QT_TRANSLATE_NOOP("Places", "bottom"),
        QT_TRANSLATE_NOOP("Places", "lower right")};
    const double w = std::max(1, width);
    const double h = std::max(1, height);
    const auto third = [](double share) { return std::clamp(static_cast<int>(share * 3), 0, 2); };
    const int column = third((region.box.x + region.box.width / 2.0) / w);
    const int row = third((region.box.y + region.box.height / 2.0) / h);
    const double share = 100.0 * static_cast<double>(region.box.area()) / (w * h);
    //: %1 is a place such as "upper left"
    return QCoreApplication::translate("Places", "%1, %2 % of the picture")
        .arg(QCoreApplication::translate("Places",
                                         kPlaces[static_cast<std::size_t>(row * 3 + column)]))
        .arg(std::max(1.0, share), 0, 'f', 0);
}

void ClueListModel::setExamination(
    std::shared_ptr<const core::examination::Examination> examination) {
    beginResetModel();
    m_examination = std::move(examination);
    endResetModel();
}

int ClueListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_examination ? 0 : static_cast<int>(m_examination->clues.size());
}

QVariant ClueListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::examination::Clue& clue =
        m_examination->clues[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return core::report::clueText(clue);
    case Qt::AccessibleTextRole:
        return tr("Clue %1: %2 %3")
            .arg(index.row() + 1)
            .arg(core::report::clueText(clue), detail(clue));
    case Qt::ToolTipRole:
    case DetailRole:
        return detail(clue);
    case DirectionRole:
        return static_cast<int>(clue.direction);
    case NumberRole:
        return index.row() + 1;
    case HasRegionsRole:
        return !clue.regions.empty();
    case StrengthRole:
        return clue.strength;
    default:
        return {};
    }
}

QString ClueListModel::detail(const core::examination::Clue& clue) const {
    const QString place = clue.regions.empty()
                              ? tr("whole image")
                              : placeInWords(clue.regions.front(), m_examination->source.width,
                                             m_examination->source.height);
    return QStringList({core::report::clueKindWord(clue.kind),
                        core::report::clueSourceWord(clue.source),
                        core::report::directionWord(clue.direction), place})
        .join(QStringLiteral(" · "));
}

} // namespace ui::clues
