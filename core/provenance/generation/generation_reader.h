// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/origin_record.h"
#include "core/examination/provenance_record.h"

#include <optional>
#include <vector>

namespace core::provenance {

/// The settings that a generator wrote into the file: of Stable Diffusion WebUI and relatives,
/// ComfyUI, InvokeAI, Fooocus, SwarmUI, Draw Things, NovelAI, Easy Diffusion, Midjourney, the
/// reference programs of FLUX, and services that must label their pictures in China. Nothing when
/// there are none. Texts are cut at 64 KiB.
/// @param fields  values whole, not cut
[[nodiscard]] std::optional<examination::GenerationRecord>
readGeneration(const std::vector<examination::MetadataField>& fields);

} // namespace core::provenance
