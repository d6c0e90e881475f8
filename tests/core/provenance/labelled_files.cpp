// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/provenance/labelled_files.h"

#include <exiv2/exiv2.hpp>
#include <zlib.h>

#include <algorithm>

namespace tests {

std::string number(std::uint64_t value, int width) {
    std::string text;
    for (int i = width - 1; i >= 0; --i)
        text += static_cast<char>(value >> (8 * i) & 255);
    return text;
}

ByteBuffer withPngChunk(const ByteBuffer& png, const std::string& name,
                        const std::string& payload) {
    constexpr std::ptrdiff_t kHeaderEnd = 33;
    const std::string body = name + payload;
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    const std::string chunk = number(payload.size(), 4) + body + number(sum, 4);
    ByteBuffer bytes(png);
    bytes.insert(bytes.begin() + kHeaderEnd, chunk.begin(), chunk.end());
    return bytes;
}

std::string plainText(const std::string& keyword, const std::string& text) {
    return keyword + '\0' + text;
}

std::string packedText(const std::string& keyword, const std::string& text) {
    uLongf size = compressBound(static_cast<uLong>(text.size()));
    std::string packed(size, '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &size,
             reinterpret_cast<const Bytef*>(text.data()), static_cast<uLong>(text.size()));
    packed.resize(size);
    return keyword + '\0' + '\0' + packed;
}

std::string internationalText(const std::string& keyword, const std::string& text) {
    return keyword + std::string("\0\0\0en\0\0", 7) + text;
}

ByteBuffer withMetadata(const ByteBuffer& picture,
                        const std::map<std::string, std::string>& entries) {
    const auto file = Exiv2::ImageFactory::open(picture.data(), static_cast<long>(picture.size()));
    file->readMetadata();
    for (const auto& [name, value] : entries) {
        if (name.starts_with("Exif."))
            file->exifData()[name] = value;
        else if (name.starts_with("Xmp."))
            file->xmpData()[name] = value;
        else
            file->iptcData()[name] = value;
    }
    file->writeMetadata();
    Exiv2::BasicIo& io = file->io();
    io.open();
    io.seek(0, Exiv2::BasicIo::beg);
    ByteBuffer bytes(static_cast<std::size_t>(io.size()));
    io.read(bytes.data(), static_cast<long>(bytes.size()));
    return bytes;
}

std::string credentialStore(const std::string& words) {
    const std::string type =
        "c2pa" + std::string("\x00\x11\x00\x10\x80\x00\x00\xAA\x00\x38\x9B\x71", 12);
    const std::string label = std::string("\x03", 1) + "c2pa" + '\0';
    const std::string description =
        number(8 + type.size() + label.size(), 4) + "jumd" + type + label;
    const std::string content = number(8 + words.size(), 4) + "json" + words;
    return number(8 + description.size() + content.size(), 4) + "jumb" + description + content;
}

ByteBuffer withJpegStore(const ByteBuffer& jpeg, const std::string& store, std::size_t pieceBytes) {
    const std::string header = store.substr(0, 8);
    std::string segments;
    unsigned packet = 1;
    for (std::size_t at = 8; at < store.size(); at += pieceBytes) {
        const std::string payload =
            "JP" + number(1, 2) + number(packet++, 4) + header + store.substr(at, pieceBytes);
        segments += "\xFF\xEB" + number(payload.size() + 2, 2) + payload;
    }
    ByteBuffer bytes(jpeg);
    bytes.insert(bytes.begin() + 2, segments.begin(), segments.end());
    return bytes;
}

} // namespace tests
