// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/image/image.h"

#include <filesystem>
#include <stop_token>

namespace core::image {

/// The whole file, opened read-only. Pipes, devices and folders are refused without waiting on
/// them.
/// @errors FileNotFound, FileUnreadable, FileEmpty, LimitExceeded, Cancelled (asked once per MiB)
[[nodiscard]] Result<ByteBuffer> readWholeFile(const std::filesystem::path& path,
                                               const DecodeLimits& limits, std::stop_token stop);

} // namespace core::image
