// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QString>

#include <memory>
#include <vector>

namespace ui::review {

/// A heat map that can be laid over the picture, with its name.
struct MapLayer {
    QString name;
    std::shared_ptr<const core::HeatMap> map; ///< null: the engine's overall map
};

/// The overall map, then those of the analyzers and of the clues; no map twice.
[[nodiscard]] std::vector<MapLayer> mapLayersOf(const core::examination::Examination& examination);

} // namespace ui::review
