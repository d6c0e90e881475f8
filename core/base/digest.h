// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

namespace core {

/// SHA-256 as 64 lower-case hexadecimal digits (FIPS 180-4).
[[nodiscard]] std::string sha256(std::span<const std::uint8_t> bytes);

/// The same for bytes so many that the work may have to be given up.
/// @errors Cancelled (asked once per MiB)
[[nodiscard]] Result<std::string> sha256(std::span<const std::uint8_t> bytes, std::stop_token stop);

/// SHA-256 of a file, read in pieces and never held whole.
/// @errors FileNotFound, FileUnreadable, Cancelled (asked once per MiB)
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path,
                                               std::stop_token stop = {});

} // namespace core
