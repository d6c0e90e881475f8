// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector/kernel_machine_fit.h"
#include "core/training/statistics_table.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace core::training {

/// One way to look at a picture: at its own residual or that at half its scale, learned from
/// pictures as found or from their copies as well, or at the whole of it through the picture
/// network.
struct Look {
    const char* name;   ///< of its machine
    const char* input;  ///< of the fusion
    int firstValue = 0; ///< in a row of both tables joined
    int values = 0;
    bool learnsCopies = true;
};
inline constexpr Look kLooks[] = {
    {"own_as_found", "residual.own_as_found", 0, forensics::kStatisticsValues, false},
    {"own", "residual.own", 0, forensics::kStatisticsValues, true},
    {"half", "residual.half", forensics::kStatisticsValues, forensics::kStatisticsValues, true},
    {"whole", "network.whole", kResidualValues, model::kNetworkFeatures, true}};

/// Rows of photographic look, without pictures that another source has as well.
[[nodiscard]] std::vector<std::size_t> rowsToFit(const StatisticsTable& table);

/// Out-of-fold output for each row of the table by the machine of one look; rows of the sealed fold
/// are scored by one fitted on all other folds. Not a number for rows that are not in `rows`.
/// @errors those of fitKernelMachine, WriteFailed
[[nodiscard]] Result<model::MachineOutput>
outOfFoldScores(const StatisticsTable& table, const std::vector<std::size_t>& rows,
                const Look& look, const model::KernelFitOptions& options,
                const std::filesystem::path& scratch,
                const std::function<void(const std::string&)>& log);

/// The machine fitted on all `rows`.
[[nodiscard]] Result<model::KernelMachine> machineOfAll(const StatisticsTable& table,
                                                        const std::vector<std::size_t>& rows,
                                                        const Look& look,
                                                        const model::KernelFitOptions& options);

} // namespace core::training
