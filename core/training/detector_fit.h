// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector/kernel_machine_fit.h"
#include "core/training/statistics_table.h"
#include "core/training/threshold_fit.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace core::training {

/// An input that is 0 without a local finding, with a weight that is not fitted here: the list has
/// no manipulated pictures.
struct LocalInput {
    std::string name;
    double scale = 1;
    double weight = 0;
};

struct DetectorFitOptions {
    std::filesystem::path pictures; ///< folder of the table's files, for their JPEG quality
    model::KernelFitOptions kernel;
    Promises promises;
    std::filesystem::path network; ///< picture_network.safetensors, for computed pictures
    /// Of the calibration, of one source and class.
    int mostPerSource = 100;
    std::vector<LocalInput> local;
    /// What each file's form counts, out of fold; see outOfFoldFormRatios. Files without one have
    /// no part in how both join.
    std::map<std::string, double> formRatios;
    std::function<void(const std::string&)> log; ///< may be empty
};

/// Cross-validates by source, then fits the machines on all pictures of photographic look and the
/// fusion on their out-of-fold scores, and writes kernel_machines.safetensors, fusion.json and
/// training_record.json into `folder`. Out-of-fold scores are kept in `scratch` and taken from
/// there when the table has not changed. The sealed fold is scored by machines, a fusion and
/// thresholds that never saw it, for the record alone.
/// @errors InvalidArgument (a class is missing), WriteFailed, Internal
[[nodiscard]] Result<void> fitDetector(const StatisticsTable& table,
                                       const DetectorFitOptions& options,
                                       const std::filesystem::path& folder,
                                       const std::filesystem::path& scratch);

} // namespace core::training
