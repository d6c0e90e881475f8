// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/clue.h"
#include "core/examination/provenance_record.h"
#include "core/image/image.h"
#include "core/inference/intake_rules.h"
#include "core/inference/preview_pictures.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace core::inference {

/// What a file says about itself, and the watermark in its pixels, without any measurement.
struct FileInspection {
    image::EvidenceFile file; ///< Format::Unknown: no picture, but a file that may say something
    examination::ProvenanceRecord provenance;
    std::vector<examination::Clue> clues; ///< about the file's form and statements
    std::vector<std::string> warnings;    ///< of the file and of decoding it
    int width = 0;                        ///< of the upright picture; 0 when it was not decoded
    int height = 0;
    std::vector<PreviewPicture> previews; ///< compared with the picture, where it was decoded
    std::string notDecoded; ///< English sentence: why no watermark was looked for; else empty
};

/// Inspects pictures, and files of other kinds that may carry Content Credentials or metadata: PDF,
/// SVG, sound, video, fonts, credentials in a file of their own.
/// @errors those of image::readEvidence; UnknownFormat for files of no such kind
[[nodiscard]] Result<FileInspection>
inspectFile(const std::filesystem::path& path, const IntakeRules& rules, std::stop_token stop = {});

/// Looks for a known watermark at the picture's size and at those that its metadata states; a mark
/// that is found may be the origin.
void readWatermark(const image::EvidenceFile& file, const image::Image& picture,
                   examination::ProvenanceRecord& provenance);

} // namespace core::inference
