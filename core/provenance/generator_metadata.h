// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/origin_record.h"
#include "core/examination/provenance_record.h"

#include <optional>
#include <string>
#include <vector>

namespace core::provenance {

/// An image generator that a file's metadata names.
struct GeneratorMark {
    std::string name; ///< e.g. "ComfyUI" or "Stable Diffusion WebUI, model dreamshaper"
    examination::OriginExtent extent = examination::OriginExtent::Whole;
    std::string field; ///< where it stands
};

/// Only marks that a generator's own output carries count; a bare word such as "prompt" does not.
/// Anybody can write such marks.
/// @param fields  values whole, not cut
[[nodiscard]] std::optional<GeneratorMark>
findGenerator(const std::vector<examination::MetadataField>& fields);

/// The last part of the IPTC digital source type that the XMP declares, e.g.
/// "trainedAlgorithmicMedia", whether its address ends with a slash or not.
/// @source cv.iptc.org/newscodes/digitalsourcetype
[[nodiscard]] std::optional<std::string>
digitalSourceType(const std::vector<examination::MetadataField>& fields);

} // namespace core::provenance
