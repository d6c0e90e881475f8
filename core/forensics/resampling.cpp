// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/resampling.h"

#include "core/forensics/applicability.h"
#include "core/forensics/map_regions.h"
#include "core/forensics/sample_windows.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace core::forensics {

namespace {

constexpr int kSide = 256;
constexpr int kStride = 128;
constexpr int kMostWindows = 260;
constexpr double kDecay =
    24; // gray levels squared: residual at which a pixel stops being predictable
constexpr double kLowest = 0.08;    // cycles per pixel; below, the scene itself is periodic
constexpr double kSignificant = -6; // log10 p of a window's strongest peak
constexpr double kJpegGuard = 1.5 / kSide;
constexpr int kFewestLocal = 2;
constexpr double kLargestLocalShare = 0.4;
// 5th to 95th percentile of the statistic, on 805 processed and
// unprocessed copies of photographs of the training list.
constexpr double kReferenceLow = 0;
constexpr double kReferenceHigh = 0.05;

struct WindowPeak {
    cv::Rect place;
    double logP = 0; // log10 of the chance of such a peak in white residuals
    double fx = 0;
    double fy = 0;
    [[nodiscard]] bool isSignificant() const { return logP < kSignificant; }
};

double frequency(int bin) {
    return static_cast<double>(bin < kSide / 2 ? bin : bin - kSide) / kSide;
}

/// JPEG blocks peak at multiples of 1/8 on the axes, demosaicing at (1/2, 1/2).
bool isExplainedOtherwise(double fx, double fy) {
    const auto nearEighth = [](double f) {
        const double rest = std::remainder(f, 0.125);
        return std::abs(rest) < kJpegGuard;
    };
    const bool onAxis = std::abs(fx) < kJpegGuard || std::abs(fy) < kJpegGuard;
    const bool isEighth = nearEighth(fx) && nearEighth(fy);
    return isEighth || (onAxis && (nearEighth(fx) && nearEighth(fy))) ||
           std::hypot(fx, fy) < kLowest;
}

/// Probability map of being predictable from the neighbors. @return CV_32F, 0 to 1
cv::Mat predictability(const cv::Mat& luma) {
    const cv::Mat kernel =
        (cv::Mat_<float>(3, 3) << -0.25F, 0.5F, -0.25F, 0.5F, 0, 0.5F, -0.25F, 0.5F, -0.25F);
    cv::Mat predicted;
    cv::filter2D(luma, predicted, CV_32F, kernel);
    cv::Mat error = luma - predicted;
    cv::Mat map;
    cv::exp(error.mul(error) * (-1 / kDecay), map);
    return map;
}

WindowPeak peakOf(const cv::Mat& luma, const cv::Rect& place, const cv::Mat& hann) {
    cv::Mat map = predictability(luma(place));
    map -= cv::mean(map)[0];
    cv::Mat transform;
    cv::dft(map.mul(hann), transform, cv::DFT_COMPLEX_OUTPUT);
    std::vector<cv::Mat> parts;
    cv::split(transform, parts);
    cv::Mat power = parts[0].mul(parts[0]) + parts[1].mul(parts[1]);
    cv::Mat local;
    cv::blur(power, local, {15, 15}, {-1, -1}, cv::BORDER_REFLECT);
    WindowPeak best{place, 0, 0, 0};
    double highest = 0;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x <= kSide / 2; ++x) {
            const double fx = frequency(x);
            const double fy = frequency(y);
            if (isExplainedOtherwise(fx, fy))
                continue;
            const double ratio = power.at<float>(y, x) / (local.at<float>(y, x) + 1e-9F);
            if (ratio > highest) {
                highest = ratio;
                best.fx = std::abs(fx);
                best.fy = std::abs(fy);
            }
        }
    }
    // Each normalized bin of a white residual is exponential with mean 1; about half are free. The
    // local mean holds the peak itself, which bounds the ratio by 225 and keeps this conservative.
    constexpr double kBins = kSide * kSide / 2.0;
    best.logP = std::min(0.0, std::log10(kBins) - highest / std::log(10.0));
    return best;
}

bool isFlat(const cv::Mat& window) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(window, mean, deviation);
    return deviation[0] < 3;
}

bool sameFrequency(const WindowPeak& a, const WindowPeak& b) {
    return std::abs(a.fx - b.fx) < 3.0 / kSide && std::abs(a.fy - b.fy) < 3.0 / kSide;
}

/// The frequency that most significant windows share.
std::vector<WindowPeak> largestGroup(const std::vector<WindowPeak>& peaks) {
    std::vector<WindowPeak> largest;
    for (const WindowPeak& center : peaks) {
        std::vector<WindowPeak> group;
        std::ranges::copy_if(peaks, std::back_inserter(group), [&](const WindowPeak& peak) {
            return peak.isSignificant() && center.isSignificant() && sameFrequency(peak, center);
        });
        if (group.size() > largest.size())
            largest = std::move(group);
    }
    return largest;
}

cv::Mat mapOf(const std::vector<WindowPeak>& group, const cv::Mat& luma) {
    constexpr int kCell = 64;
    cv::Mat map =
        cv::Mat::zeros(std::max(1, luma.rows / kCell), std::max(1, luma.cols / kCell), CV_32F);
    const double sx = static_cast<double>(map.cols) / luma.cols;
    const double sy = static_cast<double>(map.rows) / luma.rows;
    for (const WindowPeak& peak : group) {
        const cv::Rect cells(static_cast<int>(std::lround(peak.place.x * sx)),
                             static_cast<int>(std::lround(peak.place.y * sy)),
                             static_cast<int>(std::lround(peak.place.width * sx)),
                             static_cast<int>(std::lround(peak.place.height * sy)));
        map(cells & cv::Rect(0, 0, map.cols, map.rows)) = 1.0;
    }
    return map;
}

class Resampling : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "resampling"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        Evidence evidence;
        evidence.analyzer = name();
        evidence.parameters = {{"window", kSide}, {"stride", kStride}, {"log10_p", kSignificant}};
        if (std::min(subject.luma.cols, subject.luma.rows) < kSide) {
            doesNotApply(evidence, kTooSmall);
            return evidence;
        }
        cv::Mat hann;
        cv::createHanningWindow(hann, {kSide, kSide}, CV_32F);
        std::vector<WindowPeak> peaks;
        for (const cv::Rect& place :
             sampleWindows(subject.luma.size(), {kSide, kStride}, kMostWindows)) {
            if (stop.stop_requested())
                return cancelled();
            if (!isFlat(subject.luma(place)))
                peaks.push_back(peakOf(subject.luma, place, hann));
        }
        if (peaks.empty()) {
            doesNotApply(evidence, kTooLittleDetail);
            return evidence;
        }
        describe(subject, peaks, evidence);
        return evidence;
    }

  private:
    static void describe(const Subject& subject, const std::vector<WindowPeak>& peaks,
                         Evidence& evidence) {
        const std::vector<WindowPeak> group = largestGroup(peaks);
        const double share = static_cast<double>(group.size()) / static_cast<double>(peaks.size());
        evidence.applies = true;
        evidence.statistic = "share of windows with one interpolation period";
        evidence.value = share;
        evidence.referenceLow = kReferenceLow;
        evidence.referenceHigh = kReferenceHigh;
        evidence.features["resampling.share"] = share;
        evidence.map = heatMapFrom(mapOf(group, subject.luma));
        if (group.size() < kFewestLocal)
            return;
        const WindowPeak& strongest = *std::ranges::min_element(group, {}, &WindowPeak::logP);
        const double along = std::max(strongest.fx, strongest.fy);
        const bool isLocal = share < kLargestLocalShare && peaks.size() >= 12;
        Finding finding{isLocal ? "resampling.region" : "resampling.whole",
                        examination::ClueKind::Resampling,
                        examination::Direction::Neutral,
                        isLocal ? 0.35 : 0.15,
                        {},
                        {{"period", along > 0 ? 1 / along : 0},
                         {"windows", static_cast<double>(group.size())},
                         {"all", static_cast<double>(peaks.size())},
                         {"chance", -strongest.logP}}};
        if (isLocal)
            finding.regions =
                regionsOf(*evidence.map, subject.luma.cols, subject.luma.rows, {0.5, 0.003, 3});
        evidence.findings.push_back(std::move(finding));
    }
};

} // namespace

std::unique_ptr<Analyzer> makeResampling() {
    return std::make_unique<Resampling>();
}

} // namespace core::forensics
