// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace core::provenance {

/// How a picture's size relates to a size that a generator writes.
enum class SizeScale { Exact, Half, Double };

struct GeneratorSize {
    int width = 0; ///< the longer side first
    int height = 0;
    std::string_view writer; ///< one that documents it, e.g. "Stable Diffusion XL"
    SizeScale scale = SizeScale::Exact;
};

/// The size that image generators document, lying or standing, that a picture has exactly, or
/// exactly halved or doubled; nothing for other sizes. Exact ones come first.
/// @source docs/file-form.md lists the publications
[[nodiscard]] std::optional<GeneratorSize> generatorSizeOf(int width, int height);

/// Whether a picture has the full size of a camera's or telephone's sensor, lying or standing.
/// @source the makers' specifications, docs/file-form.md
[[nodiscard]] bool isSensorSize(int width, int height);

} // namespace core::provenance
