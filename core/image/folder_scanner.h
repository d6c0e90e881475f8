// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace core::image {

enum class Descend { No, Yes };

/// The picture files of a path, sorted by name: the file itself (always, whatever its name), or a
/// folder's files with a picture extension or picture content. Symlink loops are skipped. What
/// cannot be looked into is reported: folders and files without rights, links to nothing, pipes,
/// sockets, devices, folders that lie too deep.
struct FolderScan {
    std::vector<std::filesystem::path> files;
    /// Everything else that a folder holds, so that nothing is left out unseen: files of other and
    /// unknown formats, hidden files, and what lies in hidden folders.
    std::vector<std::filesystem::path> others;
    std::vector<Error> problems; ///< one for each entry that was left out
};

/// @param found  called with batches of at most 2,000 files as they are found; may be empty
/// @errors FileNotFound, Cancelled
[[nodiscard]] Result<FolderScan>
scanFolder(const std::filesystem::path& path, Descend descend,
           const std::function<void(const std::vector<std::filesystem::path>&)>& found = {},
           std::stop_token stop = {});

} // namespace core::image
