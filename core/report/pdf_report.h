// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/image/document.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace core::report {

/// One picture of the report with what the examiner decided about it.
struct ReportItem {
    std::shared_ptr<const examination::Examination> examination;
    std::string examinerNote;                              ///< may be empty
    std::vector<annotations::Annotation> annotations = {}; ///< drawn as A1, A2, ...
};

/// A file that was to be examined and could not be.
struct LeftOutFile {
    std::string path;
    std::string reason; ///< one or more sentences
};

/// A thumbnail that a file's Content Credentials carry.
struct CredentialThumbnail {
    std::string manifest;   ///< its label
    std::string ingredient; ///< label of the ingredient; empty for the manifest's own
    image::Image picture;
};

struct ReportOptions {
    std::string title;    ///< may be empty
    std::string examiner; ///< may be empty
    bool withOverlay = true;
    std::vector<LeftOutFile> leftOut; ///< named on the first page
    image::DecodeLimits limits;       ///< for the pictures' files
    /// Shared with others who look at them; null: each is read for the report alone.
    std::shared_ptr<image::Documents> documents;
    /// Reads the thumbnails of a file's credentials; empty: none are shown.
    std::function<std::vector<CredentialThumbnail>(const image::Document&, std::stop_token)>
        credentialThumbnails;
    std::int64_t createdAtUnixSeconds = 0; ///< printed; the same input gives the same bytes
};

/// Writes a PDF/A-1b in the language of the installed translators: a page of summary and a page (or
/// more) per picture with the picture, its overlay, verdict, clues, numbers, hashes, engine and
/// versions, and the limits of this very result. The file appears only when it is complete.
/// @errors InvalidArgument (see core::OutputFile), WriteFailed, Cancelled; a picture that can no
/// longer be read is replaced by a sentence
[[nodiscard]] Result<void> writePdfReport(const std::vector<ReportItem>& items,
                                          const ReportOptions& options,
                                          const std::filesystem::path& file,
                                          const ProgressCallback& progress = {},
                                          std::stop_token stop = {});

} // namespace core::report
