// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"

#include <cstdint>
#include <vector>

namespace core::annotations {

/// The pixels whose middles a brush mark covers, as lengths of runs that are not covered and
/// covered in turn, column by column from the left: COCO's uncompressed form.
/// @param width, height  of the picture
[[nodiscard]] std::vector<std::int64_t> runsOf(const Annotation& brush, int width, int height);

} // namespace core::annotations
