// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

namespace core::image {

/// The ICC color profile that a file carries (JPEG, PNG, WebP, TIFF, HEIF, AVIF), for showing its
/// colors as they are meant: nothing is measured with it. Empty where there is none or it is damaged.
/// @source ICC.1:2022 Annex B (JPEG, TIFF); PNG 1.2, 11.3.3.3; WebP container, "Color profile"
[[nodiscard]] ByteBuffer iccProfile(const EvidenceFile& file);

} // namespace core::image
