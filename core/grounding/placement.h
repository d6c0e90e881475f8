// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/base/region.h"
#include "core/grounding/model_input.h"
#include "core/grounding/token_map.h"

#include <memory>
#include <vector>

namespace core::grounding {

/// How much of the picture a map speaks about.
enum class Extent { Regions, WholeImage };

struct PlacementRule {
    double keptMass = 0.5; ///< what is above the threshold, unless Otsu cuts tighter; never cuts
                           ///< above half of the peak
    double smallestShare = 0.015;   ///< of a region, of the model's input
    double mergedFrom = 0.3;        ///< boxes that overlap this much (over union) become one
    double wholeFromShare = 0.6;    ///< area above the threshold from which it is the whole image
    double wholeFromEvenness = 0.9; ///< see evenness()
    int most = 3;
    /// Gaussian sigma in tokens on grids of 16 or more across, less on smaller ones: a token has
    /// mixed content, and one cell is the honest precision.
    double smoothing = 1;
};

/// A token map on the upright picture.
struct Placement {
    Extent extent = Extent::WholeImage;
    std::vector<Region> regions;        ///< boxes in the picture, best first; empty for WholeImage
    std::shared_ptr<const HeatMap> map; ///< over the whole picture, 0 where nothing was seen
    double evenness = 1;
};

/// Smooths the map, enlarges it to the model's input, cuts it into boxes and puts both onto the
/// picture. A region's score is its share of the mass times its contrast to the rest.
[[nodiscard]] Placement placed(const TokenMap& map, const ModelInput& input,
                               const PlacementRule& rule = {});

/// The map laid over the whole picture, scaled so that the largest value is 1.
[[nodiscard]] std::shared_ptr<const HeatMap> mapOnPicture(const TokenMap& map,
                                                          const ModelInput& input);

} // namespace core::grounding
