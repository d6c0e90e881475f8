// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/output_file.h"
#include "core/base/result.h"
#include "core/cases/case_record.h"
#include "core/examination/examination.h"
#include "core/exports/case_export.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace core::exports {

/// The case as a whole, for the head of a file.
struct CaseFacts {
    std::string name;
    std::string logHead; ///< hash of the log's last row
    std::size_t exhibits = 0;
};

/// One exhibit with all that the case holds about it.
struct ExportedExhibit {
    cases::Exhibit exhibit;
    std::filesystem::path file; ///< where its bytes are now
    cases::Marks marks;
    std::optional<examination::Examination> examination; ///< nothing: there is none
};

/// Writes one format; gets the exhibits in order of intake.
class ExportWriter {
  public:
    ExportWriter() = default;
    ExportWriter(const ExportWriter&) = delete;
    ExportWriter& operator=(const ExportWriter&) = delete;
    virtual ~ExportWriter() = default;

    [[nodiscard]] virtual Result<void> begin(const CaseFacts& facts) = 0;
    /// @return why the exhibit is left out, as a sentence; empty: it is written
    [[nodiscard]] virtual Result<std::string> add(const ExportedExhibit& exhibit) = 0;
    /// Puts what was written in its place.
    [[nodiscard]] virtual Result<void> end(Exported& exported) = 0;
};

/// Where an export goes.
struct ExportPlace {
    std::filesystem::path target;
    KeptFiles evidence; ///< must not be written over
};

[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeSha256Sums(const ExportPlace& place);
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeCsvTable(const ExportPlace& place);
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeCaseJson(const ExportPlace& place);
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeDfxml(const ExportPlace& place);
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeCaseUco(const ExportPlace& place);
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeConversations(const ExportPlace& place);
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeMapPictures(const ExportPlace& place);
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeHtmlPage(const ExportPlace& place);

/// "pending", "examined", "failed".
[[nodiscard]] std::string stateWord(cases::ExhibitState state);
/// Bytes that are no UTF-8 as \xE9; see core::readableBytes().
[[nodiscard]] std::string textOf(const std::filesystem::path& path);

} // namespace core::exports
