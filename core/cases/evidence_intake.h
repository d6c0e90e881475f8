// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace core::cases {

/// A file's bytes in numbers.
struct FileFacts {
    std::string sha256;
    std::string md5;
    std::uint64_t bytes = 0;
    std::string modifiedAt; ///< UTC, ISO 8601
};

/// Reads a file once, in pieces, and only reads it.
/// @errors FileNotFound, FileUnreadable (also: not a regular file), FileEmpty, Cancelled (asked
/// once
///         per MiB)
[[nodiscard]] Result<FileFacts> readFacts(const std::filesystem::path& file,
                                          const std::stop_token& stop);

/// What the name of a copy begins with as long as it is not complete.
inline constexpr std::string_view kIncomingCopy = ".incoming-";

/// Copies a file into a folder under the name of its SHA-256 with the file's own extension, and
/// makes the copy read-only. The copy appears only when it is complete and on the disk. A copy that
/// is there already is hashed again and used.
struct StoredCopy {
    FileFacts facts;
    std::string name;
};
/// @errors as above; WriteFailed (also: the copy that is there has other bytes)
[[nodiscard]] Result<StoredCopy> copyIn(const std::filesystem::path& file,
                                        const std::filesystem::path& folder,
                                        const std::stop_token& stop);

/// Removes what a killed program left half copied. To be called while nobody copies into the
/// folder.
void removeUnfinishedCopies(const std::filesystem::path& folder);

} // namespace core::cases
