// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/file_structure.h"

#include "core/image/container_parts.h"
#include "core/image/content_guess.h"
#include "core/image/gif_blocks.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace core::image {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostParts = 50;
constexpr std::size_t kMostDamaged = 20;
constexpr std::string_view kPngEnd{"IEND\xAE\x42\x60\x82", 8};

bool isAll(std::string_view bytes, char value) {
    return bytes.find_first_not_of(value) == std::string_view::npos;
}

/// What bytes behind a picture's end look like, without advice.
std::string looksLike(Bytes bytes) {
    const std::string_view text = asText(bytes);
    if (isAll(text, '\0'))
        return "zeros, as some programs fill up with";
    if (sniffFormat(bytes) == Format::Jpeg)
        return "another JPEG picture";
    if (text.ends_with(kPngEnd) || text.find("IDAT"sv) != std::string_view::npos)
        return "the rest of an earlier PNG that was cut and saved over";
    // Samsung's phones write a name before it.
    if (text.substr(0, 64).find("ftyp") != std::string_view::npos)
        return "a video (MP4)";
    if (text.ends_with("SEFT"sv))
        return "data of a Samsung camera";
    if (sniffFormat(bytes) != Format::Unknown)
        return "a picture (" + std::string(formatName(sniffFormat(bytes))) + ")";
    std::string words = describeContent(bytes);
    words.resize(std::min(words.size(), words.find(" (")));
    return words;
}

/// Whether a JPEG says that more pictures or a video follow its own.
bool announcesMore(Bytes file) {
    return std::ranges::any_of(jpegSegments(file), [](const ContainerPart& part) {
        const std::string_view text = asText(part.payload);
        return (part.name == "FFE2" && text.starts_with("MPF\0"sv)) ||
               (part.name == "FFE1" &&
                (text.find("Container:Directory") != text.npos ||
                 text.find("GContainer") != text.npos || text.find("hdrgm:") != text.npos ||
                 text.find("MicroVideo") != text.npos || text.find("MotionPhoto") != text.npos));
    });
}

void addPart(FileStructure& structure, StrayPart part) {
    if (structure.parts.size() < kMostParts && part.bytes > 0)
        structure.parts.push_back(std::move(part));
}

void walkJpeg(Bytes file, FileStructure& structure) {
    std::uint64_t at = jpegEnd(file, 0);
    structure.lacksEnd = at == 0;
    if (at == 0)
        return;
    const bool isAnnounced = announcesMore(file);
    while (at < file.size() && structure.parts.size() < kMostParts) {
        const Bytes rest = file.subspan(static_cast<std::size_t>(at));
        StrayPart part{looksLike(rest), at, rest.size(), false};
        const bool isPicture = part.what == "another JPEG picture";
        const std::uint64_t end = isPicture ? jpegEnd(file, at) : 0;
        if (end != 0)
            part.bytes = end - at;
        const bool hasName = asText(rest).starts_with("MotionPhoto_Data");
        part.isAnnounced = hasName ||
                           (isAnnounced && (isPicture || part.what == "a video (MP4)")) ||
                           part.what.starts_with("zeros") || part.what.ends_with("Samsung camera");
        at += part.bytes;
        addPart(structure, std::move(part));
    }
}

bool hasRightChecksum(Bytes file, const ContainerPart& chunk) {
    const std::uint64_t behind = chunk.offset + 8 + chunk.payload.size();
    const auto stated = readNumber(file, behind, 4, ByteOrder::Big);
    const auto body = slice(file, chunk.offset + 4, chunk.payload.size() + 4);
    return stated && body && crc32(0, body->data(), static_cast<uInt>(body->size())) == *stated;
}

void walkPng(Bytes file, FileStructure& structure) {
    std::uint64_t end = 0;
    bool hasPixels = false;
    bool hasFrame = false;
    int frames = 0;
    for (const ContainerPart& chunk : pngChunks(file)) {
        const bool isBehind = end != 0;
        if (isBehind) {
            structure.hasTextBehindEnd = structure.hasTextBehindEnd || chunk.name == "tEXt" ||
                                         chunk.name == "zTXt" || chunk.name == "iTXt";
            continue;
        }
        if (!hasRightChecksum(file, chunk) && structure.damagedChunks.size() < kMostDamaged)
            structure.damagedChunks.push_back(chunk.name + " at byte " +
                                              std::to_string(chunk.offset));
        if (chunk.name == "CgBI")
            structure.isApplePng = true;
        if (chunk.name == "acTL")
            frames = static_cast<int>(std::min<std::uint64_t>(
                readNumber(chunk.payload, 0, 4, ByteOrder::Big).value_or(0), 1'000'000));
        if (chunk.name == "fcTL" && !hasPixels)
            hasFrame = true;
        hasPixels = hasPixels || chunk.name == "IDAT";
        if (chunk.name == "IEND")
            end = std::min<std::uint64_t>(chunk.offset + 12, file.size());
    }
    structure.frames = std::max(frames, 1);
    structure.isDefaultFrameHidden = frames > 0 && !hasFrame;
    structure.lacksEnd = end == 0;
    if (end == 0 || end >= file.size())
        return;
    const Bytes rest = file.subspan(static_cast<std::size_t>(end));
    addPart(structure, {structure.hasTextBehindEnd ? "PNG chunks with text" : looksLike(rest), end,
                        rest.size(), false});
}

void walkRiff(Bytes file, FileStructure& structure) {
    const auto length = readNumber(file, 4, 4, ByteOrder::Little);
    const std::uint64_t end = length ? 8 + *length + (*length & 1) : 0;
    structure.lacksEnd = end > file.size() + 1;
    if (end < file.size()) {
        const Bytes rest = file.subspan(static_cast<std::size_t>(end));
        addPart(structure, {looksLike(rest), end, rest.size(), isAll(asText(rest), '\0')});
    }
    int frames = 0;
    for (const ContainerPart& chunk : riffChunks(file))
        frames += chunk.name == "ANMF" ? 1 : 0;
    structure.frames = std::max(frames, 1);
}

void walkGif(Bytes file, FileStructure& structure) {
    const GifBlocks blocks = gifBlocks(file);
    structure.frames = std::max(blocks.frames, 1);
    structure.lacksEnd = blocks.end == 0;
    if (blocks.end == 0 || blocks.end >= file.size())
        return;
    const Bytes rest = file.subspan(static_cast<std::size_t>(blocks.end));
    addPart(structure, {looksLike(rest), blocks.end, rest.size(), isAll(asText(rest), '\0')});
}

} // namespace

std::uint64_t jpegEnd(Bytes file, std::uint64_t start) {
    std::uint64_t at = start + 2;
    while (true) {
        const auto lead = readNumber(file, at, 1, ByteOrder::Big);
        const auto marker = readNumber(file, at + 1, 1, ByteOrder::Big);
        if (!lead || !marker || *lead != 0xFF)
            return 0;
        if (*marker == 0xD9)
            return at + 2;
        if (*marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        if (*marker == 0x01 || (*marker >= 0xD0 && *marker <= 0xD8)) { // without contents
            at += 2;
            continue;
        }
        const auto length = readNumber(file, at + 2, 2, ByteOrder::Big);
        if (!length || *length < 2)
            return 0;
        at += 2 + *length;
        if (*marker != 0xDA)
            continue;
        // Coded data: a marker is FF with anything but a stuffed zero or a restart behind it.
        while (true) {
            if (at >= file.size())
                return 0;
            const auto* found = static_cast<const std::uint8_t*>(
                std::memchr(file.data() + at, 0xFF, file.size() - static_cast<std::size_t>(at)));
            if (found == nullptr)
                return 0;
            at = static_cast<std::uint64_t>(found - file.data());
            const auto next = readNumber(file, at + 1, 1, ByteOrder::Big);
            if (!next)
                return 0;
            if (*next != 0 && *next != 0xFF && (*next < 0xD0 || *next > 0xD7))
                break;
            at += *next == 0xFF ? 1 : 2;
        }
    }
}

FileStructure readStructure(const EvidenceFile& file) {
    FileStructure structure;
    if (!file.bytes)
        return structure;
    const Bytes bytes = *file.bytes;
    switch (file.format) {
    case Format::Jpeg:
        walkJpeg(bytes, structure);
        break;
    case Format::Png:
        walkPng(bytes, structure);
        break;
    case Format::Webp:
        walkRiff(bytes, structure);
        break;
    case Format::Gif:
        walkGif(bytes, structure);
        break;
    default:
        break;
    }
    if (file.leadingBytes > 0) {
        for (StrayPart& part : structure.parts)
            part.offset += file.leadingBytes;
        structure.parts.insert(structure.parts.begin(),
                               {"bytes before the picture", 0, file.leadingBytes, false});
    }
    return structure;
}

} // namespace core::image
