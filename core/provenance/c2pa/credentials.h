// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"
#include "core/image/byte_reader.h"
#include "core/provenance/c2pa/trust_list.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core::provenance::c2pa {

/// Whether the record holds the pictures of thumbnails, which may be megabytes.
enum class ThumbnailData { Omit, Keep };

/// What validation needs besides the file. Nothing is ever fetched.
struct CredentialRules {
    TrustLists lists;
    std::int64_t now = 0; ///< seconds since 1970; 0: the clock
    /// A store that lies in a file of its own, used when the file itself carries none.
    std::optional<std::vector<std::uint8_t>> sidecar = {};
    ThumbnailData thumbnails = ThumbnailData::Omit;
};

/// Finds and validates a file's Content Credentials: whatever the bytes are, there is a record. A
/// store that cannot be read is present and invalid.
/// @source C2PA 2.2; the decisions where it leaves room stand in docs/content-credentials.md
[[nodiscard]] examination::C2paRecord readCredentials(image::Bytes file,
                                                      const CredentialRules& rules = {});

} // namespace core::provenance::c2pa
