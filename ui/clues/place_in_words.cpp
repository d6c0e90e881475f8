// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/place_in_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace ui::clues {

namespace {

constexpr double kNearlyAll = 85; ///< percent of the picture

} // namespace

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
    if (share >= kNearlyAll)
        return QCoreApplication::translate("Places", "nearly the whole picture");
    //: %1 is a place such as "upper left"
    return QCoreApplication::translate("Places", "%1, %2 % of the picture")
        .arg(QCoreApplication::translate("Places",
                                         kPlaces[static_cast<std::size_t>(row * 3 + column)]))
        .arg(std::max(1.0, share), 0, 'f', 0);
}

QString placesInWords(const core::examination::Clue& clue,
                      const core::examination::Source& source) {
    if (clue.grounding && clue.grounding->extent == core::examination::GroundingExtent::NotTied)
        return QCoreApplication::translate("Places", "no place");
    if (clue.regions.empty())
        return QCoreApplication::translate("Places", "whole image");
    QStringList places;
    for (const core::Region& region : clue.regions)
        places << placeInWords(region, source.width, source.height);
    return places.join(QStringLiteral("; "));
}

} // namespace ui::clues
