// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <optional>
#include <string>
#include <vector>

namespace core::provenance {

/// The image generator that a file's metadata names, e.g. "ComfyUI" or "Stable Diffusion WebUI,
/// model dreamshaper". Only marks that a generator's own output carries count; a bare word such as
/// "prompt" does not. Anybody can write such marks.
/// @param fields  values whole, not cut
[[nodiscard]] std::optional<std::string>
generatorNamed(const std::vector<examination::MetadataField>& fields);

/// The last part of the IPTC digital source type that the XMP declares, e.g.
/// "trainedAlgorithmicMedia".
/// @source cv.iptc.org/newscodes/digitalsourcetype
[[nodiscard]] std::optional<std::string>
digitalSourceType(const std::vector<examination::MetadataField>& fields);

} // namespace core::provenance
