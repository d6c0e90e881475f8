// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/format_sniffer.h"

#include "core/image/byte_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace core::image {

namespace {

/// "BM" alone also begins ordinary words, so the size of the second header must be a known one.
bool isBmp(Bytes bytes) {
    constexpr std::array<std::uint64_t, 8> kHeaderSizes = {12, 16, 40, 52, 56, 64, 108, 124};
    const auto size = readNumber(bytes, 14, 4, ByteOrder::Little);
    return asText(bytes).starts_with("BM") && size &&
           std::ranges::find(kHeaderSizes, *size) != kHeaderSizes.end();
}

bool isTiff(std::string_view text) {
    using namespace std::string_view_literals;
    return text.starts_with("II*\0"sv) || text.starts_with("MM\0*"sv) ||
           text.starts_with("II+\0"sv) || text.starts_with("MM\0+"sv);
}

/// HEIF and AVIF are told apart by the brands in the leading ftyp box.
Format formatOfBrands(Bytes bytes) {
    const auto size = readNumber(bytes, 0, 4, ByteOrder::Big);
    if (!size || bytes.size() < 12 || asText(bytes.subspan(4, 4)) != "ftyp")
        return Format::Unknown;
    const std::size_t end = std::min<std::size_t>(static_cast<std::size_t>(*size), bytes.size());
    Format found = Format::Unknown;
    for (std::size_t at = 8; at + 4 <= end; at += 4) {
        const std::string_view brand = asText(bytes.subspan(at, 4));
        if (brand == "avif" || brand == "avis" || brand == "MA1A" || brand == "MA1B")
            return Format::Avif;
        if (brand == "heic" || brand == "heix" || brand == "heim" || brand == "heis" ||
            brand == "hevc" || brand == "hevx" || brand == "mif1" || brand == "msf1")
            found = Format::Heic;
    }
    return found;
}

} // namespace

Format sniffFormat(std::span<const std::uint8_t> bytes) {
    const std::string_view text = asText(bytes.first(std::min<std::size_t>(bytes.size(), 64)));
    if (text.starts_with("\xFF\xD8\xFF"))
        return Format::Jpeg;
    if (text.starts_with("\x89PNG\r\n\x1A\n"))
        return Format::Png;
    if (text.starts_with("RIFF") && text.size() >= 12 && text.substr(8, 4) == "WEBP")
        return Format::Webp;
    if (isTiff(text))
        return Format::Tiff;
    if (text.starts_with("GIF87a") || text.starts_with("GIF89a"))
        return Format::Gif;
    if (isBmp(bytes))
        return Format::Bmp;
    if (text.starts_with("\xFF\x0A") || text.substr(0, 12).ends_with("JXL \r\n\x87\n"))
        return Format::JpegXl;
    if (text.starts_with("\xFF\x4F\xFF\x51") || text.substr(0, 12).ends_with("jP  \r\n\x87\n"))
        return Format::Jpeg2000;
    return formatOfBrands(bytes);
}

std::string_view formatName(Format format) {
    switch (format) {
    case Format::Jpeg:
        return "jpeg";
    case Format::Png:
        return "png";
    case Format::Webp:
        return "webp";
    case Format::Tiff:
        return "tiff";
    case Format::Bmp:
        return "bmp";
    case Format::Gif:
        return "gif";
    case Format::Heic:
        return "heic";
    case Format::Avif:
        return "avif";
    case Format::JpegXl:
        return "jxl";
    case Format::Jpeg2000:
        return "jp2";
    case Format::Unknown:
        break;
    }
    return "unknown";
}

Format formatOfExtension(std::string_view fileName) {
    constexpr std::array<std::pair<std::string_view, Format>, 23> kExtensions = {{
        {"jpg", Format::Jpeg},     {"jpeg", Format::Jpeg},    {"jpe", Format::Jpeg},
        {"jfif", Format::Jpeg},    {"png", Format::Png},      {"apng", Format::Png},
        {"webp", Format::Webp},    {"tif", Format::Tiff},     {"tiff", Format::Tiff},
        {"bmp", Format::Bmp},      {"dib", Format::Bmp},      {"gif", Format::Gif},
        {"heic", Format::Heic},    {"heif", Format::Heic},    {"hif", Format::Heic},
        {"avif", Format::Avif},    {"jxl", Format::JpegXl},   {"jp2", Format::Jpeg2000},
        {"j2k", Format::Jpeg2000}, {"j2c", Format::Jpeg2000}, {"jpc", Format::Jpeg2000},
        {"jpf", Format::Jpeg2000}, {"jpx", Format::Jpeg2000},
    }};
    const auto dot = fileName.rfind('.');
    if (dot == std::string_view::npos || fileName.find('/', dot) != std::string_view::npos)
        return Format::Unknown;
    std::string ending(fileName.substr(dot + 1));
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const auto& [known, format] : kExtensions) {
        if (known == ending)
            return format;
    }
    return Format::Unknown;
}

} // namespace core::image
