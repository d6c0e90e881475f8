// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <optional>
#include <string>
#include <vector>

namespace core::provenance {

/// The manifest store (C2PA) that a file carries, joined from its pieces, unread and unvalidated;
/// nothing when there is none. Up to 64 MiB.
/// @source C2PA 2.1, appendix A: JPEG APP11, PNG caBX, BMFF uuid box, RIFF C2PA, TIFF tag 52545,
/// GIF
///         application extension
[[nodiscard]] std::optional<std::string> findCredentialStore(const image::EvidenceFile& file);

/// The digital source types that a store mentions anywhere, in order, each once. A mention may
/// belong to an ingredient, and nothing of it is validated.
[[nodiscard]] std::vector<std::string> mentionedSourceTypes(const std::string& store);

/// The generator product that a store names, when it also mentions trained algorithmic media.
[[nodiscard]] std::optional<std::string> mentionedGenerator(const std::string& store);

} // namespace core::provenance
