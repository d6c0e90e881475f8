// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector/kernel_machine.h"
#include "core/model/detector/picture_network.h"
#include "core/training/statistics_table.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace core::training {

/// Tells pictures that a formula made from photographs and generated pictures: of such the detector
/// knows nothing.
struct ComputedGate {
    model::KernelMachine machine;
    double threshold = 0; ///< scores above it are of computed pictures
    nlohmann::ordered_json figures;
};

struct ComputedGateOptions {
    int perKind = 40;
    /// Of photographs and generated pictures as found, out of fold, that may pass for computed.
    double mostLost = 0.02;
    std::uint64_t seed = 1;
};

/// Draws computed pictures and fits the gate. The threshold is chosen on scores of pictures whose
/// sources were left out; how many computed pictures it stops is told for kinds that were left out.
/// @param table  joined, see joined(); @param rows  of photographic look
/// @errors those of the network and of fitKernelMachine
[[nodiscard]] Result<ComputedGate>
fittedComputedGate(const StatisticsTable& table, const std::vector<std::size_t>& rows,
                   const model::PictureNetwork& network, const ComputedGateOptions& options,
                   const std::function<void(const std::string&)>& log);

} // namespace core::training
