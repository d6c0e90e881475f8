// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/forensics/analyzer.h"

#include <opencv2/core/mat.hpp>

namespace tests {

/// Detail at every scale as in a photograph of foliage or stone; 8 bit, BGR, never clipped.
[[nodiscard]] cv::Mat texturedScene(int width, int height, unsigned seed);

/// The pixels after one save as JPEG.
[[nodiscard]] cv::Mat savedAt(const cv::Mat& pixels, int quality);

/// The scene with the pixels of `other` inside `place`.
[[nodiscard]] cv::Mat withPart(const cv::Mat& scene, const cv::Mat& other, const core::Rect& place);

/// What an analyzer gets for this picture stored as JPEG or PNG. A failure ends the test program.
/// @param orientation  EXIF, 1 to 8
[[nodiscard]] core::forensics::Subject jpegSubject(const cv::Mat& pixels, int quality,
                                                   int orientation = 1);
[[nodiscard]] core::forensics::Subject pngSubject(const cv::Mat& pixels);

/// Runs it and ends the test program when it fails.
[[nodiscard]] core::forensics::Evidence measuredBy(const core::forensics::Analyzer& analyzer,
                                                   const core::forensics::Subject& subject);

/// How many findings speak for fake.
[[nodiscard]] int accusations(const core::forensics::Evidence& evidence);

/// Best overlap of any region of any finding; intersection over union.
[[nodiscard]] double bestOverlap(const core::forensics::Evidence& evidence,
                                 const core::Rect& place);

/// Empty when every sentence that the evidence names exists and finds all its numbers; else what is
/// wrong. Features must be finite.
[[nodiscard]] std::string sentenceProblem(const core::forensics::Evidence& evidence);

} // namespace tests
