// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/picture_chain.h"
#include "core/training/training_list.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace core::training {

/// What was measured on one processed training picture.
struct FeatureRow {
    std::string file;
    std::string source;
    std::string generator;
    std::string look;
    std::string chain;
    bool isGenerated = false;
    bool isManipulated = false;
    int width = 0;
    int height = 0;
    std::filesystem::path processed;        ///< the processed file, for the tile classifier
    std::map<std::string, double> evidence; ///< the analyzers' features and local findings
};

/// Generated or manipulated.
[[nodiscard]] bool isFake(const FeatureRow& row);

/// Which chains to run on an item.
[[nodiscard]] std::vector<Chain> chainsFor(const TrainingItem& item, std::uint64_t seed);

/// Processes and measures every item, appends one JSON line per row to `table` and keeps the
/// processed pictures in `table`.pictures; rows that are already there are not measured again.
/// @param progress  called with (done, total)
/// @errors WriteFailed. Pictures that cannot be read are skipped and counted in the result
[[nodiscard]] Result<int> extendFeatureTable(const std::vector<TrainingItem>& items,
                                             const std::filesystem::path& table, int threads,
                                             const std::function<void(int, int)>& progress);

/// In the order of files and chains.
/// @errors FileNotFound (no row), InvalidJson
[[nodiscard]] Result<std::vector<FeatureRow>> readFeatureTable(const std::filesystem::path& table);

} // namespace core::training
