// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace core::model {

/// A regularized least-squares classifier with a Gaussian kernel on whitened principal components,
/// with a few thousand training pictures as centers (Nystroem's approximation; Rudi et al., "Less
/// is More", 2015).
struct KernelMachine {
    int inputs = 0;     ///< values of a picture
    int components = 0; ///< principal components
    int centers = 0;
    double gamma = 0; ///< of exp(-gamma * squared distance)
    double bias = 0;
    std::vector<float> mean;         ///< [inputs]
    std::vector<float> scale;        ///< [inputs], above 0
    std::vector<float> projection;   ///< [components, inputs], of standardized values
    std::vector<float> places;       ///< [centers, components]
    std::vector<float> coefficients; ///< [centers]

    /// @param values  `inputs` of them @return about -1 for a photograph, about 1 for a generated
    /// picture
    [[nodiscard]] double score(std::span<const float> values) const;

    /// How far the picture lies from all training pictures: mean square of its whitened
    /// components, 1 on average for those.
    [[nodiscard]] double distance(std::span<const float> values) const;

    /// How much each value adds to the score at this picture: its standardized deviation from the
    /// training pictures' mean times the score's slope. @return `inputs` of them
    [[nodiscard]] std::vector<float> contributions(std::span<const float> values) const;
};

/// Standardized values beyond this say no more.
inline constexpr float kMostDeviation = 6;

/// Reads the machines of one file, by their names. Projection and places are stored in half
/// precision.
/// @errors ModelMissing, ModelInvalid
[[nodiscard]] Result<std::vector<KernelMachine>>
readKernelMachines(const std::filesystem::path& file, const std::vector<std::string>& names);

/// @errors WriteFailed
[[nodiscard]] Result<void> writeKernelMachines(const std::vector<KernelMachine>& machines,
                                               const std::vector<std::string>& names,
                                               const std::filesystem::path& file);

} // namespace core::model
