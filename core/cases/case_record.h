// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/review_marks.h"
#include "core/examination/verdict.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::cases {

/// Whether the case holds a copy of the evidence or points at the file where it was received.
enum class Keeping { Referenced, Copied };

enum class ExhibitState { Pending, Examined, Failed };

/// One file that was taken in.
struct Exhibit {
    std::int64_t number = 0;  ///< from 1, in order of intake
    std::string receivedPath; ///< absolute, as it was handed over
    std::string locatedPath;  ///< where it was found again after it had been moved; else empty
    std::string storedName;   ///< below originals/ when copied; empty when referenced
    std::string sha256;       ///< of the bytes at intake
    std::string md5;          ///< the same bytes; for lists of known files only
    std::uint64_t bytes = 0;
    std::string modifiedAt;       ///< the file's own time at intake, UTC, ISO 8601
    std::string receivedAt;       ///< UTC, ISO 8601
    std::int64_t duplicateOf = 0; ///< first exhibit with the same bytes; 0: this is the first
    ExhibitState state = ExhibitState::Pending;
    std::optional<examination::Verdict> verdict; ///< of the latest examination
    double pFake = 0.5;                          ///< of the latest examination, 0 to 1
    std::optional<Error> error;                  ///< why it could not be examined

    bool operator==(const Exhibit&) const = default;
};

/// An exhibit as the gallery needs it: small, because there may be 100,000.
struct CaseEntry {
    std::int64_t number = 0;
    std::int64_t duplicateOf = 0;
    std::string receivedPath;
    std::string file; ///< where its bytes are now
    std::uint64_t bytes = 0;
    ExhibitState state = ExhibitState::Pending;
    std::optional<examination::Verdict> verdict;
    double pFake = 0.5;
    std::optional<Error> error;
    Marks marks;
};

/// What happened to a file at the door.
enum class IntakeResult {
    New,
    Duplicate,   ///< recorded: another file with the same bytes was taken in before
    KnownAlready ///< not recorded again: this very path with these very bytes is an exhibit
};

struct Intake {
    Exhibit exhibit;
    IntakeResult result = IntakeResult::New;
};

/// One row of the log. FORMAT.md in each case says how the hash is made.
struct AuditRow {
    std::int64_t seq = 0;
    std::string time;  ///< UTC, ISO 8601
    std::string actor; ///< person and program
    std::string action;
    std::string details; ///< JSON
    std::string previousHash;
    std::string hash;
};

/// Something that is not as the case says it should be.
struct VerificationFinding {
    enum class Kind { AuditRow, Record, Evidence, Database };
    Kind kind = Kind::Database;
    std::int64_t number = 0; ///< audit row or exhibit; 0 for the database as a whole
    std::string message;
};

struct Verification {
    std::size_t auditRows = 0;
    std::size_t evidenceFiles = 0;
    /// Hash of the last audit row, the verification's own included; to be noted down outside the
    /// case.
    std::string chainHead;
    std::int64_t notedRow = 0; ///< which row has the hash that was noted down; 0: none was given
    std::vector<VerificationFinding> findings; ///< empty: all is as it was
    /// Sentences about what breaks nothing and still should be known: a clock that ran backwards, a
    /// file that belongs to no exhibit.
    std::vector<std::string> remarks;

    /// The first audit row that does not fit the chain; 0 when all do.
    [[nodiscard]] std::int64_t firstBrokenRow() const {
        for (const VerificationFinding& finding : findings) {
            if (finding.kind == VerificationFinding::Kind::AuditRow)
                return finding.number;
        }
        return 0;
    }
};

} // namespace core::cases
