// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/training_list.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace core::training {

/// The sources are cut into six; the last sixth is not fitted on and is measured once.
inline constexpr int kFormFolds = 5;
inline constexpr int kHeldOutFold = 5;

/// 0 to 5, the same for all pictures of a source, from a stable hash.
[[nodiscard]] int formFoldOf(const std::string& source);

/// The form of one picture's file.
struct FormRow {
    std::string source;
    std::string look;
    std::string file; ///< its name
    bool isGenerated = false;
    int fold = 0;
    std::vector<std::size_t> traits; ///< indexes into provenance::formTraitNames(), ascending
};

struct FormRows {
    std::vector<FormRow> rows; ///< in the order of the list
    int skipped = 0;           ///< unreadable files
};

/// Pictures of the index that were cut out of larger ones ("#crop" in their path): their size
/// tells nothing.
/// @errors FileNotFound
[[nodiscard]] Result<std::set<std::filesystem::path>>
cutOutPictures(const std::filesystem::path& pictures);

/// Reads the headers of all files; only formats without a stated size are decoded. Of a file that
/// is listed more than once only the first entry counts.
[[nodiscard]] FormRows readFormRows(const std::vector<TrainingItem>& items,
                                    const std::set<std::filesystem::path>& leftOut, int threads,
                                    const std::function<void(int, int)>& progress);

} // namespace core::training
