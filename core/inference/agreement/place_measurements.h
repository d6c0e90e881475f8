// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/examination/examination.h"
#include "core/image/image.h"

#include <vector>

namespace core::inference {

/// Measures the places that sentences speak about, and compares.
class PlaceMeter {
  public:
    /// @param measured  of the same picture, with maps; outlives this
    PlaceMeter(const image::Image& picture, const examination::Examination& measured);

    /// Fills in what was measured within a model clue's regions, and whether it agrees:
    /// a sentence that calls a place too smooth or too rough is held against its noise and detail;
    /// one that speaks for a fake agrees with findings in the same place, one that speaks for a
    /// photograph conflicts with them. Clues without regions stay as they are.
    void measure(examination::Clue& clue) const;

  private:
    /// One value for each tile of the picture.
    struct Tiles {
        int side = 0;   ///< pixels
        HeatMap noise;  ///< gray levels
        HeatMap detail; ///< mean difference of neighbors, gray levels
    };
    void addTileNumbers(examination::Clue& clue) const;
    void addMapNumbers(examination::Clue& clue) const;
    [[nodiscard]] bool hasFindingAt(const examination::Clue& clue) const;

    const examination::Examination& m_measured;
    int m_width;
    int m_height;
    Tiles m_tiles;
};

} // namespace core::inference
