// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/image/image.h"

#include <filesystem>
#include <stop_token>

namespace core::image {

/// Reads a file once, read-only, hashes it and finds its format by content.
/// @errors FileNotFound, FileUnreadable (also: not a regular file), FileEmpty, LimitExceeded,
///         UnknownFormat (the message says what it looks like instead), Cancelled
[[nodiscard]] Result<EvidenceFile> readEvidence(const std::filesystem::path& path,
                                                const DecodeLimits& limits,
                                                std::stop_token stop = {});

/// The same for a file of any kind: what is no picture that can be read here has Format::Unknown,
/// and a warning says what it looks like.
/// @errors FileNotFound, FileUnreadable, FileEmpty, LimitExceeded, Cancelled
[[nodiscard]] Result<EvidenceFile> readAnyFile(const std::filesystem::path& path,
                                               const DecodeLimits& limits,
                                               std::stop_token stop = {});

/// Decodes the first picture of the file with the format's own library and turns it upright.
/// Partly readable pictures come back with a warning; the missing part is gray.
/// @errors Truncated, Corrupt, UnsupportedFormat, LimitExceeded (before allocating), Cancelled
[[nodiscard]] Result<DecodedPicture> decode(const EvidenceFile& file, const DecodeLimits& limits,
                                            std::stop_token stop = {});

} // namespace core::image
