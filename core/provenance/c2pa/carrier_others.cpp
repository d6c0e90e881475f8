// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/carrier_search.h"

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

using image::asText;
using image::ByteOrder;
using image::readNumber;
using image::slice;

constexpr int kMaxParts = 20'000;

/// Numbers of a tag have seven bits in each byte.
std::optional<std::uint64_t> sevenBitNumber(Bytes file, std::uint64_t at) {
    std::uint64_t number = 0;
    for (std::uint64_t i = 0; i < 4; ++i) {
        const auto byte = readNumber(file, at + i, 1, ByteOrder::Big);
        if (!byte || *byte > 0x7F)
            return std::nullopt;
        number = number << 7U | *byte;
    }
    return number;
}

/// Where a text that ends in zero ends, behind the zero; UTF-16 has two of them.
std::size_t behindText(std::string_view bytes, std::size_t at, bool isWide) {
    if (!isWide) {
        const auto end = bytes.find('\0', at);
        return end == std::string_view::npos ? bytes.size() : end + 1;
    }
    while (at + 1 < bytes.size() && (bytes[at] != '\0' || bytes[at + 1] != '\0'))
        at += 2;
    return std::min(at + 2, bytes.size());
}

/// An object frame: coding of texts, media type, file name, description, then the object.
void addObject(Bytes frame, Range place, Carriers& found) {
    const std::string_view text = asText(frame);
    const auto typeEnd = text.find('\0', 1);
    if (text.empty() || typeEnd == std::string_view::npos)
        return;
    const std::string_view type = text.substr(1, typeEnd - 1);
    if (type != "application/x-c2pa-manifest-store" && type != "application/c2pa")
        return;
    const bool isWide = text[0] == 1 || text[0] == 2;
    const std::size_t object = behindText(text, behindText(text, typeEnd + 1, isWide), isWide);
    const std::size_t before = found.stores.size();
    addStore(frame.subspan(object), {place.end() - (frame.size() - object), frame.size() - object},
             found);
    if (found.stores.size() > before)
        found.stores.back().frame = place;
}

} // namespace

/// An ID3 tag of version 3 or 4 before the sound.
void searchTagged(Bytes file, Carriers& found) {
    constexpr std::uint64_t kHeader = 10;
    const auto version = readNumber(file, 3, 1, ByteOrder::Big);
    const auto flags = readNumber(file, 5, 1, ByteOrder::Big);
    const auto length = sevenBitNumber(file, 6);
    if (!version || !flags || !length || (*version != 3 && *version != 4))
        return;
    const std::uint64_t end = std::min<std::uint64_t>(kHeader + *length, file.size());
    std::uint64_t at = kHeader;
    if ((*flags & 0x40U) != 0) { // an extended header; version 4 counts its own length in
        const auto more =
            *version == 4 ? sevenBitNumber(file, at) : readNumber(file, at, 4, ByteOrder::Big);
        if (!more || *more > file.size())
            return;
        at += *version == 4 ? *more : *more + 4;
    }
    for (int i = 0; i < kMaxParts && at + kHeader <= end; ++i) {
        const auto name = slice(file, at, 4);
        const auto size = *version == 4 ? sevenBitNumber(file, at + 4)
                                        : readNumber(file, at + 4, 4, ByteOrder::Big);
        const auto form = readNumber(file, at + 9, 1, ByteOrder::Big);
        if (!name || !size || !form || asText(*name).front() == '\0')
            return;
        const auto frame = slice(file, at + kHeader, *size);
        // Compressed and encrypted frames hold no store.
        if (frame && asText(*name) == "GEOB" && *form == 0)
            addObject(*frame, {at, kHeader + *size}, found);
        if (!frame)
            return;
        at += kHeader + *size;
    }
}

/// The table "C2PA": version (4), a web address (offset 4, length 2), reserved (2), the store
/// (offset 4, length 4); offsets count from the table's start.
void searchFont(Bytes file, Carriers& found) {
    const auto tables = readNumber(file, 4, 2, ByteOrder::Big);
    for (std::uint64_t i = 0; tables && i < *tables; ++i) {
        const auto name = slice(file, 12 + i * 16, 4);
        if (!name)
            return;
        if (asText(*name) != "C2PA")
            continue;
        const auto start = readNumber(file, 12 + i * 16 + 8, 4, ByteOrder::Big);
        const auto length = readNumber(file, 12 + i * 16 + 12, 4, ByteOrder::Big);
        const auto table = start && length ? slice(file, *start, *length) : std::nullopt;
        const auto offset = table ? readNumber(*table, 12, 4, ByteOrder::Big) : std::nullopt;
        const auto bytes = table ? readNumber(*table, 16, 4, ByteOrder::Big) : std::nullopt;
        const auto store = offset && bytes ? slice(*table, *offset, *bytes) : std::nullopt;
        if (store && !store->empty())
            addStore(*store, {*start, *length}, found);
        else if (!table || !bytes || *bytes > 0)
            found.damage = "The font's table of credentials points outside the file.";
    }
}

} // namespace core::provenance::c2pa
