// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/cases/case_record.h"
#include "core/cases/exhibit_facts.h"
#include "core/examination/examination.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace core::cases {

/// A case: its exhibits, what was found in them, and who did what. Everything is on disk when a
/// function returns. Used by the thread that opened it.
class CaseStore {
  public:
    CaseStore() = default;
    CaseStore(const CaseStore&) = delete;
    CaseStore& operator=(const CaseStore&) = delete;
    virtual ~CaseStore() = default;

    [[nodiscard]] virtual std::filesystem::path folder() const = 0;

    /// Why nothing can be changed, as a sentence; empty when the case can be written.
    [[nodiscard]] virtual std::string readOnlyReason() const = 0;

    /// Hashes a file, copies it in if wanted, and records it. The file is only ever read.
    /// @errors FileNotFound, FileUnreadable, FileEmpty, WriteFailed, Cancelled
    [[nodiscard]] virtual Result<Intake> takeIn(const std::filesystem::path& file, Keeping keeping,
                                                std::stop_token stop) = 0;

    /// Where an exhibit's bytes are now: the copy in the case, else the file where it was received.
    [[nodiscard]] virtual std::filesystem::path evidencePath(const Exhibit& exhibit) const = 0;

    /// Keeps an examination of an exhibit, beside earlier ones. Its source must have the exhibit's
    /// hash.
    /// @errors InvalidArgument (other bytes were examined, no such exhibit), WriteFailed
    [[nodiscard]] virtual Result<void>
    recordExamination(std::int64_t exhibit, const examination::Examination& examination) = 0;

    /// @errors InvalidArgument, WriteFailed
    [[nodiscard]] virtual Result<void> recordFailure(std::int64_t exhibit, const Error& error) = 0;

    /// Adds a row to the log: "export", "view", "conclusion", ...
    /// @param details  plain text by name
    /// @errors WriteFailed
    [[nodiscard]] virtual Result<void>
    recordAction(const std::string& action, const std::map<std::string, std::string>& details) = 0;

    /// In order of intake. A duplicate carries the result of the exhibit that it repeats.
    /// @errors FileUnreadable
    [[nodiscard]] virtual Result<std::vector<Exhibit>> exhibits() const = 0;

    /// The latest examination of an exhibit, or of the one that it repeats.
    /// @errors InvalidArgument (none yet, no such exhibit), FileUnreadable, InvalidJson
    [[nodiscard]] virtual Result<examination::Examination>
    examinationOf(std::int64_t exhibit) const = 0;

    /// All exhibits in order of intake, in pages; the callback returns false to stop.
    /// @errors FileUnreadable
    [[nodiscard]] virtual Result<void>
    entries(const std::function<bool(std::vector<CaseEntry>)>& page) const = 0;
    /// @errors InvalidArgument (no such exhibit), FileUnreadable
    [[nodiscard]] virtual Result<CaseEntry> entry(std::int64_t exhibit) const = 0;

    // What can be made again; see index_update.h.
    virtual void setClueWording(ClueWording wording) = 0;
    [[nodiscard]] virtual Result<IndexStep> updateIndex() = 0;
    [[nodiscard]] virtual Result<std::vector<ExhibitFacts>> facts() const = 0;
    [[nodiscard]] virtual Result<std::vector<std::int64_t>>
    search(const std::string& query) const = 0;

    // The examiner's marks. See review_journal.h for the errors.
    [[nodiscard]] virtual Result<Gesture> apply(const std::string& name,
                                                const std::vector<MarkChange>& wanted) = 0;
    [[nodiscard]] virtual Result<Gesture> undo() = 0;
    [[nodiscard]] virtual Result<Gesture> redo() = 0;
    [[nodiscard]] virtual Result<History> history() const = 0;
    [[nodiscard]] virtual Result<void> recordView(std::int64_t exhibit) = 0;

    /// Says where referenced evidence lies now. It must have the bytes that were taken in.
    /// @errors InvalidArgument (other bytes, a copied exhibit), WriteFailed, FileNotFound,
    ///         FileUnreadable, Cancelled
    [[nodiscard]] virtual Result<void>
    relocate(std::int64_t exhibit, const std::filesystem::path& file, std::stop_token stop) = 0;

    /// @errors FileUnreadable
    [[nodiscard]] virtual Result<std::vector<AuditRow>> auditLog() const = 0;

    /// Hashes all evidence again, replays the log and compares the records with it. Adds the result
    /// to the log where that is sound and the case can be written.
    /// @param notedHead  a head that was noted down earlier, 64 lower-case digits: a finding when
    /// no
    ///                   row has it; empty: none was noted
    /// @errors FileUnreadable, WriteFailed, Cancelled
    [[nodiscard]] virtual Result<Verification> verify(const ProgressCallback& progress,
                                                      std::stop_token stop,
                                                      const std::string& notedHead) = 0;
    [[nodiscard]] Result<Verification> verify(const ProgressCallback& progress,
                                              std::stop_token stop) {
        return verify(progress, std::move(stop), {});
    }

    /// The hash of the log's last row. @errors FileUnreadable
    [[nodiscard]] virtual Result<std::string> logHead() const = 0;
};

} // namespace core::cases
