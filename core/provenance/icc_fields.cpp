// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/icc_fields.h"

#include "core/provenance/text_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace core::provenance {

namespace {

using examination::MetadataField;
using image::asText;
using image::ByteOrder;
using image::Bytes;
using image::readNumber;
using image::slice;

std::string_view trimmed(std::string_view text) {
    text = text.substr(0, text.find('\0'));
    const auto end = text.find_last_not_of(" \n\r\t");
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

/// Four letters that name a company; empty where there are none.
std::string signature(Bytes profile, std::uint64_t at) {
    const auto bytes = slice(profile, at, 4);
    return bytes ? readUnmarkedText(trimmed(asText(*bytes))).text : std::string();
}

/// "2024-01-31T12:00:00Z"; the standard wants universal time.
std::string dateOf(Bytes profile) {
    std::array<std::uint64_t, 6> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i] = readNumber(profile, 24 + 2 * i, 2, ByteOrder::Big).value_or(0);
    const auto two = [](std::uint64_t value) {
        const std::string text = std::to_string(value);
        return text.size() < 2 ? "0" + text : text;
    };
    if (parts[0] < 1980 || parts[0] > 2200 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 ||
        parts[2] > 31 || parts[3] > 23 || parts[4] > 59 || parts[5] > 59)
        return {};
    return std::to_string(parts[0]) + "-" + two(parts[1]) + "-" + two(parts[2]) + "T" +
           two(parts[3]) + ":" + two(parts[4]) + ":" + two(parts[5]) + "Z";
}

/// A text of whichever of the three kinds.
std::string textIn(Bytes tag) {
    const std::string_view kind = asText(tag).substr(0, 4);
    if (kind == "text")
        return readUnmarkedText(trimmed(asText(tag).substr(std::min<std::size_t>(8, tag.size()))))
            .text;
    if (kind == "desc") {
        const auto length = readNumber(tag, 8, 4, ByteOrder::Big);
        const auto bytes = length ? slice(tag, 12, *length) : std::nullopt;
        return bytes ? readUnmarkedText(trimmed(asText(*bytes))).text : std::string();
    }
    if (kind != "mluc")
        return {};
    const auto length = readNumber(tag, 20, 4, ByteOrder::Big);
    const auto start = readNumber(tag, 24, 4, ByteOrder::Big);
    const auto bytes = length && start ? slice(tag, *start, *length) : std::nullopt;
    return bytes ? readUtf16(asText(*bytes), true) : std::string();
}

std::string tagText(Bytes profile, std::string_view wanted) {
    constexpr std::uint64_t kMostTags = 200;
    const auto count = readNumber(profile, 128, 4, ByteOrder::Big);
    for (std::uint64_t i = 0; count && i < std::min(*count, kMostTags); ++i) {
        const std::uint64_t entry = 132 + 12 * i;
        const auto name = slice(profile, entry, 4);
        const auto start = readNumber(profile, entry + 4, 4, ByteOrder::Big);
        const auto length = readNumber(profile, entry + 8, 4, ByteOrder::Big);
        const auto tag = name && start && length ? slice(profile, *start, *length) : std::nullopt;
        if (tag && asText(*name) == wanted)
            return textIn(*tag);
    }
    return {};
}

} // namespace

std::vector<MetadataField> iccFields(Bytes profile) {
    std::vector<MetadataField> fields;
    const auto mark = slice(profile, 36, 4);
    if (!mark || asText(*mark) != "acsp")
        return fields;
    const std::pair<const char*, std::string> all[] = {{"Description", tagText(profile, "desc")},
                                                       {"Copyright", tagText(profile, "cprt")},
                                                       {"Created", dateOf(profile)},
                                                       {"Creator", signature(profile, 80)},
                                                       {"Manufacturer", signature(profile, 48)},
                                                       {"Engine", signature(profile, 4)}};
    for (const auto& [name, value] : all)
        if (!value.empty())
            fields.push_back({"ICC profile", name, value});
    return fields;
}

} // namespace core::provenance
