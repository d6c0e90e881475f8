// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/error.h"
#include "core/image/folder_scanner.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app::cli {

struct InputFile {
    std::filesystem::path path;
    std::optional<core::Error> error; ///< there is no such file
};

struct InputList {
    std::vector<InputFile> files; ///< in the order of the arguments, folders sorted by name
    bool hasProblem = false;      ///< a folder could not be read, or there is no picture at all
};

/// The pictures that the arguments name. Folders that cannot be read or are without pictures are
/// told on standard error.
[[nodiscard]] InputList listInputs(const std::vector<std::string>& paths,
                                   core::image::Descend descend, CommandContext& context);

/// Whether writing a file would change one of the inputs, by whatever name it is reached.
[[nodiscard]] bool isAmong(const std::filesystem::path& file, const std::vector<InputFile>& inputs);

} // namespace app::cli
