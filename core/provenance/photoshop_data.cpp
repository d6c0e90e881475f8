// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/photoshop_data.h"

#include "core/image/container_parts.h"
#include "core/provenance/text_encoding.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::provenance {

namespace {

using namespace std::string_view_literals;
using examination::MetadataField;
using image::asText;
using image::ByteOrder;
using image::Bytes;
using image::readNumber;
using image::slice;

constexpr std::size_t kMostResources = 2'000;
constexpr std::size_t kMostLayers = 200;

struct Resource {
    int id = 0;
    std::string_view name;
    Bytes data;
};

/// Signature, number, name (a length byte, then the letters, even in all), length, data, even.
std::vector<Resource> resourcesIn(Bytes block) {
    std::vector<Resource> resources;
    std::uint64_t at = 0;
    while (resources.size() < kMostResources) {
        const auto signature = slice(block, at, 4);
        const auto id = readNumber(block, at + 4, 2, ByteOrder::Big);
        const auto nameLength = readNumber(block, at + 6, 1, ByteOrder::Big);
        if (!signature || !id || !nameLength || asText(*signature) != "8BIM")
            return resources;
        const auto name = slice(block, at + 7, *nameLength);
        const std::uint64_t behindName = at + 6 + (*nameLength + 2) / 2 * 2;
        const auto length = readNumber(block, behindName, 4, ByteOrder::Big);
        const auto data = length ? slice(block, behindName + 4, *length) : std::nullopt;
        if (!name || !data)
            return resources;
        resources.push_back({static_cast<int>(*id), asText(*name), *data});
        at = behindName + 4 + *length + *length % 2;
    }
    return resources;
}

/// The sections of a Photoshop document.
struct Document {
    Bytes resources;
    Bytes layers; ///< of the layer section, from the length of the layer information on
};

std::optional<Document> documentIn(Bytes file) {
    if (!asText(file).starts_with("8BPS\0\1"sv))
        return std::nullopt;
    Document document;
    std::uint64_t at = 26;
    std::array<Bytes, 3> sections; // color mode, resources, layers
    for (Bytes& section : sections) {
        const auto length = readNumber(file, at, 4, ByteOrder::Big);
        const auto bytes = length ? slice(file, at + 4, *length) : std::nullopt;
        if (!bytes)
            break;
        section = *bytes;
        at += 4 + *length;
    }
    document.resources = sections[1];
    document.layers = sections[2];
    return document;
}

/// The resources of a file; those of a JPEG may be spread over segments.
Bytes resourceBlock(Bytes file, std::vector<std::uint8_t>& joined) {
    if (const auto document = documentIn(file))
        return document->resources;
    if (asText(file).starts_with("\xFF\xD8"sv)) {
        constexpr std::string_view kMark = "Photoshop 3.0\0"sv;
        for (const image::ContainerPart& part : image::jpegSegments(file))
            if (part.name == "FFED" && asText(part.payload).starts_with(kMark))
                joined.insert(joined.end(),
                              part.payload.begin() + static_cast<std::ptrdiff_t>(kMark.size()),
                              part.payload.end());
        return joined;
    }
    const auto tag = image::firstDirectoryTag(file, 34377);
    return tag ? tag->bytes : Bytes();
}

std::string unicodeIn(Bytes data, std::uint64_t at, ByteOrder order) {
    const auto letters = readNumber(data, at, 4, order);
    const auto bytes =
        letters && *letters < 10'000 ? slice(data, at + 4, *letters * 2) : std::nullopt;
    if (!bytes)
        return {};
    std::string text = readUtf16(asText(*bytes), order == ByteOrder::Big);
    while (!text.empty() && text.back() == '\0')
        text.pop_back();
    return text;
}

/// Four letters that a document in the other order writes backwards.
std::string keyAt(Bytes data, std::uint64_t at, ByteOrder order) {
    const auto bytes = slice(data, at, 4);
    std::string key(bytes ? asText(*bytes) : ""sv);
    if (order == ByteOrder::Little)
        std::ranges::reverse(key);
    return key;
}

/// Reads the names and places of layers.
class LayerReader {
  public:
    LayerReader(Bytes data, ByteOrder order) : m_data(data), m_order(order) {}

    /// From the number of layers on.
    std::vector<MetadataField> read() {
        std::vector<MetadataField> fields;
        const auto stored = number(0, 2);
        if (!stored)
            return fields;
        // Negative when the first alpha channel holds the transparency of the whole.
        const auto count = static_cast<std::size_t>(std::abs(static_cast<std::int16_t>(*stored)));
        std::uint64_t at = 2;
        for (std::size_t i = 0; i < std::min(count, kMostLayers); ++i)
            if (auto layer = layerAt(at, i + 1))
                fields.push_back(std::move(*layer));
            else
                break;
        if (count > 0)
            fields.insert(fields.begin(), {"Photoshop", "Layers", std::to_string(count)});
        return fields;
    }

  private:
    std::optional<std::uint64_t> number(std::uint64_t at, int width) const {
        return readNumber(m_data, at, width, m_order);
    }

    std::int64_t side(std::uint64_t at) const {
        return static_cast<std::int32_t>(number(at, 4).value_or(0));
    }

    /// Rectangle (16), channels (2, then 6 each), signature, blend mode, opacity, clipping, flags,
    /// filler (12), length of the rest: mask, ranges, name, blocks.
    std::optional<MetadataField> layerAt(std::uint64_t& at, std::size_t place) {
        const std::int64_t top = side(at);
        const std::int64_t left = side(at + 4);
        const std::int64_t bottom = side(at + 8);
        const std::int64_t right = side(at + 12);
        const auto channels = number(at + 16, 2);
        if (!channels || *channels > 60)
            return std::nullopt;
        const std::uint64_t mode = at + 18 + *channels * 6;
        const auto flags = number(mode + 10, 1);
        const auto rest = number(mode + 12, 4);
        if (!flags || !rest || keyAt(m_data, mode, m_order) != "8BIM" ||
            !slice(m_data, mode + 16, *rest))
            return std::nullopt;
        at = mode + 16 + *rest;
        const std::string name = nameIn(mode + 16, at);
        const bool isHidden = (*flags & 2U) != 0;
        return MetadataField{"Photoshop", "Layer " + std::to_string(place),
                             name + "  (" + std::to_string(right - left) + " x " +
                                 std::to_string(bottom - top) + " at " + std::to_string(left) +
                                 ", " + std::to_string(top) + (isHidden ? ", hidden)" : ")")};
    }

    std::string nameIn(std::uint64_t at, std::uint64_t end) const {
        for (int i = 0; i < 2; ++i) { // mask, blending ranges
            const auto length = number(at, 4);
            if (!length || *length > end - at)
                return {};
            at += 4 + *length;
        }
        const auto letters = number(at, 1);
        const auto plain = letters ? slice(m_data, at + 1, *letters) : std::nullopt;
        if (!plain)
            return {};
        at += (*letters + 4) / 4 * 4;
        for (int i = 0; i < 100 && at + 12 <= end; ++i) { // the whole name in a block of its own
            const auto length = number(at + 8, 4);
            if (!length || keyAt(m_data, at, m_order) != "8BIM")
                break;
            if (keyAt(m_data, at + 4, m_order) == "luni")
                if (std::string name = unicodeIn(m_data, at + 12, m_order); !name.empty())
                    return name;
            at += 12 + *length;
        }
        return readUnmarkedText(asText(*plain)).text;
    }

    Bytes m_data;
    ByteOrder m_order;
};

/// The layers of a TIFF: blocks behind a mark, one of which holds them.
std::vector<MetadataField> layersOfTiff(Bytes file) {
    constexpr std::string_view kMark = "Adobe Photoshop Document Data Block\0"sv;
    const auto tag = image::firstDirectoryTag(file, 37724);
    if (!tag || !asText(tag->bytes).starts_with(kMark))
        return {};
    std::uint64_t at = kMark.size();
    for (int i = 0; i < 100; ++i) {
        const auto length = readNumber(tag->bytes, at + 8, 4, tag->order);
        const auto data = length ? slice(tag->bytes, at + 12, *length) : std::nullopt;
        if (!data || keyAt(tag->bytes, at, tag->order) != "8BIM")
            return {};
        const std::string key = keyAt(tag->bytes, at + 4, tag->order);
        if (key == "Layr" || key == "Lr16" || key == "Lr32")
            return LayerReader(*data, tag->order).read();
        at += 12 + (*length + 3) / 4 * 4;
    }
    return {};
}

std::string programIn(Bytes version) {
    const std::string writer = unicodeIn(version, 5, ByteOrder::Big);
    const auto letters = readNumber(version, 5, 4, ByteOrder::Big);
    const std::string reader =
        letters ? unicodeIn(version, 9 + *letters * 2, ByteOrder::Big) : std::string();
    return reader.empty() || reader == writer ? writer : writer + ", read by " + reader;
}

/// What the digest says about the IPTC entries; empty when there is none.
std::string digestText(const std::vector<Resource>& resources) {
    const auto digest = std::ranges::find(resources, 0x0425, &Resource::id);
    const auto entries = std::ranges::find(resources, 0x0404, &Resource::id);
    if (digest == resources.end() || digest->data.size() != 16 ||
        std::ranges::all_of(digest->data, [](std::uint8_t byte) { return byte == 0; }))
        return {};
    if (entries == resources.end())
        return "there is a digest, but the IPTC entries it was made of are gone";
    std::array<unsigned char, EVP_MAX_MD_SIZE> now{};
    unsigned int length = 0;
    if (EVP_Digest(entries->data.data(), entries->data.size(), now.data(), &length, EVP_md5(),
                   nullptr) != 1)
        return {};
    return std::equal(digest->data.begin(), digest->data.end(), now.begin())
               ? "fits the IPTC entries"
               : "does not fit the IPTC entries: they were changed later by a program that left "
                 "the "
                 "digest alone";
}

} // namespace

std::vector<MetadataField> photoshopFields(Bytes file) {
    std::vector<MetadataField> fields;
    std::vector<std::uint8_t> joined;
    const std::vector<Resource> resources = resourcesIn(resourceBlock(file, joined));
    constexpr std::size_t kMostPaths = 50;
    std::size_t paths = 0;
    for (const Resource& resource : resources) {
        if (resource.id == 0x0421)
            if (std::string program = programIn(resource.data); !program.empty())
                fields.push_back({"Photoshop", "Written by", std::move(program)});
        if (resource.id == 0x041A) // slices; their group is named like the document
            if (std::string name = unicodeIn(resource.data, 20, ByteOrder::Big); !name.empty())
                fields.push_back({"Photoshop", "Document", std::move(name)});
        if (resource.id >= 2'000 && resource.id <= 2'997 && ++paths <= kMostPaths)
            fields.push_back({"Photoshop", "Path", readUnmarkedText(resource.name).text});
    }
    if (std::string digest = digestText(resources); !digest.empty())
        fields.push_back({"Photoshop", "IPTC digest", std::move(digest)});
    std::vector<MetadataField> layers;
    if (const auto document = documentIn(file)) {
        const auto length = readNumber(document->layers, 0, 4, ByteOrder::Big);
        const auto data = length ? slice(document->layers, 4, *length) : std::nullopt;
        if (data)
            layers = LayerReader(*data, ByteOrder::Big).read();
    } else {
        layers = layersOfTiff(file);
    }
    fields.insert(fields.end(), layers.begin(), layers.end());
    return fields;
}

std::vector<Bytes> photoshopPreviews(Bytes file, std::vector<std::uint8_t>& joined) {
    constexpr std::size_t kHeader = 28; // format, sizes, bits, planes
    std::vector<Bytes> previews;
    for (const Resource& resource : resourcesIn(resourceBlock(file, joined)))
        if ((resource.id == 0x0409 || resource.id == 0x040C) && resource.data.size() > kHeader)
            previews.push_back(resource.data.subspan(kHeader));
    return previews;
}

} // namespace core::provenance
