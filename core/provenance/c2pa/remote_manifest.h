// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <optional>
#include <string>

namespace core::provenance::c2pa {

/// The web address of a manifest kept elsewhere, from `dcterms:provenance` in the file's XMP,
/// written as attribute or element; its XML entities are decoded. Nothing for other kinds of
/// addresses. The address is never opened.
[[nodiscard]] std::optional<std::string> remoteManifest(image::Bytes file);

} // namespace core::provenance::c2pa
