// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/carrier_search.h"
#include "core/provenance/c2pa/jumbf.h"
#include "core/provenance/c2pa/media_boxes.h"

#include <openssl/evp.h>

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

using image::asText;
using image::ByteOrder;
using image::slice;

/// Version and flags (4), purpose and a zero byte, offset of hash trees (8), store.
void addUuidBox(const MediaBox& box, Bytes file, int& others, Carriers& found) {
    const auto payload = slice(file, box.start + box.header, box.length - box.header);
    const std::string_view rest = payload ? asText(*payload).substr(16) : std::string_view();
    const auto end = rest.find('\0', 4);
    const std::string_view purpose =
        end == std::string_view::npos ? std::string_view() : rest.substr(4, end - 4);
    const bool isStore = purpose == "manifest" || purpose == "original" || purpose == "update";
    if (!isStore || rest.size() < end + 9) {
        ++others;
        return;
    }
    addStore(payload->subspan(16 + end + 9), {box.start, box.length}, found);
    // A box hash names its exclusions itself: zero bytes may follow the store in its box.
    if (!found.stores.empty() && found.stores.back().place.start == box.start) {
        std::vector<std::uint8_t>& store = found.stores.back().store;
        const std::uint64_t stated = statedLength(store);
        if (stated > 0 && stated < store.size() &&
            std::all_of(store.begin() + static_cast<long>(stated), store.end(),
                        [](std::uint8_t byte) { return byte == 0; }))
            store.resize(static_cast<std::size_t>(stated));
    }
}

} // namespace

void searchMedia(Bytes file, Carriers& found) {
    int others = 0;
    std::uint64_t end = 0;
    for (const MediaBox& box : topLevelBoxes(file)) {
        end = box.start + box.length;
        if (isCredentialBox(box, file))
            addUuidBox(box, file, others, found);
        else if (box.type == "jumb" && found.container == Container::JpegXl) {
            const auto store = slice(file, box.start, box.length);
            if (store && beginsStore(*store))
                addStore(*store, {box.start, box.length}, found);
        }
    }
    const bool isCut = isCredentialBox({"uuid", end, 8, 24}, file) && slice(file, end + 4, 4) &&
                       asText(*slice(file, end + 4, 4)) == "uuid";
    if (isCut)
        found.damage = "The file ends inside its credentials.";
    if (found.stores.empty() && others > 0 && found.damage.empty())
        found.damage =
            "The file has a box for credentials whose purpose is not that of a manifest.";
}

/// The store lies uncompressed in an embedded file, whose stream it fills.
void searchPdf(Bytes file, Carriers& found) {
    const std::string_view text = asText(file);
    for (auto at = text.find("jumdc2pa"); at != std::string_view::npos;
         at = text.find("jumdc2pa", at + 1)) {
        if (at < 12)
            continue;
        const std::size_t start = at - 12;
        const bool isStream = text.substr(0, start).ends_with("stream\n") ||
                              text.substr(0, start).ends_with("stream\r\n");
        const auto length = statedLength(file.subspan(start));
        const auto store = slice(file, start, length);
        if (!isStream || !beginsStore(file.subspan(start)))
            continue;
        if (store)
            addStore(*store, {start, length}, found);
        else
            found.damage = "The file ends inside its credentials.";
    }
}

/// Base64 text in the element c2pa:manifest.
void searchSvg(Bytes file, Carriers& found) {
    const std::string_view text = asText(file);
    const auto element = text.find("<c2pa:manifest");
    const auto begin = element == std::string_view::npos ? element : text.find('>', element);
    const auto end = begin == std::string_view::npos ? begin : text.find("</c2pa:manifest>", begin);
    if (end == std::string_view::npos)
        return;
    std::string base64;
    for (const char c : text.substr(begin + 1, end - begin - 1))
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            base64 += c;
    std::vector<std::uint8_t> store(base64.size() / 4 * 3 + 3);
    const int length =
        base64.empty() || base64.size() > kMaxStoreBytes || base64.size() % 4 != 0
            ? -1
            : EVP_DecodeBlock(store.data(), reinterpret_cast<const unsigned char*>(base64.data()),
                              static_cast<int>(base64.size()));
    if (length < 0) {
        found.damage = "What the file marks as its credentials is no manifest store.";
        return;
    }
    const auto filler = static_cast<std::size_t>(std::ranges::count(base64, '='));
    store.resize(static_cast<std::size_t>(length) - std::min<std::size_t>(filler, 2));
    addStore(store, {begin + 1, end - begin - 1}, found);
}

} // namespace core::provenance::c2pa
