// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/hard_binding.h"
#include "core/provenance/c2pa/hashing.h"
#include "core/provenance/c2pa/jpeg_walk.h"

#include <algorithm>
#include <optional>

namespace core::provenance::c2pa {

namespace {

using image::asText;
using image::ByteOrder;
using image::readNumber;
using image::slice;

/// A named piece of the file; the pieces follow each other without a gap.
struct Piece {
    std::string name;
    Range range;
};

std::string jpegName(int marker) {
    if (marker >= 0xE0 && marker <= 0xEF)
        return "APP" + std::to_string(marker - 0xE0);
    if (marker >= 0xD0 && marker <= 0xD7)
        return "RST" + std::to_string(marker - 0xD0);
    switch (marker) {
    case 0xD8:
        return "SOI";
    case 0xD9:
        return "EOI";
    case 0xDA:
        return "SOS";
    case 0xDB:
        return "DQT";
    case 0xDC:
        return "DNL";
    case 0xDD:
        return "DRI";
    case 0xDE:
        return "DHP";
    case 0xDF:
        return "EXP";
    case 0xC4:
        return "DHT";
    case 0xC8:
        return "JPG";
    case 0xCC:
        return "DAC";
    case 0xFE:
        return "COM";
    default:
        return marker >= 0xC0 && marker <= 0xCF ? "SOF" + std::to_string(marker - 0xC0)
                                                : std::string();
    }
}

std::vector<Piece> jpegPieces(const Asset& asset) {
    std::vector<Piece> pieces;
    for (const JpegSegment& segment : walkJpeg(asset.file, JpegExtent::WholeFile).segments) {
        const bool isStore =
            segment.start >= asset.place.start && segment.start < asset.place.end();
        if (!isStore)
            pieces.push_back({jpegName(segment.marker), {segment.start, segment.length}});
        else if (segment.start == asset.place.start)
            pieces.push_back({"C2PA", asset.place});
    }
    return pieces;
}

std::vector<Piece> pngPieces(const Asset& asset) {
    std::vector<Piece> pieces = {{"PNGh", {0, 8}}};
    std::uint64_t at = 8;
    while (pieces.size() < 20'000) {
        const auto length = readNumber(asset.file, at, 4, ByteOrder::Big);
        const auto type = slice(asset.file, at + 4, 4);
        if (!length || !type || !slice(asset.file, at, 12 + *length))
            break;
        const std::string name(asText(*type));
        pieces.push_back({name == "caBX" ? "C2PA" : name, {at, 12 + *length}});
        at += 12 + *length;
    }
    return pieces;
}

/// The tables of a font in the order of their places. The head is two pieces, without the checksum
/// of the whole between them. The directory and the filling between tables are in none.
std::vector<Piece> fontPieces(const Asset& asset) {
    std::vector<Piece> pieces;
    const auto count = readNumber(asset.file, 4, 2, ByteOrder::Big);
    for (std::uint64_t i = 0; count && i < *count; ++i) {
        const auto name = slice(asset.file, 12 + i * 16, 4);
        const auto start = readNumber(asset.file, 12 + i * 16 + 8, 4, ByteOrder::Big);
        const auto length = readNumber(asset.file, 12 + i * 16 + 12, 4, ByteOrder::Big);
        if (!name || !start || !length || !slice(asset.file, *start, *length))
            return {};
        pieces.push_back({std::string(asText(*name)), {*start, *length}});
    }
    std::ranges::sort(pieces, {}, [](const Piece& piece) { return piece.range.start; });
    std::uint64_t end = 12 + count.value_or(0) * 16;
    for (const Piece& piece : pieces) { // up to three zeros fill up to whole words
        const auto gap = piece.range.start < end ? std::nullopt
                                                 : slice(asset.file, end, piece.range.start - end);
        if (!gap || gap->size() > 3 ||
            std::ranges::any_of(*gap, [](std::uint8_t byte) { return byte != 0; }))
            return {};
        end = piece.range.end();
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].name != "head" || pieces[i].range.length < 12)
            continue;
        const Range head = pieces[i].range;
        pieces[i] = {"hea0", {head.start, 8}};
        pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                      {"hea2", {head.start + 12, head.length - 12}});
        break;
    }
    return pieces;
}

std::optional<std::vector<Piece>> piecesOf(const Asset& asset) {
    if (asset.container == Container::Jpeg)
        return jpegPieces(asset);
    if (asset.container == Container::Png)
        return pngPieces(asset);
    if (asset.container == Container::Font)
        return fontPieces(asset);
    return std::nullopt;
}

enum class Result { Good, Malformed, UnknownBox, Mismatch, UnknownAlgorithm };

Result compare(const Asset& asset, const Binding& binding, const std::vector<Piece>& pieces) {
    const Cbor* list = binding.content.find("boxes", Cbor::Kind::Array);
    if (list == nullptr)
        return Result::Malformed;
    std::size_t next = 0;
    for (const Cbor& entry : list->items) {
        const Cbor* names = entry.find("names", Cbor::Kind::Array);
        const Cbor* hash = entry.find("hash", Cbor::Kind::Bytes);
        if (names == nullptr || names->items.empty() || hash == nullptr)
            return Result::Malformed;
        const std::string own = entry.textOf("alg");
        const std::string algorithm = own.empty() ? algorithmOf(binding) : own;
        if (!isHashAlgorithm(algorithm))
            return Result::UnknownAlgorithm;
        const Cbor* excluded = entry.find("excluded", Cbor::Kind::Bool);
        Hasher hasher(algorithm);
        bool isStore = false;
        for (const Cbor& name : names->items) {
            if (next >= pieces.size() || pieces[next].name != name.text())
                return Result::UnknownBox;
            isStore = isStore || name.text() == "C2PA";
            hasher.add(asset.file.subspan(pieces[next].range.start, pieces[next].range.length));
            ++next;
        }
        if (isStore && names->items.size() > 1)
            return Result::Malformed;
        const bool isLeftOut = isStore || (excluded != nullptr && excluded->isTrue);
        if (!isLeftOut && !isSame(hasher.finish(), hash->bytes))
            return Result::Mismatch;
    }
    const bool reachesEnd =
        next == pieces.size() && !pieces.empty() && pieces.back().range.end() == asset.file.size();
    return reachesEnd ? Result::Good : Result::Mismatch;
}

} // namespace

void checkBoxesHash(const Asset& asset, const Binding& binding, Findings& findings) {
    const auto pieces = piecesOf(asset);
    if (!pieces) {
        findings.fail("algorithm.unsupported", binding.uri,
                      "This version cannot divide a file of this format into boxes.");
        return;
    }
    const Result result =
        asset.problem.empty() ? compare(asset, binding, *pieces) : Result::Mismatch;
    switch (result) {
    case Result::Good:
        findings.succeed("assertion.boxesHash.match", binding.uri);
        if (asset.container == Container::Font)
            findings.inform("assertion.boxesHash.additionalExclusionsPresent", binding.uri,
                            "The directory of the font's tables is not covered by the hash.");
        break;
    case Result::Malformed:
        findings.fail("assertion.boxesHash.malformed", binding.uri);
        break;
    case Result::UnknownAlgorithm:
        findings.fail("algorithm.unsupported", binding.uri);
        break;
    case Result::UnknownBox:
        findings.fail("assertion.boxesHash.unknownBox", binding.uri,
                      "The file has other parts, or in another order, than were signed.");
        findings.fail("assertion.boxesHash.mismatch", binding.uri);
        break;
    case Result::Mismatch:
        findings.fail(
            "assertion.boxesHash.mismatch", binding.uri,
            asset.problem.empty()
                ? std::string_view("The bytes of the file are not the ones that were signed.")
                : std::string_view(asset.problem));
        break;
    }
}

} // namespace core::provenance::c2pa
