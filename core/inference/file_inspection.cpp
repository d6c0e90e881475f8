// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/file_inspection.h"

#include "core/image/safe_decoder.h"
#include "core/provenance/c2pa/carrier.h"
#include "core/provenance/file_findings.h"
#include "core/provenance/provenance_clues.h"
#include "core/provenance/provenance_reader.h"
#include "core/provenance/stated_origin.h"
#include "core/provenance/watermark/pixel_watermark.h"

#include <algorithm>
#include <new>
#include <utility>

namespace core::inference {

namespace {

/// Sizes that the metadata state besides the picture's own.
std::vector<std::pair<int, int>> otherSizes(const image::Image& picture,
                                            const examination::ProvenanceRecord& provenance) {
    std::vector<std::pair<int, int>> sizes;
    for (const auto& [width, height] : provenance::statedSizes(provenance))
        if (width != picture.width() || height != picture.height())
            sizes.emplace_back(width, height);
    return sizes;
}

/// Whether a file that is no picture is worth a word: it may carry credentials or has metadata.
bool saysSomething(const FileInspection& found) {
    return !found.provenance.fields.empty() || found.provenance.c2pa.present ||
           provenance::c2pa::containerOf(*found.file.bytes) != provenance::c2pa::Container::Unknown;
}

Result<FileInspection> inspected(const std::filesystem::path& path, const IntakeRules& rules,
                                 const std::stop_token& stop) {
    auto file = image::readAnyFile(path, rules.limits, stop);
    if (!file)
        return tl::unexpected(file.error());
    FileInspection found;
    found.file = std::move(*file);
    found.warnings = found.file.warnings;
    found.provenance = provenance::readProvenance(
        found.file, rules.trust ? *rules.trust : examination::TrustLists());
    std::optional<image::DecodedPicture> picture;
    if (found.file.format == image::Format::Unknown) {
        if (!saysSomething(found)) {
            // "The content of the file is no picture ...": the path helps those who gave several.
            constexpr std::size_t kSubject = sizeof("The content of the file") - 1;
            return fail(ErrorCode::UnknownFormat, "The content of " + path.string() +
                                                      found.warnings.front().substr(kSubject));
        }
        found.notDecoded = "This is no picture; nothing was looked for in pixels.";
    } else if (auto decoded = image::decode(found.file, rules.limits, stop)) {
        picture = std::move(*decoded);
        found.width = picture->image.width();
        found.height = picture->image.height();
        found.warnings.insert(found.warnings.end(), picture->warnings.begin(),
                              picture->warnings.end());
        readWatermark(found.file, picture->image, found.provenance);
    } else if (decoded.error().code == ErrorCode::Cancelled) {
        return tl::unexpected(decoded.error());
    } else {
        found.notDecoded = "The picture cannot be decoded, so no watermark was looked for: " +
                           decoded.error().message;
    }
    found.previews = previewPictures(found.file, picture ? &picture->image : nullptr, stop);
    found.clues = provenance::provenanceClues(found.provenance);
    for (auto& clue :
         provenance::fileFindings(found.file, found.provenance, picture ? &*picture : nullptr))
        found.clues.push_back(std::move(clue));
    return found;
}

} // namespace

void readWatermark(const image::EvidenceFile& file, const image::Image& picture,
                   examination::ProvenanceRecord& provenance) {
    provenance.watermark = provenance::findWatermark(picture, otherSizes(picture, provenance),
                                                     provenance::storedChromaOf(file));
    if (provenance.watermark)
        provenance.origin = provenance::statedOrigin(provenance);
}

Result<FileInspection> inspectFile(const std::filesystem::path& path, const IntakeRules& rules,
                                   std::stop_token stop) {
    try {
        return inspected(path, rules, stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough free memory to inspect this file; close other programs.");
    }
}

} // namespace core::inference
