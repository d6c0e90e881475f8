// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"
#include "core/provenance/c2pa/manifest.h"

namespace core::provenance::c2pa {

/// What a manifest states, without any judgement: generator, actions, ingredients, assertions,
/// thumbnails. Up to 500 entries of each kind; a note says when there are more.
[[nodiscard]] examination::C2paManifest describe(const Manifest& manifest, const Store& store);

} // namespace core::provenance::c2pa
