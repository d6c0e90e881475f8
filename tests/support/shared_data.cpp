// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"

#include <cstdlib>

namespace tests {

std::filesystem::path sourceDirectory() {
    const char* named = std::getenv("CLUEGLASS_SOURCE_DIR");
    return named != nullptr ? std::filesystem::path(named) : std::filesystem::current_path();
}

std::optional<std::filesystem::path> sharedData(const std::string& below) {
    // A worktree may lie elsewhere, so a developer can name the folder.
    const char* named = std::getenv("CLUEGLASS_SHARED_DIR");
    const auto root = named != nullptr ? std::filesystem::path(named)
                                       : sourceDirectory().parent_path() / "shared";
    std::error_code error;
    const auto path = root / below;
    if (!std::filesystem::exists(path, error))
        return std::nullopt;
    return path;
}

} // namespace tests
