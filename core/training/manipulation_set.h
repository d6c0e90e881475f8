// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/training_list.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace core::training {

/// Changes real pictures of the list, each in one way and by turns, and writes NAME.jpg (or .png,
/// every fourth), NAME.mask.png and manifest.tsv for `clueglass-cli eval`; every third picture is
/// left unchanged, but saved alike. Hosts are reduced to 1,280 pixels at most. Pictures that cannot
/// be used are skipped. The same list and seed give the same files.
/// @param count  files to write
/// @return how many were written
/// @errors InvalidArgument (no real picture), WriteFailed
[[nodiscard]] Result<int> writeManipulationSet(const std::vector<TrainingItem>& items, int count,
                                               std::uint64_t seed,
                                               const std::filesystem::path& folder);

} // namespace core::training
