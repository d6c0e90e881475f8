// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core {

/// What went wrong, as a kind a program can act on. The printed names are part of the JSON
/// contract.
enum class ErrorCode {
    FileNotFound,   ///< file.not_found
    FileUnreadable, ///< file.unreadable: permission, I/O error, unplugged drive, not a regular file
    FileEmpty,      ///< file.empty
    UnknownFormat,  ///< decode.unknown_format: the content is no picture format that we read
    UnsupportedFormat, ///< decode.unsupported: a picture format or variant that we do not decode
    Truncated,         ///< decode.truncated: nothing usable before the data ends
    Corrupt,           ///< decode.corrupt
    LimitExceeded,     ///< limit.exceeded: pixels, bytes, memory
    Cancelled,         ///< cancelled
    WriteFailed,       ///< write.failed: full disk, read-only folder
    InvalidJson,       ///< json.invalid
    ModelMissing,      ///< model.missing
    ModelInvalid,      ///< model.invalid
    EngineUnavailable, ///< engine.unavailable
    NetworkFailed,     ///< network.failed
    InvalidArgument,   ///< argument.invalid
    Internal,          ///< internal
};

/// An expected failure: a stable code and an English sentence that says what happened and what to
/// do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;

    bool operator==(const Error&) const = default;
};

/// Stable dotted name, e.g. "decode.truncated".
[[nodiscard]] std::string_view errorName(ErrorCode code);

/// The inverse of errorName; Internal for a name that is not known.
[[nodiscard]] ErrorCode errorCodeFromName(std::string_view name);

} // namespace core
