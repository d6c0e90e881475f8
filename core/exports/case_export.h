// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/cases/case_store.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace core::exports {

enum class Format { Sha256Sums, Csv, Json, Dfxml, CaseUco, Conversations, Maps, Html };

/// "sha256sums", "csv", "json", "dfxml", "case-uco", "conversations", "maps", "html": as the
/// command line says them.
[[nodiscard]] std::string_view wordFor(Format format);
[[nodiscard]] std::optional<Format> formatFrom(std::string_view word);
[[nodiscard]] std::vector<std::string> formatWords();

/// What an export wrote.
struct Exported {
    std::size_t exhibits = 0;         ///< written
    std::vector<std::string> leftOut; ///< a sentence for each exhibit that is not in it
    std::filesystem::path pictures;   ///< Conversations: the folder that its names are below
};

/// Writes a case for other programs, one exhibit after the other, and a row of the log where the
/// case can be written. Evidence is only read. The file appears when it is whole.
/// @param target  Maps: a folder, which is made; else the file. What this format wrote there before
///                is replaced, nothing else (Sha256Sums: nothing at all)
/// @errors InvalidArgument (see core::OutputFile; Conversations: no exhibit is ready for it),
///         WriteFailed, FileUnreadable, Cancelled
[[nodiscard]] Result<Exported> exportCase(cases::CaseStore& store, Format format,
                                          const std::filesystem::path& target,
                                          const ProgressCallback& progress = {},
                                          std::stop_token stop = {});

} // namespace core::exports
