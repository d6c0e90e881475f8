// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector/kernel_machine.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::model {

/// What a kernel machine is fitted to.
struct KernelProblem {
    std::span<const float> values; ///< [rows, inputs]
    int inputs = 0;
    std::vector<bool> isGenerated; ///< [rows]
    std::vector<double> weights;   ///< [rows], of mean 1
};

struct KernelFitOptions {
    int components = 300;
    double gamma = 1.0 / 600;
    double ridge = 3;
    int centers = 3000;
    std::uint64_t seed = 1;
};

/// Standardizes, whitens, draws the centers by weight and solves the weighted least squares.
/// @errors InvalidArgument (a class is missing, or fewer rows than components), LimitExceeded,
///         Internal (no solution)
[[nodiscard]] Result<KernelMachine> fitKernelMachine(const KernelProblem& problem,
                                                     const KernelFitOptions& options);

/// KernelMachine::score and ::distance of many pictures at once.
struct MachineOutput {
    std::vector<double> scores;    ///< [rows]
    std::vector<double> distances; ///< [rows]
};
/// @param values  [rows, inputs]
[[nodiscard]] MachineOutput outputOf(const KernelMachine& machine, std::span<const float> values);

} // namespace core::model
