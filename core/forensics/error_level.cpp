// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/error_level.h"

#include "core/forensics/applicability.h"
#include "core/forensics/detail_line.h"
#include "core/forensics/evidence_part.h"
#include "core/forensics/map_regions.h"
#include "core/forensics/resave_error.h"
#include "core/forensics/stored_raster.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <new>
#include <vector>

namespace core::forensics {

namespace {

constexpr int kQuality = 90;
constexpr int kOtherQuality = 80; // for files saved near kQuality, which it would hardly change
constexpr int kTooNear = 3;
constexpr int kSmallestSide = 64;
constexpr double kMostPixels = 24e6;
constexpr int kMostCells = 64'000;
constexpr int kSample = 16; // px: whole MCUs at every usual chroma subsampling
constexpr int kControlSide = 1024;
constexpr double kSmallestShare = 0.003;
constexpr double kLargestShare = 0.4;

// 5th to 95th percentile on 1,252 files without a local edit: the 105 photographs of the training
// sample (shared/data/train/real) as stored and, in PNG and JPEG alike, saved again once (qualities
// 70 to 95) or twice (seven pairs from 50-70 to 80-98).
constexpr double kReferenceLow = 1.2;
constexpr double kReferenceHigh = 2.5;

/// Every `step`-th 16x16 px sample in both directions, side by side.
cv::Mat sampled(const cv::Mat& pixels, int step) {
    const int columns = pixels.cols / (kSample * step);
    const int rows = pixels.rows / (kSample * step);
    cv::Mat samples(rows * kSample, columns * kSample, pixels.type());
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            pixels(cv::Rect(column * step * kSample, row * step * kSample, kSample, kSample))
                .copyTo(samples(cv::Rect(column * kSample, row * kSample, kSample, kSample)));
    }
    return samples;
}

/// Log of the change over what places with equal detail change, averaged over 3x3 blocks.
cv::Mat excessOf(const ResaveError& error, const DetailLine& line) {
    cv::Mat excess(error.change.size(), CV_32F);
    for (int y = 0; y < excess.rows; ++y) {
        for (int x = 0; x < excess.cols; ++x)
            excess.at<float>(y, x) = static_cast<float>(
                line.excess(error.detail.at<float>(y, x), error.change.at<float>(y, x)));
    }
    cv::blur(excess, excess, {3, 3}, {-1, -1}, cv::BORDER_REPLICATE);
    return excess;
}

cv::Mat reducedToCells(const cv::Mat& blocks) {
    const double scale = std::sqrt(kMostCells / static_cast<double>(blocks.total()));
    if (scale >= 1)
        return blocks;
    cv::Mat cells;
    cv::resize(blocks, cells, {}, scale, scale, cv::INTER_AREA);
    return cells;
}

/// 0 within one spread of the line, 1 from five spreads on.
cv::Mat standingOut(const cv::Mat& excess, const DetailLine& line) {
    cv::Mat map = (excess / line.spread - 1) / 4;
    cv::max(map, 0, map);
    return cv::min(map, 1);
}

double percentile(const cv::Mat& values, double share) {
    std::vector<float> sorted(values.begin<float>(), values.end<float>());
    const auto at = sorted.begin() +
                    static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::ranges::nth_element(sorted, at);
    return *at;
}

/// How many times as much the cells inside change as those outside, at equal detail.
double changeRatio(const cv::Mat& excess, const cv::Mat& inside) {
    return std::exp(cv::mean(excess, inside)[0] - cv::mean(excess, inside == 0)[0]);
}

/// The same ratio on a surrounding piece that was first saved once more at the file's own quality:
/// what a plain re-save removes is no trace of an edit.
Result<double> controlRatio(const cv::Mat& pixels, const cv::Mat& mask, const DetailLine& line,
                            image::JpegEncoding own, int quality) {
    const cv::Rect cells = cv::boundingRect(mask);
    const double toPixels = static_cast<double>(pixels.cols) / mask.cols;
    const auto snapped = [](double value) { return static_cast<int>(value) / kSample * kSample; };
    const cv::Point middle(static_cast<int>((cells.x + cells.width / 2.0) * toPixels),
                           static_cast<int>((cells.y + cells.height / 2.0) * toPixels));
    const int width =
        std::min({snapped(2 * cells.width * toPixels) + 128, kControlSide, snapped(pixels.cols)});
    const int height =
        std::min({snapped(2 * cells.height * toPixels) + 128, kControlSide, snapped(pixels.rows)});
    const cv::Rect crop(snapped(std::clamp(middle.x - width / 2, 0, pixels.cols - width)),
                        snapped(std::clamp(middle.y - height / 2, 0, pixels.rows - height)), width,
                        height);

    const auto once = resaved(pixels(crop), own);
    if (!once)
        return tl::unexpected(once.error());
    own.quality = quality;
    const auto error = resaveError(*once, own, {});
    if (!error)
        return tl::unexpected(error.error());
    cv::Mat inside(error->change.size(), CV_8U);
    for (int y = 0; y < inside.rows; ++y) {
        for (int x = 0; x < inside.cols; ++x)
            inside.at<std::uint8_t>(y, x) = mask.at<std::uint8_t>(
                std::min(static_cast<int>((crop.y + y * 8 + 4) / toPixels), mask.rows - 1),
                std::min(static_cast<int>((crop.x + x * 8 + 4) / toPixels), mask.cols - 1));
    }
    return changeRatio(excessOf(*error, line), inside);
}

class ErrorLevel final : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "error_level"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        try {
            return measured(subject, stop);
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::LimitExceeded,
                        "Not enough memory for the error level analysis.");
        } catch (const cv::Exception& error) {
            return fail(ErrorCode::Internal, std::string("Error level analysis: ") + error.what());
        }
    }

  private:
    [[nodiscard]] static Result<Evidence> measured(const Subject& subject,
                                                   const std::stop_token& stop);
};

bool canResave(const Subject& subject, Evidence& evidence) {
    if (subject.file.format != image::Format::Jpeg)
        doesNotApply(evidence, kNotJpeg);
    else if (!subject.jpeg)
        doesNotApply(evidence, kNoCoefficients);
    else if (std::min(subject.luma.cols, subject.luma.rows) < kSmallestSide)
        doesNotApply(evidence, kTooSmall);
    else
        evidence.applies = hasAllDetail(subject, evidence);
    return evidence.applies;
}

int resaveQuality(const image::JpegStructure& jpeg) {
    return std::abs(jpeg.lumaQuality - kQuality) <= kTooNear ? kOtherQuality : kQuality;
}

/// The file's own chroma subsampling, as far as our encoder knows it.
image::JpegEncoding ownEncoding(const image::JpegStructure& jpeg) {
    const auto factor = [](int sampling) { return sampling == 2 || sampling == 4 ? sampling : 1; };
    return {std::clamp(jpeg.lumaQuality, 1, 100), factor(jpeg.horizontalSampling),
            factor(jpeg.verticalSampling)};
}

/// Names the strongest place when it stands out by more than a plain re-save moves it.
Result<void> describePlace(const Subject& subject, const cv::Mat& pixels, const cv::Mat& excess,
                           const DetailLine& line, Evidence& evidence) {
    const cv::Mat map = standingOut(excess, line);
    evidence.map = heatMapFrom(turnedUpright(map, subject.picture.orientation));
    const EvidencePart part = strongestPart(map - 0.5, 0);
    if (part.mask.empty() || part.share < kSmallestShare || part.share > kLargestShare)
        return {};
    const double ratio = changeRatio(excess, part.mask);
    const auto control = controlRatio(pixels, part.mask, line, ownEncoding(*subject.jpeg),
                                      resaveQuality(*subject.jpeg));
    if (!control)
        return tl::unexpected(control.error());
    evidence.parameters["ratio"] = ratio;
    evidence.parameters["control"] = *control;
    evidence.parameters["share"] = part.share;
    if (ratio <= kReferenceHigh || std::abs(ratio - *control) >= 0.5 * (ratio - 1))
        return {};
    Finding finding;
    finding.templateId = "error_level.region";
    finding.kind = examination::ClueKind::Compression;
    finding.strength = 0.1; // a view: it names where to look, not what happened
    finding.regions = regionsOfPart(subject, part.mask, map);
    finding.numbers = {{"ratio", ratio},
                       {"control", *control},
                       {"usual", kReferenceHigh},
                       {"area", 100 * part.share}};
    evidence.findings.push_back(std::move(finding));
    return {};
}

Result<Evidence> ErrorLevel::measured(const Subject& subject, const std::stop_token& stop) {
    Evidence evidence;
    evidence.analyzer = "error_level";
    evidence.statistic = "change by one more save, strongest 1 % of the picture, as a multiple of "
                         "what places with equal detail change";
    evidence.referenceLow = kReferenceLow;
    evidence.referenceHigh = kReferenceHigh;
    if (!canResave(subject, evidence))
        return evidence;

    cv::Mat pixels = storedPixels(subject);
    const int step =
        static_cast<int>(std::ceil(std::sqrt(static_cast<double>(pixels.total()) / kMostPixels)));
    if (step > 1)
        pixels = sampled(pixels, step);
    image::JpegEncoding encoding = ownEncoding(*subject.jpeg);
    encoding.quality = resaveQuality(*subject.jpeg);
    const auto error = resaveError(pixels, encoding, stop);
    if (!error)
        return tl::unexpected(error.error());
    const auto line = fitDetailLine(*error);
    if (!line) {
        doesNotApply(evidence, kTooLittleDetail);
        return evidence;
    }
    const cv::Mat excess = reducedToCells(excessOf(*error, *line));
    evidence.value = std::exp(percentile(excess, 0.99));
    evidence.parameters["quality"] = encoding.quality;
    evidence.parameters["slope"] = line->slope;
    evidence.parameters["spread"] = line->spread;
    evidence.features = {{"error_level.ratio", evidence.value},
                         {"error_level.slope", line->slope},
                         {"error_level.intercept", line->intercept},
                         {"error_level.spread", line->spread}};
    if (auto described = describePlace(subject, pixels, excess, *line, evidence); !described)
        return tl::unexpected(described.error());
    return evidence;
}

} // namespace

std::unique_ptr<Analyzer> makeErrorLevel() {
    return std::make_unique<ErrorLevel>();
}

} // namespace core::forensics
