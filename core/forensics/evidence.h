// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/base/region.h"
#include "core/examination/clue.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace core::forensics {

/// Something an analyzer can state about the picture. The sentence itself is in core::clues'
/// catalog under `templateId`; the numbers fill its gaps.
struct Finding {
    std::string templateId; ///< e.g. "noise_residual.quieter_region"
    examination::ClueKind kind = examination::ClueKind::Texture;
    examination::Direction direction = examination::Direction::Neutral;
    double strength = 0; ///< 0 to 1
    std::vector<Region>
        regions; ///< at most 3, strongest first, all panels of a collage; empty: whole image
    std::map<std::string, double> numbers; ///< every gap of the template, and more if useful
};

/// What one analyzer measured. One contract for all of them.
struct Evidence {
    std::string analyzer; ///< its name
    bool applies = false;
    std::string reason;   ///< when it does not apply: one English sentence saying why
    std::string reasonId; ///< name of that sentence in the clue catalog, e.g. "reason.not_jpeg"

    std::string statistic; ///< what `value` is, with its unit
    double value = 0;
    double referenceLow = 0; ///< 5th to 95th percentile on untouched photographs
    double referenceHigh = 0;
    std::map<std::string, double> parameters;

    std::shared_ptr<const HeatMap> map; ///< upright grid, 0 (usual) to 1 (stands out); may be null
    std::vector<Finding> findings;
    /// Inputs for the fusion, by name ("noise.median"); finite numbers only. Left out when unknown.
    std::map<std::string, double> features;
    /// Features that mean something above a limit only, by name: at or below it the fusion gets 0.
    std::map<std::string, double> limits;
};

} // namespace core::forensics
