// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace core::image {

/// Whether the bytes of a file reach the end that its container announces. Looks at the structure
/// and decodes nothing: false says that the file is cut short or still being copied, true says
/// nothing about what is inside. True for content that is no picture.
[[nodiscard]] bool reachesItsEnd(std::span<const std::uint8_t> bytes);

} // namespace core::image
