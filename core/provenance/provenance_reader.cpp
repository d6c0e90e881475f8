// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/provenance_reader.h"

#include "core/image/file_structure.h"
#include "core/image/icc_profile.h"
#include "core/provenance/c2pa/credentials.h"
#include "core/provenance/c2pa_presence.h"
#include "core/provenance/exiv_fields.h"
#include "core/provenance/generation/generation_reader.h"
#include "core/provenance/generator_metadata.h"
#include "core/provenance/generator_names.h"
#include "core/provenance/icc_fields.h"
#include "core/provenance/photoshop_data.h"
#include "core/provenance/png_text.h"
#include "core/provenance/position.h"
#include "core/provenance/stated_origin.h"
#include "core/provenance/stealth_text.h"
#include "core/provenance/timeline.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace core::provenance {

namespace {

using examination::MetadataField;
using examination::ProvenanceRecord;

constexpr std::size_t kMaxFields = 2'000;
constexpr std::size_t kMaxValueBytes = 256u << 10;

std::string trimmed(std::string text) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\0' || c == '\n' || c == '\r'; };
    while (!text.empty() && isSpace(text.back()))
        text.pop_back();
    text.erase(text.begin(), std::ranges::find_if_not(text, isSpace));
    return text;
}

/// The first field of that name that is not blank.
std::optional<std::string> valueOf(const std::vector<MetadataField>& fields,
                                   std::string_view name) {
    for (const MetadataField& field : fields) {
        if (field.name != name)
            continue;
        if (std::string value = trimmed(field.value); !value.empty())
            return value;
    }
    return std::nullopt;
}

std::optional<std::string> cameraOf(const std::vector<MetadataField>& fields) {
    const auto make = valueOf(fields, "Exif.Image.Make");
    const auto model = valueOf(fields, "Exif.Image.Model");
    // Some generators keep their workflow, or their own name, in these two fields.
    for (const auto& value : {make, model}) {
        if (value && (generatorIn(*value) || value->starts_with("workflow:") ||
                      value->starts_with("prompt:") || value->find('{') != std::string::npos ||
                      value->size() > 100))
            return std::nullopt;
    }
    if (!make)
        return model;
    if (!model)
        return make;
    // "Canon" and "Canon EOS 500D" are one name.
    const std::string brand = make->substr(0, make->find(' '));
    return model->starts_with(brand) ? *model : *make + " " + *model;
}

/// A program that changes pictures says more than the firmware that the camera left: the first of
/// those named, else the first program.
std::optional<std::string> softwareOf(const std::vector<MetadataField>& fields) {
    std::optional<std::string> first;
    for (const char* name :
         {"Exif.Image.Software", "Xmp.xmp.CreatorTool", "Software", "Exif.Image.ProcessingSoftware",
          "Iptc.Application2.Program", "Written by"}) {
        auto value = valueOf(fields, name);
        if (value && isEditor(*value))
            return value;
        if (!first)
            first = std::move(value);
    }
    for (auto field = fields.rbegin(); field != fields.rend(); ++field)
        if (field->name.ends_with("stEvt:softwareAgent") && (isEditor(field->value) || !first))
            return field->value;
    return first;
}

/// When the picture was taken, as written; blanks and zeros are no date.
std::optional<std::string> captureTimeOf(const std::vector<MetadataField>& fields) {
    auto value = valueOf(fields, "Exif.Photo.DateTimeOriginal");
    return value && dateFrom(*value, {}) ? value : std::nullopt;
}

std::vector<examination::ExtraPart> extraPartsOf(const image::EvidenceFile& file) {
    std::vector<examination::ExtraPart> parts;
    for (const image::StrayPart& part : image::readStructure(file).parts)
        parts.push_back({part.what, part.offset, part.bytes});
    return parts;
}

/// Cuts long values, not inside a UTF-8 character, so that a record stays small.
void limitSize(std::vector<MetadataField>& fields) {
    if (fields.size() > kMaxFields)
        fields.resize(kMaxFields);
    for (MetadataField& field : fields) {
        if (field.value.size() <= kMaxValueBytes)
            continue;
        std::size_t end = kMaxValueBytes;
        while (end > 0 && (static_cast<unsigned char>(field.value[end]) & 0xC0) == 0x80)
            --end;
        field.value.resize(end);
        field.value += "…";
    }
}

/// Samsung's gallery keeps how to undo its edits behind the picture.
void noteSamsungEdits(const image::EvidenceFile& file, ProvenanceRecord& record) {
    constexpr std::string_view kMark = "PhotoEditor_Re_Edit_Data";
    for (const examination::ExtraPart& part : record.extraParts) {
        if (part.what != "data of a Samsung camera" || part.offset < file.leadingBytes)
            continue;
        const auto bytes = image::slice(*file.bytes, part.offset - file.leadingBytes, part.bytes);
        if (bytes && image::asText(*bytes).find(kMark) != std::string_view::npos)
            record.fields.push_back({"Samsung", std::string(kMark), "Samsung photo editor"});
    }
}

/// The store in a file beside the picture: "a.c2pa" or "a.jpg.c2pa" for "a.jpg".
std::optional<image::ByteBuffer> sidecarOf(const std::filesystem::path& picture,
                                           std::string& name) {
    constexpr std::uintmax_t kMost = std::uintmax_t{64} << 20;
    for (const auto& path : {std::filesystem::path(picture).replace_extension(".c2pa"),
                             std::filesystem::path(picture.string() + ".c2pa")}) {
        std::error_code error;
        if (path == picture || !std::filesystem::is_regular_file(path, error) ||
            std::filesystem::file_size(path, error) > kMost || error)
            continue;
        std::ifstream source(path, std::ios::binary);
        image::ByteBuffer bytes{std::istreambuf_iterator<char>(source), {}};
        name = path.filename().string();
        return bytes;
    }
    return std::nullopt;
}

void noteCredentials(const image::EvidenceFile& file, const examination::TrustLists& trust,
                     ProvenanceRecord& record) {
    std::string sidecar;
    record.c2pa = c2pa::readCredentials(*file.bytes, {trust});
    if (!record.c2pa.present) {
        if (auto store = sidecarOf(file.path, sidecar)) {
            record.c2pa = c2pa::readCredentials(*file.bytes, {trust, 0, std::move(store)});
            if (record.c2pa.present)
                record.c2pa.status.informational.push_back(
                    {"org.clueglass.sidecar", sidecar,
                     "The credentials lie in a file of their own beside the picture."});
        }
    }
    const auto store = findCredentialStore(file);
    if (!store)
        return;
    const bool isGood = record.c2pa.state == examination::C2paState::Valid ||
                        record.c2pa.state == examination::C2paState::Trusted;
    for (const std::string& type : mentionedSourceTypes(*store))
        record.fields.push_back({isGood ? "C2PA" : "C2PA (invalid)", "digitalSourceType", type});
    if (!record.generator)
        record.generator = mentionedGenerator(*store);
}

} // namespace

ProvenanceRecord readProvenance(const image::EvidenceFile& file,
                                const examination::TrustLists& trust) {
    ProvenanceRecord record;
    if (!file.bytes)
        return record;
    try {
        record.fields = exivFields(*file.bytes);
        if (file.format == image::Format::Png) {
            const auto texts = pngTexts(*file.bytes);
            record.fields.insert(record.fields.end(), texts.begin(), texts.end());
            const auto hidden = stealthText(file);
            record.fields.insert(record.fields.end(), hidden.begin(), hidden.end());
        }
        const auto photoshop = photoshopFields(*file.bytes);
        record.fields.insert(record.fields.end(), photoshop.begin(), photoshop.end());
        const auto profile = iccFields(image::iccProfileOf(file.format, *file.bytes).bytes);
        record.fields.insert(record.fields.end(), profile.begin(), profile.end());
        if (auto position = positionOf(record.fields))
            record.fields.push_back(std::move(*position));
        record.camera = cameraOf(record.fields);
        record.software = softwareOf(record.fields);
        if (const auto mark = findGenerator(record.fields))
            record.generator = mark->name;
        record.generation = readGeneration(record.fields);
        if (!record.generator && record.generation && !record.generation->program.empty())
            record.generator = record.generation->program;
        record.capturedAt = captureTimeOf(record.fields);
        record.extraParts = extraPartsOf(file);
        noteSamsungEdits(file, record);
        noteCredentials(file, trust, record);
        record.dates = timelineOf(record);
        record.origin = statedOrigin(record);
    } catch (const std::exception&) {
        // Out of memory on a hostile file: what is known so far stays.
    }
    limitSize(record.fields);
    return record;
}

} // namespace core::provenance
