// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/error.h"
#include "core/base/output_file.h"
#include "core/image/folder_scanner.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app::cli {

struct InputFile {
    std::filesystem::path path;
    std::optional<core::Error> error; ///< there is no such file
    std::string note = {};            ///< said when it is taken into a case as a new exhibit
    bool isNoPicture = false;         ///< text or the like: not examining it is no failure
};

struct InputList {
    std::vector<InputFile> files; ///< in the order of the arguments, folders sorted by name
    bool hasProblem = false;      ///< a folder could not be read, or there is no picture at all
};

/// The pictures that the arguments name. Folders that cannot be read or are without pictures are
/// told on standard error.
[[nodiscard]] InputList listInputs(const std::vector<std::string>& paths,
                                   core::image::Descend descend, CommandContext& context);

/// The inputs as files that no output may replace.
[[nodiscard]] core::KeptFiles keptFiles(const std::vector<InputFile>& inputs);

} // namespace app::cli
