// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/file_findings.h"

#include "core/image/file_structure.h"
#include "core/image/jpeg_structure.h"
#include "core/provenance/clue_list.h"
#include "core/provenance/thumbnail_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace core::provenance {

namespace {

using examination::ClueKind;
using examination::Direction;
using examination::MetadataField;
using examination::ProvenanceRecord;

const MetadataField* find(const ProvenanceRecord& record, std::string_view name) {
    const auto found = std::ranges::find(record.fields, name, &MetadataField::name);
    return found == record.fields.end() ? nullptr : &*found;
}

std::optional<int> numberOf(const ProvenanceRecord& record, std::string_view name) {
    const MetadataField* field = find(record, name);
    int number = 0;
    if (field == nullptr ||
        std::from_chars(field->value.data(), field->value.data() + field->value.size(), number)
                .ec != std::errc())
        return std::nullopt;
    return number;
}

void addParts(const image::FileStructure& structure, ClueList& list) {
    for (const image::StrayPart& part : structure.parts) {
        if (part.offset == 0)
            continue; // said by a warning when the file was read
        const bool isOddPng = part.what.starts_with("the rest of an earlier PNG");
        list.add(part.isAnnounced ? "file.part_announced" : "file.part_behind", Direction::Neutral,
                 isOddPng           ? 0.4
                 : part.isAnnounced ? 0.1
                                    : 0.3,
                 {{"bytes", static_cast<double>(part.bytes)},
                  {"offset", static_cast<double>(part.offset)}},
                 {{"what", part.what}}, ClueKind::Provenance);
    }
}

void addForm(const image::FileStructure& structure, ClueList& list) {
    for (const std::string& chunk : structure.damagedChunks)
        list.add("file.bad_checksum", Direction::Neutral, 0.3, {}, {{"chunk", chunk}},
                 ClueKind::Provenance);
    if (structure.lacksEnd)
        list.add("file.no_end", Direction::Neutral, 0.25, {}, {}, ClueKind::Provenance);
    if (structure.isApplePng)
        list.add("file.apple_png", Direction::Neutral, 0.2, {}, {}, ClueKind::Provenance);
    if (structure.hasTextBehindEnd)
        list.add("file.text_behind_end", Direction::Neutral, 0.35, {}, {}, ClueKind::Provenance);
    if (structure.isDefaultFrameHidden)
        list.add("file.hidden_frame", Direction::Neutral, 0.4, {}, {}, ClueKind::Provenance);
}

void addSize(const ProvenanceRecord& record, const image::Image& image, ClueList& list) {
    const auto width = numberOf(record, "Exif.Photo.PixelXDimension");
    const auto height = numberOf(record, "Exif.Photo.PixelYDimension");
    if (!width || !height || *width <= 0 || *height <= 0)
        return;
    const bool isSame = (*width == image.width() && *height == image.height()) ||
                        (*width == image.height() && *height == image.width());
    if (!isSame)
        list.add("file.other_size", Direction::Neutral, 0.3,
                 {{"stated_width", *width},
                  {"stated_height", *height},
                  {"width", image.width()},
                  {"height", image.height()}});
}

/// The day that a date names; nothing when it is shorter.
std::optional<std::chrono::sys_days> dayOf(const std::string& when) {
    int parts[3] = {};
    constexpr std::size_t kStarts[] = {0, 5, 8};
    constexpr std::size_t kLengths[] = {4, 2, 2};
    for (int i = 0; i < 3; ++i) {
        if (when.size() < kStarts[i] + kLengths[i])
            return std::nullopt;
        const char* start = when.data() + kStarts[i];
        if (std::from_chars(start, start + kLengths[i], parts[i]).ptr != start + kLengths[i])
            return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(parts[0]),
                                           std::chrono::month(static_cast<unsigned>(parts[1])),
                                           std::chrono::day(static_cast<unsigned>(parts[2]))};
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

/// Other fields that say when the picture was taken. Time zones make up a day at most.
void addOtherDates(const ProvenanceRecord& record, const std::string& taken, ClueList& list) {
    constexpr std::array<std::string_view, 4> kSources = {
        "Exif.GPSInfo.GPSDateStamp", "Xmp.exif.DateTimeOriginal", "Xmp.photoshop.DateCreated",
        "Iptc.Application2.DateCreated"};
    const auto day = dayOf(taken);
    for (const examination::DatedEvent& date : record.dates) {
        const auto other = dayOf(date.when);
        if (!day || !other || std::ranges::find(kSources, date.source) == kSources.end() ||
            std::chrono::abs(*day - *other) <= std::chrono::days(1))
            continue;
        list.add("file.dates_differ", Direction::Neutral, 0.25, {},
                 {{"taken", taken}, {"other", date.when}, {"source", date.source}});
        return;
    }
}

/// A date and the day that it names, for comparing across unknown time zones.
void addDates(const ProvenanceRecord& record, ClueList& list) {
    const auto dateOf = [&record](std::string_view source) {
        const auto found =
            std::ranges::find(record.dates, source, &examination::DatedEvent::source);
        return found == record.dates.end() ? std::string() : found->when;
    };
    const std::string taken = dateOf("Exif.Photo.DateTimeOriginal");
    const std::string changed = dateOf("Exif.Image.DateTime");
    constexpr std::size_t kDay = 10; // "2024-01-31": clocks without zones differ by hours
    if (!taken.empty() && !changed.empty() && changed.substr(0, kDay) < taken.substr(0, kDay))
        list.add("file.dates_reversed", Direction::Neutral, 0.3, {},
                 {{"taken", taken}, {"changed", changed}});
    addOtherDates(record, taken, list);
}

/// Makers whose cameras have always written quantization tables of their own and a maker note.
bool hasOwnHabits(std::string_view camera) {
    constexpr std::array<std::string_view, 9> kMakers = {
        "Canon", "NIKON", "SONY", "FUJIFILM", "OLYMPUS", "Panasonic", "PENTAX", "Apple", "LEICA"};
    return std::ranges::any_of(
        kMakers, [camera](std::string_view maker) { return camera.find(maker) != camera.npos; });
}

void addCameraHabits(const image::EvidenceFile& file, const ProvenanceRecord& record,
                     ClueList& list) {
    if (!record.camera || file.format != image::Format::Jpeg || !file.bytes ||
        !hasOwnHabits(*record.camera))
        return;
    if (const auto structure = image::readJpegStructure(*file.bytes);
        structure && structure->isStandardTable)
        list.add("file.tables_unusual", Direction::Neutral, 0.2,
                 {{"quality", structure->lumaQuality}}, {{"camera", *record.camera}},
                 ClueKind::Compression);
    const bool hasNote = std::ranges::any_of(record.fields, [](const MetadataField& field) {
        return field.name == "Exif.Photo.MakerNote" || field.name == "Exif.MakerNote.Offset" ||
               field.name == "Exif.MakerNote.ByteOrder";
    });
    if (!hasNote)
        list.add("file.no_maker_note", Direction::Neutral, 0.15, {}, {{"camera", *record.camera}});
}

} // namespace

std::vector<examination::Clue> fileFindings(const image::EvidenceFile& file,
                                            const ProvenanceRecord& record,
                                            const image::DecodedPicture* picture) {
    ClueList list;
    const image::FileStructure structure = image::readStructure(file);
    addParts(structure, list);
    addForm(structure, list);
    addDates(record, list);
    addCameraHabits(file, record, list);
    if (picture != nullptr && !picture->image.isNull()) {
        addSize(record, picture->image, list);
        if (const auto odd = oddestPreview(file, picture->image);
            odd && odd->likeness < kLeastLikeness)
            list.add("file.thumbnail_other", Direction::Neutral, 0.45,
                     {{"likeness", odd->likeness}}, {{"where", odd->where}});
    }
    return list.sorted();
}

} // namespace core::provenance
