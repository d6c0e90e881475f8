// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forensics/analyzer.h"
#include "core/model/detector/kernel_machine.h"

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace core::inference {

/// The machines that judge a picture's residual statistics, by look: at its own scale (learned from
/// files as found, and from their copies as well) and at half of it.
struct ResidualMachines {
    model::KernelMachine ownAsFound;
    model::KernelMachine own;
    model::KernelMachine half;
};

/// @param file  kernel_machines.safetensors
/// @errors ModelMissing, ModelInvalid
[[nodiscard]] Result<ResidualMachines> readResidualMachines(const std::filesystem::path& file);

/// What they say of one picture.
struct ResidualEvidence {
    /// "residual.own_as_found", "residual.own", "residual.half", and each with ".distance": the
    /// logarithm of how far the picture lies from what was learned.
    std::map<std::string, double> inputs;
    /// What the score at the picture's own scale is made of, in percent of all: "patterns" of
    /// neighboring pixels (the rest: the spectrum), and "color" (the rest: brightness).
    double patterns = 0;
    double color = 0;
};

/// @errors LimitExceeded, Cancelled
[[nodiscard]] Result<ResidualEvidence> residualEvidence(const forensics::Subject& subject,
                                                        const ResidualMachines& machines,
                                                        std::stop_token stop);

} // namespace core::inference
