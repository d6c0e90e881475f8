// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"
#include "core/image/image.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::image {

/// An item of an ISO base media file (HEIF, AVIF): a picture, a tile, an EXIF block, ...
struct MediaItem {
    std::uint32_t id = 0;
    std::string type;        ///< "hvc1", "av01", "grid", "Exif", "mime", ...
    std::string contentType; ///< of "mime" items, e.g. "application/rdf+xml"
};

/// The items that the file lists, at most 10,000. Stops where the file stops making sense.
/// @source ISO 14496-12, 8.11
[[nodiscard]] std::vector<MediaItem> mediaItems(Bytes file);

/// An item's bytes, joined from its extents, base offsets counted; at most 16 MiB. Nothing when
/// they do not lie within the file.
[[nodiscard]] std::optional<ByteBuffer> mediaItemBytes(Bytes file, std::uint32_t id);

/// The number of the item that is to be shown; nothing when the file does not say.
[[nodiscard]] std::optional<std::uint32_t> primaryItem(Bytes file);

/// The payload of an item's property ("hvcC", "av1C", ...); nothing when it has none.
/// @source HEIF (ISO 23008-12) 9.3
[[nodiscard]] std::optional<Bytes> itemProperty(Bytes file, std::uint32_t id,
                                                std::string_view name);

/// The first picture that this one is put together from ("dimg"), as of a grid; nothing when it is
/// coded by itself.
[[nodiscard]] std::optional<std::uint32_t> firstTile(Bytes file, std::uint32_t id);

/// A copy of the file in which references that this version's HEIF library refuses (more than one
/// target for an auxiliary picture, as phones write since 2024) have a type that it ignores; their
/// pictures are then independent ones. Nothing when there are none.
[[nodiscard]] std::optional<ByteBuffer> withoutSharedAuxiliaries(Bytes file);

} // namespace core::image
