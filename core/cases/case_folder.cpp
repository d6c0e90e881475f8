// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_folder.h"

#include "core/base/output_file.h"
#include "core/cases/case_texts.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace core::cases {

namespace {

namespace fs = std::filesystem;

/// The process that holds the lock, as it wrote it down; empty when it did not.
std::string holder(int file) {
    std::array<char, 16> text{};
    const auto count = ::pread(file, text.data(), text.size(), 0);
    std::string digits;
    for (ssize_t i = 0; i < count && text[static_cast<std::size_t>(i)] >= '0' &&
                        text[static_cast<std::size_t>(i)] <= '9';
         ++i)
        digits += text[static_cast<std::size_t>(i)];
    return digits.empty() ? "" : " (process " + digits + ")";
}

} // namespace

Result<void> makeCaseFolder(const CaseFolder& folder) {
    std::error_code error;
    if (fs::exists(folder.root, error) &&
        (!fs::is_directory(folder.root, error) || !fs::is_empty(folder.root, error)))
        return fail(ErrorCode::InvalidArgument,
                    "There is something at " + folder.root.string() +
                        " already; choose another name for the new case.");
    if (auto made = OutputFile::makeFolder(folder.root); !made) // not within another case
        return made;
    for (const fs::path& part :
         {folder.originals(), folder.root / "derived", folder.root / "exports"}) {
        fs::create_directories(part, error);
        if (error)
            return fail(ErrorCode::WriteFailed, "The folder " + part.string() +
                                                    " could not be made: " + error.message() + ".");
    }
    return writeCaseTexts(folder);
}

Result<void> writeCaseTexts(const CaseFolder& folder) {
    if (auto written = writeOutput(folder.root / "FORMAT.md", output_kind::kCaseNote, formatNote(),
                                   {}, OutputPlace::OwnCase);
        !written)
        return written;
    return writeOutput(folder.root / "verify_case.py", output_kind::kCaseScript,
                       verificationScript(), {}, OutputPlace::OwnCase);
}

CaseLock& CaseLock::operator=(CaseLock&& other) noexcept {
    std::swap(m_file, other.m_file);
    return *this;
}

CaseLock::~CaseLock() {
    if (m_file >= 0)
        ::close(m_file);
}

std::pair<CaseLock, std::string> lockCase(const CaseFolder& folder) {
    CaseLock lock;
    const int file =
        ::open(folder.lockFile().c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (file < 0)
        return {CaseLock(), std::string("The case folder cannot be written (") +
                                std::strerror(errno) + "); the case is open for reading only."};
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        std::string reason = "Another program" + holder(file) +
                             " has this case open; here it is open for reading only.";
        ::close(file);
        return {CaseLock(), std::move(reason)};
    }
    lock.m_file = file;
    const std::string pid = std::to_string(::getpid()) + "\n";
    // Only a courtesy to whoever waits; the lock holds without it.
    if (::ftruncate(file, 0) == 0)
        static_cast<void>(::pwrite(file, pid.data(), pid.size(), 0) > 0);
    return {std::move(lock), std::string()};
}

} // namespace core::cases
