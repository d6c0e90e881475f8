// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/image/image.h"

#include <stop_token>

namespace core::image {

/// A small upright copy, longer side at most `side` pixels (never enlarged). JPEGs are decoded at a
/// reduced scale, so this is much cheaper than a full decode.
/// @errors those of decode
[[nodiscard]] Result<Image> thumbnail(const EvidenceFile& file, int side,
                                      const DecodeLimits& limits, std::stop_token stop = {});

/// Area-averaged reduction; returns the image itself when it is small enough.
[[nodiscard]] Image reduced(const Image& image, int side);

} // namespace core::image
