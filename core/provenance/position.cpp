// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/position.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <system_error>

namespace core::provenance {

namespace {

using examination::MetadataField;

const MetadataField* find(const std::vector<MetadataField>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &MetadataField::name);
    return found == fields.end() ? nullptr : &*found;
}

/// Degrees, minutes and seconds in whatever is written between them: "52deg 31' 12.0\"",
/// "52,31.2N".
std::optional<double> degreesIn(std::string_view text) {
    std::array<double, 3> parts{};
    std::size_t count = 0;
    while (!text.empty() && count < parts.size()) {
        const auto digit = text.find_first_of("0123456789");
        if (digit == std::string_view::npos)
            break;
        text.remove_prefix(digit);
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), parts[count]);
        if (error != std::errc())
            return std::nullopt;
        ++count;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    if (count == 0 || parts[1] >= 60 || parts[2] >= 60)
        return std::nullopt;
    return parts[0] + parts[1] / 60 + parts[2] / 3600;
}

std::optional<char> letterIn(std::string_view text, std::string_view allowed) {
    const auto at = text.find_first_of(allowed);
    return at == std::string_view::npos ? std::nullopt : std::optional(text[at]);
}

/// One of the two angles with its sign; `negative` is the letter of the south or the west.
std::optional<double> angle(const std::vector<MetadataField>& fields, const std::string& name,
                            std::string_view letters, double most) {
    const MetadataField* value = find(fields, "Exif.GPSInfo." + name);
    const MetadataField* side = find(fields, "Exif.GPSInfo." + name + "Ref");
    if (value == nullptr) {
        value = find(fields, "Xmp.exif." + name);
        side = value;
    }
    const auto degrees = value == nullptr ? std::nullopt : degreesIn(value->value);
    const auto letter = side == nullptr ? std::nullopt : letterIn(side->value, letters);
    if (!degrees || !letter || *degrees > most)
        return std::nullopt;
    return *letter == letters[1] ? -*degrees : *degrees;
}

std::string fixed(double value) {
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 6);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

} // namespace

std::optional<MetadataField> positionOf(const std::vector<MetadataField>& fields) {
    const auto latitude = angle(fields, "GPSLatitude", "NS", 90);
    const auto longitude = angle(fields, "GPSLongitude", "EW", 180);
    // Devices without a fix write zeros.
    if (!latitude || !longitude || (*latitude == 0 && *longitude == 0))
        return std::nullopt;
    std::string text =
        fixed(*latitude) + ", " + fixed(*longitude) + " (degrees, north and east are positive)";
    if (const MetadataField* altitude = find(fields, "Exif.GPSInfo.GPSAltitude"))
        text += ", altitude " + altitude->value;
    return MetadataField{"Position", "Coordinates", std::move(text)};
}

} // namespace core::provenance
