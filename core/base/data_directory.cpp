// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/data_directory.h"

#include <cstdlib>

namespace core {

Result<std::filesystem::path> dataDirectory() {
    std::error_code error;
    // Tests and unusual installations name the folder themselves.
    if (const char* named = std::getenv("CLUEGLASS_DATA_DIR");
        named != nullptr && std::filesystem::is_directory(named, error))
        return std::filesystem::path(named);
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto beside = program.parent_path().parent_path() / "share" / "clueglass";
    if (!error && std::filesystem::is_directory(beside, error))
        return beside;
    return fail(ErrorCode::ModelMissing,
                "The program's data folder share/clueglass is missing; reinstall Clueglass or set "
                "CLUEGLASS_DATA_DIR to that folder.");
}

} // namespace core
