// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa_presence.h"

#include "core/image/container_parts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>

namespace core::provenance {

namespace {

using image::ByteOrder;
using image::Bytes;
using image::ContainerPart;
using image::Format;

constexpr std::size_t kMaxStoreBytes = 64u << 20;

/// A joined store begins with a superbox whose description box has the type "c2pa".
bool isStore(std::string_view store) {
    return store.size() >= 20 && store.substr(4, 4) == "jumb" && store.substr(12, 4) == "jumd" &&
           store.substr(16, 4) == "c2pa";
}

/// APP11 packets: "JP", box number (2), packet number (4), then the box header, which every packet
/// repeats and only the first keeps.
std::optional<std::string> inJpeg(Bytes file) {
    std::map<std::uint64_t, std::string> boxes;
    for (const ContainerPart& part : image::jpegSegments(file)) {
        const std::string_view payload = image::asText(part.payload);
        const auto number = image::readNumber(part.payload, 2, 2, ByteOrder::Big);
        const auto packet = image::readNumber(part.payload, 4, 4, ByteOrder::Big);
        const auto length = image::readNumber(part.payload, 8, 4, ByteOrder::Big);
        if (part.name != "FFEB" || !payload.starts_with("JP") || !number || !packet || !length)
            continue;
        const std::size_t header = *length == 1 ? 16 : 8;
        const std::size_t skipped = *packet == 1 ? 8 : 8 + header;
        std::string& box = boxes[*number];
        if (payload.size() > skipped && box.size() < kMaxStoreBytes)
            box += payload.substr(skipped);
    }
    for (auto& [number, box] : boxes) {
        if (isStore(box))
            return std::move(box);
    }
    return std::nullopt;
}

std::optional<std::string> inNamedPart(const std::vector<ContainerPart>& parts,
                                       std::string_view name) {
    for (const ContainerPart& part : parts) {
        if (part.name == name && isStore(image::asText(part.payload)))
            return std::string(image::asText(part.payload).substr(0, kMaxStoreBytes));
    }
    return std::nullopt;
}

std::optional<std::string> inMediaFile(Bytes file) {
    constexpr std::array<std::uint8_t, 16> kUuid = {0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C,
                                                    0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81};
    for (const ContainerPart& box : image::mediaBoxes(file)) {
        if (box.name != "uuid" || box.payload.size() < kUuid.size() ||
            !std::equal(kUuid.begin(), kUuid.end(), box.payload.begin()))
            continue;
        // Version and flags (4), purpose and a zero byte, offset of hash trees (8), store.
        const std::string_view rest = image::asText(box.payload.subspan(kUuid.size()));
        const auto purposeEnd = rest.find('\0', 4);
        if (purposeEnd == std::string_view::npos || rest.size() < purposeEnd + 9)
            continue;
        const std::string_view store = rest.substr(purposeEnd + 9, kMaxStoreBytes);
        if (isStore(store))
            return std::string(store);
    }
    return std::nullopt;
}

std::optional<std::string> inTiff(Bytes file) {
    const auto value = image::firstDirectoryTag(file, 0xCD41);
    if (!value || !isStore(image::asText(value->bytes)))
        return std::nullopt;
    return std::string(image::asText(value->bytes).substr(0, kMaxStoreBytes));
}

/// Application extension "C2PA_GIF", whose sub-blocks of up to 255 bytes are joined.
std::optional<std::string> inGif(Bytes file) {
    constexpr std::string_view kStart{"\x21\xFF\x0B"
                                      "C2PA_GIF",
                                      11};
    const auto at = image::asText(file).find(kStart);
    if (at == std::string_view::npos)
        return std::nullopt;
    std::string store;
    std::uint64_t block = at + kStart.size() + 3;
    while (store.size() < kMaxStoreBytes) {
        const auto length = image::readNumber(file, block, 1, ByteOrder::Big);
        const auto bytes = length ? image::slice(file, block + 1, *length) : std::nullopt;
        if (!bytes || *length == 0)
            break;
        store += image::asText(*bytes);
        block += 1 + *length;
    }
    return isStore(store) ? std::optional(std::move(store)) : std::nullopt;
}

} // namespace

std::optional<std::string> findCredentialStore(const image::EvidenceFile& file) {
    if (!file.bytes)
        return std::nullopt;
    const Bytes bytes = *file.bytes;
    switch (file.format) {
    case Format::Jpeg:
        return inJpeg(bytes);
    case Format::Png:
        return inNamedPart(image::pngChunks(bytes), "caBX");
    case Format::Webp:
        return inNamedPart(image::riffChunks(bytes), "C2PA");
    case Format::Heic:
    case Format::Avif:
        return inMediaFile(bytes);
    case Format::Tiff:
        return inTiff(bytes);
    case Format::Gif:
        return inGif(bytes);
    case Format::Bmp:
    case Format::JpegXl:
    case Format::Jpeg2000:
    case Format::Unknown:
        break;
    }
    return std::nullopt;
}

std::vector<std::string> mentionedSourceTypes(const std::string& store) {
    constexpr std::string_view kPath = "digitalsourcetype/";
    constexpr std::size_t kMost = 20;
    std::vector<std::string> types;
    for (auto at = store.find(kPath); at != std::string::npos && types.size() < kMost;
         at = store.find(kPath, at + 1)) {
        const auto begin = store.begin() + static_cast<std::ptrdiff_t>(at + kPath.size());
        const auto end =
            std::find_if(begin, store.end(), [](unsigned char c) { return std::isalpha(c) == 0; });
        const std::string type(begin, end);
        if (!type.empty() && type.size() < 60 && std::ranges::find(types, type) == types.end())
            types.push_back(type);
    }
    return types;
}

std::optional<std::string> mentionedGenerator(const std::string& store) {
    constexpr std::array<std::string_view, 8> kProducts = {"ChatGPT",
                                                           "OpenAI API",
                                                           "GPT-4o",
                                                           "DALL-E",
                                                           "DALL·E",
                                                           "Adobe Firefly",
                                                           "Bing Image Creator",
                                                           "Google Generative AI"};
    const auto types = mentionedSourceTypes(store);
    if (std::ranges::find(types, "trainedAlgorithmicMedia") == types.end())
        return std::nullopt;
    for (const std::string_view product : kProducts) {
        if (store.find(product) != std::string::npos)
            return std::string(product);
    }
    return std::nullopt;
}

} // namespace core::provenance
