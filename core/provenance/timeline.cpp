// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/timeline.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace core::provenance {

namespace {

using examination::DatedEvent;
using examination::MetadataField;

constexpr std::size_t kMostDates = 200;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string two(int value) {
    return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

/// "+02:00", "-0500", "Z" at the end of a time; empty when there is none.
std::string zoneOf(std::string_view rest) {
    const auto at = rest.find_first_of("+-Z");
    if (at == std::string_view::npos)
        return {};
    if (rest[at] == 'Z')
        return "Z";
    const auto hours = digits(rest, at + 1, 2);
    if (!hours)
        return {};
    const std::size_t minutesAt = rest.size() > at + 3 && rest[at + 3] == ':' ? at + 4 : at + 3;
    return rest[at] + two(*hours) + ":" + two(digits(rest, minutesAt, 2).value_or(0));
}

const MetadataField* find(const std::vector<MetadataField>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &MetadataField::name);
    return found == fields.end() ? nullptr : &*found;
}

bool isDateField(const MetadataField& field) {
    constexpr std::array<std::string_view, 12> kEndings = {
        ".DateTimeOriginal", ".DateTimeDigitized", ".DateTime",     ".CreateDate",
        ".ModifyDate",       ".MetadataDate",      ".DateCreated",  "stEvt:when",
        ".DigitizationDate", ".GPSDateStamp",      ".GPSTimeStamp", ".ReleaseDate"};
    if (field.group.starts_with("PNG text"))
        return field.name == "Creation Time" || field.name == "create-date" ||
               field.name.starts_with("date:") || field.name == "tIME";
    if (field.group == "ICC profile")
        return field.name == "Created";
    return std::ranges::any_of(
        kEndings, [&field](std::string_view end) { return field.name.ends_with(end); });
}

/// A field that belongs to a date: its zone or its time of day.
const MetadataField* companion(const std::vector<MetadataField>& fields, const std::string& name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kCompanions = {{
        {"Exif.Photo.DateTimeOriginal", "Exif.Photo.OffsetTimeOriginal"},
        {"Exif.Photo.DateTimeDigitized", "Exif.Photo.OffsetTimeDigitized"},
        {"Exif.Image.DateTime", "Exif.Photo.OffsetTime"},
        {"Iptc.Application2.DateCreated", "Iptc.Application2.TimeCreated"},
        {"Iptc.Application2.DigitizationDate", "Iptc.Application2.DigitizationTime"},
        {"Exif.GPSInfo.GPSDateStamp", "Exif.GPSInfo.GPSTimeStamp"},
    }};
    const auto found = std::ranges::find(kCompanions, std::string_view(name),
                                         &std::pair<std::string_view, std::string_view>::first);
    return found == kCompanions.end() ? nullptr : find(fields, found->second);
}

void complete(DatedEvent& event, const MetadataField& field,
              const std::vector<MetadataField>& fields) {
    const MetadataField* more = companion(fields, field.name);
    const bool isGps = field.name == "Exif.GPSInfo.GPSDateStamp";
    if (isGps)
        event.zone = "Z";
    if (more == nullptr)
        return;
    if (more->name.find("Offset") != std::string::npos) {
        event.zone = zoneOf(more->value);
        return;
    }
    const std::string& time = more->value; // "12:34:56" or "12:34:56+02:00"
    if (digits(time, 0, 2) && digits(time, 3, 2) && digits(time, 6, 2)) {
        event.when = event.when.substr(0, 10) + "T" + time.substr(0, 8);
        if (!isGps)
            event.zone = zoneOf(time.substr(8));
    }
}

} // namespace

namespace {

/// When each manifest was signed, and the times that its actions state.
std::vector<DatedEvent> credentialDates(const examination::C2paRecord& credentials) {
    std::vector<DatedEvent> dates;
    const auto add = [&dates](const std::string& when, std::string source) {
        auto event = dateFrom(when, std::move(source));
        if (event && dates.size() < kMostDates / 2)
            dates.push_back(std::move(*event));
    };
    for (const examination::C2paManifest& manifest : credentials.manifests) {
        if (manifest.signedAt)
            add(manifest.signedAt->at, "C2PA time stamp: " + manifest.signedAt->authority);
        for (const examination::C2paAction& action : manifest.actions)
            add(action.when, "C2PA: " + action.action);
    }
    return dates;
}

} // namespace

std::optional<DatedEvent> dateFrom(std::string_view text, std::string source) {
    const auto year = digits(text, 0, 4);
    if (!year || *year == 0)
        return std::nullopt;
    const bool isApart = text.size() > 4 && (text[4] == ':' || text[4] == '-' || text[4] == '/');
    const std::size_t step = isApart ? 1 : 0;
    const auto month = digits(text, 4 + step, 2);
    const auto day = digits(text, 6 + 2 * step, 2);
    if (!month || *month < 1 || *month > 12)
        return std::nullopt;
    DatedEvent event;
    event.source = std::move(source);
    event.when = std::string(text.substr(0, 4)) + "-" + two(*month);
    if (!day)
        return event;
    if (*day < 1 || *day > 31)
        return std::nullopt;
    event.when += "-" + two(*day);
    const std::size_t time = 9 + 2 * step;
    const auto hour = digits(text, time, 2);
    const auto minute = digits(text, time + 3, 2);
    if (!hour || !minute || *hour > 24 || *minute > 59)
        return event;
    const auto second = digits(text, time + 6, 2);
    event.when += "T" + two(*hour) + ":" + two(*minute) + ":" + two(second.value_or(0));
    const std::size_t end = time + (second ? 8 : 5);
    if (text.size() > end)
        event.zone = zoneOf(text.substr(end));
    return event;
}

std::vector<DatedEvent> timelineOf(const examination::ProvenanceRecord& record) {
    const std::vector<MetadataField>& fields = record.fields;
    std::vector<DatedEvent> dates = credentialDates(record.c2pa);
    for (const MetadataField& field : fields) {
        if (!isDateField(field) || field.name == "Exif.GPSInfo.GPSTimeStamp" ||
            dates.size() == kMostDates)
            continue;
        auto event = dateFrom(field.value,
                              field.group.starts_with("PNG text") || field.group == "ICC profile"
                                  ? field.group + ": " + field.name
                                  : field.name);
        if (!event)
            continue;
        complete(*event, field, fields);
        dates.push_back(std::move(*event));
    }
    std::ranges::stable_sort(dates, {}, &DatedEvent::when);
    return dates;
}

} // namespace core::provenance
