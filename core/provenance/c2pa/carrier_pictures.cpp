// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/carrier_search.h"
#include "core/provenance/c2pa/jpeg_walk.h"
#include "core/provenance/c2pa/jumbf.h"

#include <algorithm>
#include <map>
#include <set>

namespace core::provenance::c2pa {

namespace {

using image::asText;
using image::ByteOrder;
using image::readNumber;
using image::slice;

constexpr int kMaxParts = 20'000;

// ---- JPEG ----------------------------------------------------------------------------------

/// One box spread over APP11 segments.
struct JpegBox {
    std::vector<std::uint8_t> bytes;
    Range place;
    std::uint64_t lastNumber = 0;
    bool isInOrder = true;
    bool isTogether = true;
};

/// "JP", box number (2), packet number (4), then the box header, which every packet repeats and
/// only the first keeps. Writers begin to count at 0 or 1.
void addPacket(const JpegSegment& segment, std::map<std::uint64_t, JpegBox>& boxes) {
    const auto number = readNumber(segment.payload, 2, 2, ByteOrder::Big);
    const auto packet = readNumber(segment.payload, 4, 4, ByteOrder::Big);
    const auto length = readNumber(segment.payload, 8, 4, ByteOrder::Big);
    if (!number || !packet || !length)
        return;
    const auto [entry, isFirst] = boxes.try_emplace(*number);
    JpegBox& box = entry->second;
    const std::size_t header = *length == 1 ? 16 : 8;
    const std::size_t skipped = isFirst ? 8 : 8 + header;
    if (isFirst) {
        box.place = {segment.start, 0};
    } else {
        box.isInOrder = box.isInOrder && *packet == box.lastNumber + 1;
        box.isTogether = box.isTogether && segment.start == box.place.end();
    }
    box.lastNumber = *packet;
    box.place.length = segment.start + segment.length - box.place.start;
    if (segment.payload.size() > skipped && box.bytes.size() < kMaxStoreBytes)
        box.bytes.insert(box.bytes.end(), segment.payload.begin() + static_cast<long>(skipped),
                         segment.payload.end());
}

// ---- TIFF ----------------------------------------------------------------------------------

/// Walks the directories of classic and big TIFF.
class TiffWalk {
  public:
    explicit TiffWalk(Bytes file) : m_file(file) {
        m_order = asText(file).starts_with("II") ? ByteOrder::Little : ByteOrder::Big;
        m_isBig = readNumber(file, 2, 2, m_order) == std::uint64_t{43};
    }

    void search(Carriers& found) {
        constexpr int kMaxDirectories = 200;
        std::set<std::uint64_t> seen;
        auto at = m_isBig ? readNumber(m_file, 8, 8, m_order) : readNumber(m_file, 4, 4, m_order);
        for (int i = 0; at && *at != 0 && i < kMaxDirectories && seen.insert(*at).second; ++i)
            at = directory(*at, found);
    }

  private:
    std::optional<std::uint64_t> directory(std::uint64_t start, Carriers& found) {
        const int countWidth = m_isBig ? 8 : 2;
        const std::uint64_t entryBytes = m_isBig ? 20 : 12;
        const auto count = readNumber(m_file, start, countWidth, m_order);
        if (!count || *count > 65'535)
            return std::nullopt;
        for (std::uint64_t i = 0; i < *count; ++i) {
            const std::uint64_t entry =
                start + static_cast<std::uint64_t>(countWidth) + i * entryBytes;
            if (readNumber(m_file, entry, 2, m_order) == std::uint64_t{0xCD41})
                addTag(entry, found);
        }
        return readNumber(m_file,
                          start + static_cast<std::uint64_t>(countWidth) + *count * entryBytes,
                          m_isBig ? 8 : 4, m_order);
    }

    void addTag(std::uint64_t entry, Carriers& found) {
        const int width = m_isBig ? 8 : 4;
        const auto count = readNumber(m_file, entry + 4, width, m_order);
        const auto offset =
            readNumber(m_file, entry + 4 + static_cast<std::uint64_t>(width), width, m_order);
        const auto store = count && offset ? slice(m_file, *offset, *count) : std::nullopt;
        if (store)
            addStore(*store, {*offset, *count}, found);
        else
            found.damage = "The tag of the credentials points outside the file.";
    }

    Bytes m_file;
    ByteOrder m_order = ByteOrder::Little;
    bool m_isBig = false;
};

/// The end of a run of sub-blocks, past its terminator; nothing when the file ends inside.
std::optional<std::uint64_t> endOfSubBlocks(Bytes file, std::uint64_t at) {
    while (const auto length = readNumber(file, at, 1, ByteOrder::Big)) {
        at += 1 + *length;
        if (*length == 0)
            return at;
    }
    return std::nullopt;
}

void addGifExtension(Bytes file, Range place, Carriers& found) {
    std::vector<std::uint8_t> store;
    std::uint64_t at = place.start + 14;
    while (store.size() < kMaxStoreBytes) {
        const auto length = readNumber(file, at, 1, ByteOrder::Big);
        const auto bytes = length ? slice(file, at + 1, *length) : std::nullopt;
        if (!bytes || *length == 0)
            break;
        store.insert(store.end(), bytes->begin(), bytes->end());
        at += 1 + *length;
    }
    addStore(store, place, found);
}

} // namespace

void searchJpeg(Bytes file, Carriers& found) {
    const JpegWalk walk = walkJpeg(file, JpegExtent::UntilFirstScan);
    std::map<std::uint64_t, JpegBox> boxes;
    for (const JpegSegment& segment : walk.segments)
        if (segment.marker == 0xEB && asText(segment.payload).starts_with("JP"))
            addPacket(segment, boxes);
    for (auto& [number, box] : boxes) {
        if (!beginsStore(box.bytes))
            continue;
        Carrier carrier;
        carrier.store = std::move(box.bytes);
        carrier.place = box.place;
        if (!box.isInOrder)
            carrier.problem = "The segments of the credentials are not in order.";
        else if (!box.isTogether)
            carrier.problem = "Foreign bytes lie between the segments of the credentials.";
        found.stores.push_back(std::move(carrier));
    }
    // A segment that the file's end cuts off.
    const std::string_view rest =
        asText(file.subspan(std::min<std::size_t>(walk.end, file.size())));
    if (found.stores.empty() && rest.starts_with("\xFF\xEB") &&
        rest.substr(0, 64).find("jumdc2pa") != std::string_view::npos)
        found.damage = "The file ends inside its credentials.";
}

void searchPng(Bytes file, Carriers& found) {
    std::uint64_t at = 8;
    for (int i = 0; i < kMaxParts; ++i) {
        const auto length = readNumber(file, at, 4, ByteOrder::Big);
        const auto type = slice(file, at + 4, 4);
        if (!length || !type)
            return;
        const auto payload = slice(file, at + 8, *length);
        if (asText(*type) == "caBX") {
            if (payload && slice(file, at + 8 + *length, 4))
                addStore(*payload, {at, 12 + *length}, found);
            else
                found.damage = "The file ends inside its credentials.";
        }
        if (!payload)
            return;
        at += 12 + *length;
    }
}

void searchRiff(Bytes file, Carriers& found) {
    std::uint64_t at = 12;
    for (int i = 0; i < kMaxParts; ++i) {
        const auto type = slice(file, at, 4);
        const auto length = readNumber(file, at + 4, 4, ByteOrder::Little);
        if (!type || !length)
            return;
        const auto payload = slice(file, at + 8, *length);
        if (asText(*type) == "C2PA") {
            if (payload) {
                const std::size_t before = found.stores.size();
                addStore(*payload, {at, 8 + *length}, found);
                if (found.stores.size() > before)
                    found.stores.back().padding = *length % 2;
            } else {
                found.damage = "The file ends inside its credentials.";
            }
        }
        if (!payload)
            return;
        at += 8 + *length + *length % 2;
    }
}

void searchTiff(Bytes file, Carriers& found) {
    TiffWalk(file).search(found);
}

void searchGif(Bytes file, Carriers& found) {
    const auto flags = readNumber(file, 10, 1, ByteOrder::Big);
    if (!flags)
        return;
    std::uint64_t at = 13;
    if ((*flags & 0x80U) != 0)
        at += std::uint64_t{3} << ((*flags & 7U) + 1);
    for (int i = 0; i < kMaxParts; ++i) {
        const auto kind = readNumber(file, at, 1, ByteOrder::Big);
        if (kind == std::uint64_t{0x2C}) { // an image
            const auto local = readNumber(file, at + 9, 1, ByteOrder::Big);
            if (!local)
                return;
            at += 10;
            if ((*local & 0x80U) != 0)
                at += std::uint64_t{3} << ((*local & 7U) + 1);
            ++at;                                 // code size
        } else if (kind == std::uint64_t{0x21}) { // an extension
            at += 2;
        } else {
            return;
        }
        const bool isExtension = kind == std::uint64_t{0x21};
        const std::uint64_t start = at - 2;
        const auto end = endOfSubBlocks(file, at);
        const auto name = isExtension ? slice(file, start, 11) : std::nullopt;
        if (name && asText(*name) == std::string_view("\x21\xFF\x0B"
                                                      "C2PA_GIF",
                                                      11)) {
            if (end)
                addGifExtension(file, {start, *end - start}, found);
            else
                found.damage = "The file ends inside its credentials.";
        }
        if (!end)
            return;
        at = *end;
    }
}

} // namespace core::provenance::c2pa
