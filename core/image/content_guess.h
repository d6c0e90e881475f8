// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <string>

namespace core::image {

/// What a file that is no picture we read looks like, to be put after "looks like": "a PDF
/// document", "plain text", "a pointer of Git LFS (the real file was not downloaded)", "nothing
/// known".
[[nodiscard]] std::string describeContent(Bytes file);

/// Whether a file may hold a picture of some kind, by its first 4 KiB: false for texts, programs,
/// databases and sound.
[[nodiscard]] bool mayHoldPicture(Bytes start);

} // namespace core::image
