// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace core::training {

/// What the calibration is fitted to: one training picture under one condition.
struct FeatureRow {
    std::string file;
    std::string source;
    std::string generator;
    std::string look;
    std::string chain; ///< the condition's name
    bool isGenerated = false;
    bool isManipulated = false;
    int width = 0;
    int height = 0;
    std::map<std::string, double> evidence; ///< inputs of the fusion, and model::kFileQuality
};

/// Generated or manipulated.
[[nodiscard]] inline bool isFake(const FeatureRow& row) {
    return row.isGenerated || row.isManipulated;
}

} // namespace core::training
