// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/picture_maker.h"

#include <map>
#include <string>

namespace tests {

/// Adds a chunk behind a PNG's header.
[[nodiscard]] ByteBuffer withPngChunk(const ByteBuffer& png, const std::string& name,
                                      const std::string& payload);

/// The payloads of the three kinds of PNG text.
[[nodiscard]] std::string plainText(const std::string& keyword, const std::string& text);
[[nodiscard]] std::string packedText(const std::string& keyword, const std::string& text);
[[nodiscard]] std::string internationalText(const std::string& keyword, const std::string& text);

/// Writes EXIF, XMP and IPTC entries ("Exif.Image.Make", "Xmp.xmp.CreatorTool", ...) into a file.
[[nodiscard]] ByteBuffer withMetadata(const ByteBuffer& picture,
                                      const std::map<std::string, std::string>& entries);

/// A well-formed, unsigned manifest store that contains some words.
[[nodiscard]] std::string credentialStore(const std::string& words);

/// Adds an APP11 segment for each piece of the store.
[[nodiscard]] ByteBuffer withJpegStore(const ByteBuffer& jpeg, const std::string& store,
                                       std::size_t pieceBytes);

/// Big-endian.
[[nodiscard]] std::string number(std::uint64_t value, int width);

} // namespace tests
