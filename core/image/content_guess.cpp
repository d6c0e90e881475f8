// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/content_guess.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace core::image {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    std::string_view description;
};

constexpr std::array kSignatures = {
    Signature{0, "version https://git-lfs"sv,
              "a pointer of Git LFS (the picture itself was not downloaded)"sv},
    Signature{0, "%PDF-"sv, "a PDF document"sv},
    Signature{0, "PK\x03\x04"sv, "a ZIP archive or an office document"sv},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"sv},
    Signature{0, "Rar!"sv, "a RAR archive"sv},
    Signature{0, "\x1F\x8B"sv, "gzip-compressed data"sv},
    Signature{0,
              "\xFD"
              "7zXZ"sv,
              "xz-compressed data"sv},
    Signature{0, "8BPS"sv, "a Photoshop document (PSD; export it as PNG or TIFF)"sv},
    Signature{0, "gimp xcf"sv, "a GIMP document (export it as PNG or TIFF)"sv},
    Signature{0, "\x76\x2F\x31\x01"sv, "an OpenEXR picture (convert it to PNG)"sv},
    Signature{0, "#?RADIANCE"sv, "a Radiance HDR picture (convert it to PNG)"sv},
    Signature{0, "\0\0\1\0"sv, "a Windows icon (convert it to PNG)"sv},
    Signature{0, "FUJIFILMCCD-RAW"sv, "a camera raw file (develop it to TIFF)"sv},
    Signature{8, "crx "sv, "a camera raw file (Canon CR3; develop it to TIFF)"sv},
    Signature{0, "IIRO"sv, "a camera raw file (develop it to TIFF)"sv},
    Signature{0, "IIU\0"sv, "a camera raw file (develop it to TIFF)"sv},
    Signature{128, "DICM"sv, "a DICOM medical picture (convert it to PNG)"sv},
    Signature{4, "jumb"sv, "Content Credentials in a file of their own"sv},
    Signature{4, "ftypM4A"sv, "a sound file"sv},
    Signature{4, "ftyp"sv, "a video (export a frame as PNG)"sv},
    Signature{0, "\x1A\x45\xDF\xA3"sv, "a video (export a frame as PNG)"sv},
    Signature{8, "WAVE"sv, "a sound file"sv},
    Signature{0, "RIFF"sv, "a sound or video file"sv},
    Signature{0, "ID3"sv, "a sound file"sv},
    Signature{0, "fLaC"sv, "a sound file"sv},
    Signature{0, "OggS"sv, "a sound or video file"sv},
    Signature{0, "\0\1\0\0"sv, "a font"sv},
    Signature{0, "OTTO"sv, "a font"sv},
    Signature{0, "true\0"sv, "a font"sv},
    Signature{0, "ttcf"sv, "a font"sv},
    Signature{0, "wOFF"sv, "a font"sv},
    Signature{0, "wOF2"sv, "a font"sv},
    Signature{0,
              "\x7F"
              "ELF"sv,
              "a program"sv},
    Signature{0, "MZ"sv, "a Windows program"sv},
    Signature{0, "SQLite format 3"sv, "a database"sv},
};

std::string_view trimmed(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    return text;
}

bool containsWord(std::string_view text, std::string_view lowerCaseWord) {
    const auto found = std::ranges::search(text, lowerCaseWord, [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == b;
    });
    return !found.empty();
}

bool isText(std::string_view text) {
    return std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || byte == 0x7F;
    });
}

std::string describeText(std::string_view text) {
    const std::string_view start = trimmed(text);
    if (containsWord(start, "<html") || containsWord(start, "<!doctype html"))
        return "a web page (HTML), perhaps saved in place of the picture";
    if (containsWord(start, "<svg"))
        return "an SVG drawing (export it as PNG)";
    if (start.starts_with("<?xml"))
        return "an XML document";
    if (start.starts_with("{\\rtf"))
        return "a text document (RTF)";
    if (start.starts_with("{") || start.starts_with("["))
        return "JSON or other program text";
    return "plain text";
}

} // namespace

std::string describeContent(Bytes file) {
    const std::string_view text = asText(file);
    for (const Signature& known : kSignatures) {
        if (text.size() >= known.offset && text.substr(known.offset).starts_with(known.bytes))
            return std::string(known.description);
    }
    const std::string_view start = text.substr(0, 4096);
    if (!start.empty() && std::ranges::all_of(start, [](char c) { return c == 0; }))
        return "zeros only, as after a failed copy or recovery";
    if (isText(start))
        return describeText(start);
    return "nothing known";
}

bool mayHoldPicture(Bytes start) {
    constexpr std::array<std::string_view, 11> kNone = {
        "plain text",         "JSON or other program text",
        "an XML document",    "a text document",
        "a program",          "a Windows program",
        "a database",         "a sound file",
        "a web page",         "a font",
        "Content Credentials"};
    const std::string kind = describeContent(start);
    return std::ranges::none_of(kNone,
                                [&kind](std::string_view none) { return kind.starts_with(none); });
}

} // namespace core::image
