// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace core::image {

/// A part of a file that is not its picture, to be saved as it stands.
struct FilePart {
    std::filesystem::path file;
    std::string sha256; ///< of the file as it was examined; no other bytes are saved
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

/// Reads the file again and writes the part's bytes, unchanged, into a new file.
/// @errors those of readEvidence for the source; InvalidArgument (the file has changed, the part
///         lies outside of it, there is a file at the target), WriteFailed, Cancelled
[[nodiscard]] Result<void> savePart(const FilePart& part, const std::filesystem::path& target,
                                    const DecodeLimits& limits, std::stop_token stop = {});

/// The ending that fits a part's description: ".zip", ".mp4", ".jpg", ".png", ".bin".
[[nodiscard]] std::string_view endingFor(std::string_view what);

} // namespace core::image
