// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/document.h"

#include <stop_token>
#include <string>
#include <vector>

namespace core::inference {

/// A thumbnail that a file's Content Credentials carry.
struct CredentialPicture {
    std::string manifest;   ///< its label
    std::string ingredient; ///< label of the ingredient; empty for the manifest's own
    image::Image picture;
};

/// Decodes the thumbnails in a file's credentials, up to 100 of at most 16 megapixels and within
/// the document's limits. They are as hostile as the file is: those that cannot be decoded are left
/// out. Slow; for a pool thread.
[[nodiscard]] std::vector<CredentialPicture> credentialPictures(const image::Document& document,
                                                                std::stop_token stop);

} // namespace core::inference
