// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/file_form/form_facts.h"

#include "core/image/container_parts.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <exception>
#include <limits>
#include <string_view>
#include <utility>

namespace core::provenance {

namespace {

using image::ByteOrder;
using image::Bytes;
using image::ContainerPart;
using image::Format;

constexpr std::string_view kExifMark{"Exif\0\0", 6};

/// The TIFF structure of a file's EXIF entries; empty when there is none.
Bytes exifBlock(Format format, const std::vector<ContainerPart>& parts) {
    const std::string_view name = format == Format::Jpeg  ? "FFE1"
                                  : format == Format::Png ? "eXIf"
                                                          : "EXIF";
    for (const ContainerPart& part : parts) {
        if (part.name != name)
            continue;
        const bool isMarked = image::asText(part.payload).starts_with(kExifMark);
        if (isMarked)
            return part.payload.subspan(kExifMark.size());
        if (format != Format::Jpeg)
            return part.payload;
    }
    return {};
}

std::vector<ContainerPart> partsOf(Format format, Bytes file) {
    switch (format) {
    case Format::Jpeg:
        return image::jpegSegments(file);
    case Format::Png:
        return image::pngChunks(file);
    case Format::Webp:
        return image::riffChunks(file);
    default:
        return {};
    }
}

int numberOf(const Exiv2::ExifData& entries, const char* name) {
    const auto found = entries.findKey(Exiv2::ExifKey(name));
    if (found == entries.end() || found->count() != 1)
        return 0;
    const auto value = found->toLong();
    return value > 0 && value <= std::numeric_limits<int>::max() ? static_cast<int>(value) : 0;
}

CameraTraces tracesIn(Bytes exif) {
    CameraTraces traces;
    if (exif.empty() || exif.size() > std::numeric_limits<std::uint32_t>::max())
        return traces;
    try {
        Exiv2::ExifData entries;
        Exiv2::ExifParser::decode(entries, exif.data(), static_cast<std::uint32_t>(exif.size()));
        const auto has = [&entries](const char* name) {
            return entries.findKey(Exiv2::ExifKey(name)) != entries.end();
        };
        traces.hasExposure = has("Exif.Photo.ExposureTime");
        traces.hasMakerNote = has("Exif.Photo.MakerNote");
        traces.hasThumbnail = has("Exif.Thumbnail.JPEGInterchangeFormat");
        traces.width = numberOf(entries, "Exif.Photo.PixelXDimension");
        traces.height = numberOf(entries, "Exif.Photo.PixelYDimension");
    } catch (const std::exception&) {
        // Damaged entries are no traces; what was read before the damage stays.
    }
    return traces;
}

void addJpegFacts(const std::vector<ContainerPart>& parts, FormFacts& facts) {
    bool hasJfif = false;
    for (const ContainerPart& part : parts) {
        const std::string_view payload = image::asText(part.payload);
        hasJfif |= part.name == "FFE0" && payload.starts_with("JFIF");
        if (part.name == "FFE1" && payload.starts_with(kExifMark) && !hasJfif)
            facts.beginsWithExif = true;
        if ((part.name == "FFED" && payload.starts_with("Photoshop 3.0")) ||
            (part.name == "FFEE" && payload.starts_with("Adobe")))
            facts.hasPhotoshopBlocks = true;
    }
}

std::optional<std::pair<int, int>> webpSize(Bytes file) {
    const auto at = [file](std::uint64_t offset, int width) {
        return image::readNumber(file, offset, width, ByteOrder::Little);
    };
    const auto name = image::slice(file, 12, 4);
    if (!name)
        return std::nullopt;
    const std::string_view kind = image::asText(*name);
    if (kind == "VP8X" && at(24, 3) && at(27, 3))
        return std::pair{static_cast<int>(*at(24, 3)) + 1, static_cast<int>(*at(27, 3)) + 1};
    if (kind == "VP8 " && at(26, 2) && at(28, 2))
        return std::pair{static_cast<int>(*at(26, 2) & 0x3FFF),
                         static_cast<int>(*at(28, 2) & 0x3FFF)};
    if (const auto bits = at(21, 4); kind == "VP8L" && bits)
        return std::pair{static_cast<int>(*bits & 0x3FFF) + 1,
                         static_cast<int>(*bits >> 14 & 0x3FFF) + 1};
    return std::nullopt;
}

} // namespace

FormFacts formFacts(const image::EvidenceFile& file, int width, int height,
                    const examination::ProvenanceRecord& record) {
    FormFacts facts;
    facts.format = file.format;
    facts.width = width;
    facts.height = height;
    if (!file.bytes)
        return facts;
    const auto parts = partsOf(file.format, *file.bytes);
    if (file.format == Format::Jpeg) {
        addJpegFacts(parts, facts);
        if (auto structure = image::readJpegStructure(*file.bytes))
            facts.jpeg = std::move(*structure);
    }
    if (file.format == Format::Png) {
        for (const ContainerPart& part : parts) {
            if (part.name == "IDAT")
                facts.largestPngPiece =
                    std::max<std::uint64_t>(facts.largestPngPiece, part.payload.size());
        }
    }
    // A generated file with a copied camera name gets no credit for it.
    if (record.camera && !record.generator)
        facts.camera = tracesIn(exifBlock(file.format, parts));
    return facts;
}

std::optional<std::pair<int, int>> statedSize(const image::EvidenceFile& file) {
    if (!file.bytes)
        return std::nullopt;
    const Bytes bytes = *file.bytes;
    if (file.format == Format::Jpeg) {
        const auto structure = image::readJpegStructure(bytes);
        return structure ? std::optional(std::pair{structure->width, structure->height})
                         : std::nullopt;
    }
    if (file.format == Format::Webp)
        return webpSize(bytes);
    if (file.format != Format::Png)
        return std::nullopt;
    const auto width = image::readNumber(bytes, 16, 4, ByteOrder::Big);
    const auto height = image::readNumber(bytes, 20, 4, ByteOrder::Big);
    constexpr std::uint64_t kMost = std::numeric_limits<int>::max();
    if (!width || !height || *width > kMost || *height > kMost)
        return std::nullopt;
    return std::pair{static_cast<int>(*width), static_cast<int>(*height)};
}

} // namespace core::provenance
