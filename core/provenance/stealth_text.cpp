// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/stealth_text.h"

#include "core/image/alpha_plane.h"
#include "core/provenance/text_encoding.h"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace core::provenance {

namespace {

constexpr std::size_t kMostTextBytes = 4u << 20;

/// Reads the lowest bits of a plane from top to bottom, then from left to right.
class BitReader {
  public:
    explicit BitReader(const image::AlphaPlane& plane) : m_plane(plane) {}

    /// Nothing when the plane has no more.
    std::optional<std::string> bytes(std::size_t count) {
        if ((m_plane.values.size() - m_at) / 8 < count)
            return std::nullopt;
        std::string text(count, '\0');
        for (char& byte : text) {
            unsigned value = 0;
            for (int bit = 0; bit < 8; ++bit, ++m_at) {
                const std::size_t column = m_at / static_cast<std::size_t>(m_plane.height);
                const std::size_t row = m_at % static_cast<std::size_t>(m_plane.height);
                value =
                    value << 1 |
                    (m_plane.values[row * static_cast<std::size_t>(m_plane.width) + column] & 1);
            }
            byte = static_cast<char>(value);
        }
        return text;
    }

  private:
    const image::AlphaPlane& m_plane;
    std::size_t m_at = 0;
};

std::optional<std::string> unzipped(const std::string& packed) {
    z_stream stream{};
    constexpr int kGzip = 15 + 32; // gzip or zlib, by its header
    if (inflateInit2(&stream, kGzip) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    std::array<char, 16384> piece{};
    int state = Z_OK;
    while (state == Z_OK && text.size() < kMostTextBytes) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(piece.data(), piece.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return state == Z_OK || state == Z_STREAM_END ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace

std::vector<examination::MetadataField> stealthText(const image::EvidenceFile& file) {
    if (!file.bytes || file.format != image::Format::Png)
        return {};
    const auto plane = image::alphaPlane(file.format, *file.bytes);
    if (!plane || plane->height == 0)
        return {};
    BitReader reader(*plane);
    const auto mark = reader.bytes(15);
    if (!mark || (*mark != "stealth_pnginfo" && *mark != "stealth_pngcomp"))
        return {};
    const auto length = reader.bytes(4);
    if (!length)
        return {};
    std::size_t bits = 0;
    for (const char byte : *length)
        bits = bits << 8 | static_cast<std::uint8_t>(byte);
    auto text = bits / 8 <= kMostTextBytes ? reader.bytes(bits / 8) : std::nullopt;
    if (text && *mark == "stealth_pngcomp")
        text = unzipped(*text);
    if (!text)
        return {{"Stealth text", *mark, "(damaged)"}};
    return {fieldOfBytes("Stealth text", *mark, *text)};
}

} // namespace core::provenance
