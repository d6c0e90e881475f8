// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forensics/analyzer.h"
#include "core/model/detector/kernel_machine.h"
#include "core/model/detector/picture_network.h"

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>

namespace core::inference {

/// The name of a score that has no part in the fusion.
inline constexpr const char* kComputedScore = "computed";

/// Looks at a picture as a whole: a published image network describes it, a kernel machine judges
/// the description.
struct NetworkJudge {
    model::PictureNetwork network;
    model::KernelMachine machine;
    model::KernelMachine computed; ///< tells pictures that a formula made from all others
};

/// @param models  folder with picture_network.safetensors and kernel_machines.safetensors
/// @errors ModelMissing, ModelInvalid
[[nodiscard]] Result<NetworkJudge> readNetworkJudge(const std::filesystem::path& models);

/// "network.whole", and with ".distance" the logarithm of how far the picture lies from what was
/// learned; and "computed", see EvidenceFusion::computedAbove. @errors LimitExceeded, Cancelled,
/// Internal
[[nodiscard]] Result<std::map<std::string, double>>
networkEvidence(const forensics::Subject& subject, const NetworkJudge& judge, std::stop_token stop);

} // namespace core::inference
