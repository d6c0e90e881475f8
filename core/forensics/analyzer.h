// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forensics/evidence.h"
#include "core/image/image.h"
#include "core/image/jpeg_structure.h"

#include <opencv2/core/mat.hpp>

#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>

namespace core::forensics {

struct SharedWork;

/// The picture in the forms that several analyzers need, made once.
struct Subject {
    image::EvidenceFile file;
    image::DecodedPicture picture;
    /// rows x cols, CV_32F, 0 to 255, upright: 0.299 R + 0.587 G + 0.114 B, not rounded
    cv::Mat luma;
    std::optional<image::JpegStructure> jpeg;            ///< set for JPEG files
    std::optional<image::JpegCoefficients> coefficients; ///< set for JPEG files; stored orientation
    std::shared_ptr<SharedWork> shared;                  ///< set; see shared_work.h
};

/// @errors LimitExceeded, Cancelled
[[nodiscard]] Result<Subject> makeSubject(const image::EvidenceFile& file,
                                          const image::DecodedPicture& picture,
                                          std::stop_token stop = {});

/// One forensic method. Stateless and thread-safe; the same input gives the same output whatever
/// the number of threads.
class Analyzer {
  public:
    virtual ~Analyzer() = default;

    /// Stable name, e.g. "noise_residual".
    [[nodiscard]] virtual std::string_view name() const = 0;

    /// Not applicable is a value (Evidence::applies = false), not an error.
    /// @errors LimitExceeded, Cancelled (asked at least every 100 ms)
    [[nodiscard]] virtual Result<Evidence> analyze(const Subject& subject,
                                                   std::stop_token stop) const = 0;
};

} // namespace core::forensics
