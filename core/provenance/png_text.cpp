// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/png_text.h"

#include "core/image/container_parts.h"
#include "core/provenance/text_encoding.h"

#include <zlib.h>

#include <array>
#include <optional>
#include <string>

namespace core::provenance {

namespace {

constexpr std::size_t kMaxTextBytes = 4u << 20;
constexpr std::size_t kMaxTexts = 200;

std::optional<std::string> inflated(std::string_view packed) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    std::array<char, 16384> piece{};
    int state = Z_OK;
    while (state == Z_OK && text.size() < kMaxTextBytes) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(piece.data(), piece.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_OK && state != Z_STREAM_END)
        return std::nullopt;
    return text;
}

/// Cuts the text up to a zero byte off the front; nothing when there is no zero byte.
std::optional<std::string_view> takeWord(std::string_view& rest) {
    const auto end = rest.find('\0');
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return word;
}

std::optional<std::string> internationalText(std::string_view rest) {
    if (rest.size() < 2)
        return std::nullopt;
    const bool isPacked = rest[0] == 1;
    rest.remove_prefix(2);
    if (!takeWord(rest) || !takeWord(rest)) // language, translated keyword
        return std::nullopt;
    return isPacked ? inflated(rest) : std::optional<std::string>(rest);
}

/// The standard says Latin-1, and some programs write UTF-8, which Latin-1 text never is by chance.
std::string latin1OrUtf8(std::string_view text) {
    return isUtf8(text) ? std::string(text) : utf8OfLatin1(text);
}

std::optional<std::string> packedText(std::string_view rest) {
    if (rest.empty() || rest[0] != 0)
        return std::nullopt;
    const auto text = inflated(rest.substr(1));
    return text ? std::optional(latin1OrUtf8(*text)) : std::nullopt;
}

} // namespace

std::vector<examination::MetadataField> pngTexts(std::span<const std::uint8_t> png) {
    std::vector<examination::MetadataField> texts;
    bool isBehindEnd = false;
    for (const image::ContainerPart& chunk : image::pngChunks(png)) {
        if (texts.size() == kMaxTexts)
            break;
        isBehindEnd = isBehindEnd || chunk.name == "IEND";
        if (chunk.name != "tEXt" && chunk.name != "zTXt" && chunk.name != "iTXt")
            continue;
        std::string_view rest = image::asText(chunk.payload);
        const auto keyword = takeWord(rest);
        if (!keyword)
            continue;
        const std::optional<std::string> value =
            chunk.name == "tEXt"
                ? std::optional(latin1OrUtf8(rest.substr(0, kMaxTextBytes)))
                : (chunk.name == "zTXt" ? packedText(rest) : internationalText(rest));
        if (value)
            texts.push_back({isBehindEnd ? "PNG text behind IEND" : "PNG text",
                             latin1OrUtf8(*keyword), *value});
    }
    return texts;
}

} // namespace core::provenance
