// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/media_items.h"

#include "core/image/container_parts.h"

#include <algorithm>

namespace core::image {

namespace {

constexpr std::size_t kMaxItems = 10'000;
constexpr std::size_t kMaxItemBytes = 16u << 20;

/// Reads numbers one after the other; after a failure all are 0.
class Cursor {
  public:
    explicit Cursor(Bytes bytes) : m_bytes(bytes) {}

    std::uint64_t number(int width) {
        if (width == 0)
            return 0;
        const auto value = readNumber(m_bytes, m_at, width, ByteOrder::Big);
        m_isSound = m_isSound && value.has_value();
        m_at += static_cast<std::uint64_t>(width);
        return m_isSound ? *value : 0;
    }
    std::string word(std::size_t length) {
        const auto bytes = slice(m_bytes, m_at, length);
        m_isSound = m_isSound && bytes.has_value();
        m_at += length;
        return m_isSound ? std::string(asText(*bytes)) : std::string();
    }
    /// Up to a zero byte, which is passed over.
    std::string text() {
        const std::string_view rest =
            m_at <= m_bytes.size() ? asText(m_bytes.subspan(m_at)) : std::string_view();
        const std::string_view word = rest.substr(0, rest.find('\0'));
        m_at += word.size() + 1;
        return std::string(word);
    }
    [[nodiscard]] bool isSound() const { return m_isSound; }

  private:
    Bytes m_bytes;
    std::uint64_t m_at = 0;
    bool m_isSound = true;
};

std::optional<Bytes> boxIn(Bytes bytes, std::string_view name) {
    for (const ContainerPart& box : mediaBoxes(bytes))
        if (box.name == name)
            return box.payload;
    return std::nullopt;
}

/// What the file's "meta" box holds, behind its version and flags.
std::optional<Bytes> metaContent(Bytes file) {
    const auto meta = boxIn(file, "meta");
    return meta ? slice(*meta, 4, meta->size() - std::min<std::size_t>(4, meta->size()))
                : std::nullopt;
}

MediaItem itemFrom(Bytes entry) {
    Cursor cursor(entry);
    const auto version = cursor.number(1);
    cursor.number(3);
    MediaItem item;
    if (version < 2)
        return item; // these versions know no types
    item.id = static_cast<std::uint32_t>(cursor.number(version == 2 ? 2 : 4));
    cursor.number(2);
    item.type = cursor.word(4);
    cursor.text();
    if (item.type == "mime")
        item.contentType = cursor.text();
    return item;
}

struct Location {
    int method = 0; ///< 0: offsets from the file's start, 1: from the "idat" box
    std::vector<std::pair<std::uint64_t, std::uint64_t>> extents; ///< offset, length
};

/// @source ISO 14496-12, 8.11.3
std::optional<Location> locationOf(Bytes iloc, std::uint32_t wanted) {
    Cursor cursor(iloc);
    const auto version = cursor.number(1);
    cursor.number(3);
    const auto sizes = cursor.number(2);
    const auto offsetSize = static_cast<int>(sizes >> 12 & 15);
    const auto lengthSize = static_cast<int>(sizes >> 8 & 15);
    const auto baseSize = static_cast<int>(sizes >> 4 & 15);
    const auto indexSize = static_cast<int>(version == 0 ? 0 : sizes & 15);
    if (offsetSize > 8 || lengthSize > 8 || baseSize > 8 || indexSize > 8)
        return std::nullopt;
    const auto items = cursor.number(version < 2 ? 2 : 4);
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(items, kMaxItems); ++i) {
        const auto id = cursor.number(version < 2 ? 2 : 4);
        Location location;
        location.method = version == 0 ? 0 : static_cast<int>(cursor.number(2) & 15);
        cursor.number(2); // of this file
        const auto base = cursor.number(baseSize);
        const auto extents = cursor.number(2);
        for (std::uint64_t k = 0; k < extents && cursor.isSound(); ++k) {
            cursor.number(indexSize);
            const auto offset = cursor.number(offsetSize);
            location.extents.emplace_back(base + offset, cursor.number(lengthSize));
        }
        if (!cursor.isSound())
            return std::nullopt;
        if (id == wanted)
            return location;
    }
    return std::nullopt;
}

} // namespace

std::vector<MediaItem> mediaItems(Bytes file) {
    std::vector<MediaItem> items;
    const auto meta = metaContent(file);
    const auto list = meta ? boxIn(*meta, "iinf") : std::nullopt;
    const auto version = list ? readNumber(*list, 0, 1, ByteOrder::Big) : std::nullopt;
    if (!version)
        return items;
    const std::uint64_t head = *version == 0 ? 6 : 8;
    const auto entries =
        slice(*list, head, list->size() - std::min<std::size_t>(head, list->size()));
    if (!entries)
        return items;
    for (const ContainerPart& entry : mediaBoxes(*entries)) {
        if (entry.name == "infe" && items.size() < kMaxItems)
            items.push_back(itemFrom(entry.payload));
    }
    return items;
}

std::optional<ByteBuffer> mediaItemBytes(Bytes file, std::uint32_t id) {
    const auto meta = metaContent(file);
    const auto places = meta ? boxIn(*meta, "iloc") : std::nullopt;
    const auto location = places ? locationOf(*places, id) : std::nullopt;
    if (!location || location->method > 1)
        return std::nullopt;
    const auto inner = location->method == 1 ? boxIn(*meta, "idat") : std::nullopt;
    const Bytes ground = location->method == 0 ? file : inner.value_or(Bytes{});
    ByteBuffer bytes;
    for (const auto& [offset, length] : location->extents) {
        // A length of 0 means: to the end.
        const std::uint64_t wanted =
            length == 0 && offset < ground.size() ? ground.size() - offset : length;
        const auto piece = slice(ground, offset, wanted);
        if (!piece || bytes.size() + piece->size() > kMaxItemBytes)
            return std::nullopt;
        bytes.insert(bytes.end(), piece->begin(), piece->end());
    }
    return bytes;
}

std::optional<std::uint32_t> primaryItem(Bytes file) {
    const auto meta = metaContent(file);
    const auto box = meta ? boxIn(*meta, "pitm") : std::nullopt;
    const auto version = box ? readNumber(*box, 0, 1, ByteOrder::Big) : std::nullopt;
    const auto id =
        version ? readNumber(*box, 4, *version == 0 ? 2 : 4, ByteOrder::Big) : std::nullopt;
    return id ? std::optional(static_cast<std::uint32_t>(*id)) : std::nullopt;
}

std::optional<Bytes> itemProperty(Bytes file, std::uint32_t id, std::string_view name) {
    const auto meta = metaContent(file);
    const auto properties = meta ? boxIn(*meta, "iprp") : std::nullopt;
    const auto values = properties ? boxIn(*properties, "ipco") : std::nullopt;
    if (!values)
        return std::nullopt;
    const std::vector<ContainerPart> known = mediaBoxes(*values);
    for (const ContainerPart& box : mediaBoxes(*properties)) {
        if (box.name != "ipma")
            continue;
        Cursor cursor(box.payload);
        const auto version = cursor.number(1);
        const bool isWide = (cursor.number(3) & 1) != 0;
        const auto items = cursor.number(4);
        for (std::uint64_t i = 0; i < items && cursor.isSound(); ++i) {
            const bool isWanted = cursor.number(version < 1 ? 2 : 4) == id;
            const auto count = cursor.number(1);
            for (std::uint64_t k = 0; k < count && cursor.isSound(); ++k) {
                // The top bit says whether a reader must know the property.
                const auto at = cursor.number(isWide ? 2 : 1) & (isWide ? 0x7FFFU : 0x7FU);
                if (isWanted && at > 0 && at <= known.size() && known[at - 1].name == name)
                    return known[at - 1].payload;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t> firstTile(Bytes file, std::uint32_t id) {
    const auto meta = metaContent(file);
    const auto references = meta ? boxIn(*meta, "iref") : std::nullopt;
    const auto version = references ? readNumber(*references, 0, 1, ByteOrder::Big) : std::nullopt;
    if (!version || references->size() < 4)
        return std::nullopt;
    const int idWidth = *version == 0 ? 2 : 4;
    for (const ContainerPart& entry : mediaBoxes(references->subspan(4))) {
        Cursor cursor(entry.payload);
        if (entry.name != "dimg" || cursor.number(idWidth) != id || cursor.number(2) == 0)
            continue;
        const auto tile = static_cast<std::uint32_t>(cursor.number(idWidth));
        return cursor.isSound() ? std::optional(tile) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<ByteBuffer> withoutSharedAuxiliaries(Bytes file) {
    const auto meta = metaContent(file);
    const auto references = meta ? boxIn(*meta, "iref") : std::nullopt;
    const auto version = references ? readNumber(*references, 0, 1, ByteOrder::Big) : std::nullopt;
    if (!version || references->size() < 4)
        return std::nullopt;
    const int idWidth = *version == 0 ? 2 : 4;
    std::optional<ByteBuffer> changed;
    for (const ContainerPart& entry : mediaBoxes(references->subspan(4))) {
        const auto targets =
            readNumber(entry.payload, static_cast<std::uint64_t>(idWidth), 2, ByteOrder::Big);
        if (entry.name != "auxl" || targets.value_or(0) < 2)
            continue;
        if (!changed)
            changed.emplace(file.begin(), file.end());
        // The same length, so that no offset in the file has to change.
        const auto at = static_cast<std::size_t>(references->data() + 4 - file.data()) +
                        static_cast<std::size_t>(entry.offset) + 4;
        constexpr std::string_view kIgnored = "skip";
        std::ranges::copy(kIgnored, changed->begin() + static_cast<std::ptrdiff_t>(at));
    }
    return changed;
}

} // namespace core::image
