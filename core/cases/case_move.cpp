// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_move.h"

#include "core/cases/case_folder.h"

#include <system_error>

namespace core::cases {

namespace fs = std::filesystem;

namespace {

Result<void> requireCase(const fs::path& folder) {
    std::error_code error;
    if (fs::is_symlink(folder, error) || folder.extension() != ".clueglass" ||
        !fs::is_regular_file(CaseFolder{folder}.database(), error))
        return fail(ErrorCode::InvalidArgument, folder.string() + " is no case folder.");
    return {};
}

Result<void> failedWith(const std::string& what, const std::error_code& error) {
    return fail(ErrorCode::WriteFailed, what + " (" + error.message() + ").");
}

} // namespace

Result<void> moveCaseFolder(const fs::path& from, const fs::path& to) {
    if (auto isCase = requireCase(from); !isCase)
        return isCase;
    std::error_code error;
    if (fs::exists(fs::symlink_status(to, error)))
        return fail(ErrorCode::InvalidArgument,
                    "There is something at " + to.string() + " already; choose another name.");
    fs::rename(from, to, error);
    if (!error)
        return {};
    if (error != std::errc::cross_device_link)
        return failedWith("The case cannot be moved to " + to.string(), error);
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
    if (error) {
        std::error_code ignored;
        fs::remove_all(to, ignored); // it was not there before
        return failedWith("The case cannot be copied to " + to.string(), error);
    }
    fs::remove_all(from, error); // what is left of it is a second copy, not a loss
    return {};
}

Result<void> deleteCaseFolder(const fs::path& folder) {
    if (auto isCase = requireCase(folder); !isCase)
        return isCase;
    std::error_code error;
    fs::remove_all(folder, error);
    if (error)
        return failedWith(folder.string() + " cannot be deleted", error);
    return {};
}

} // namespace core::cases
