// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/map_layers.h"

#include "core/report/translated_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::review {

std::vector<MapLayer> mapLayersOf(const core::examination::Examination& examination) {
    std::vector<MapLayer> layers = {
        {QCoreApplication::translate("MapLayers", "Overall map"), nullptr}};
    const auto add = [&](const QString& name, const std::shared_ptr<const core::HeatMap>& map) {
        const auto isKnown = [&](const MapLayer& layer) { return layer.map == map; };
        if (map && map != examination.map && std::ranges::none_of(layers, isKnown))
            layers.push_back({name, map});
    };
    for (const core::examination::Measurement& measurement : examination.measurements)
        add(core::report::analyzerWord(measurement.analyzer), measurement.map);
    int number = 0;
    for (const core::examination::Clue& clue : examination.clues)
        add(QCoreApplication::translate("MapLayers", "Map of clue %1").arg(++number), clue.map);
    return layers;
}

} // namespace ui::review
