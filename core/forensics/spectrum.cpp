// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/spectrum.h"

#include "core/forensics/applicability.h"
#include "core/forensics/welch_spectrum.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace core::forensics {

namespace {

constexpr int kSide = 256;
constexpr int kFewestWindows = 2;
constexpr int kSurroundings = 6; // bins around a peak that give its local level
constexpr double kPeakDb =
    16; // above the local level: 1 in 100 of those photographs has more than 14.7
// 5th to 95th percentile of the strongest off-axis lattice peak,
// on 797 processed and unprocessed copies of photographs of the training list.
constexpr double kReferenceLow = 1.1;
constexpr double kReferenceHigh = 7.9;

/// Frequency of a bin, cycles per pixel, -0.5 to 0.5.
double frequency(int bin) {
    return static_cast<double>(bin < kSide / 2 ? bin : bin - kSide) / kSide;
}

double decibels(double power) {
    return 10 * std::log10(power + 1e-6);
}

float at(const cv::Mat& power, int y, int x) {
    return power.at<float>((y + kSide) % kSide, (x + kSide) % kSide);
}

/// How far one bin rises above the median of its surroundings, dB.
double prominence(const cv::Mat& power, int y, int x) {
    std::vector<float> around;
    for (int dy = -kSurroundings; dy <= kSurroundings; ++dy) {
        for (int dx = -kSurroundings; dx <= kSurroundings; ++dx) {
            if (std::abs(dy) > 1 || std::abs(dx) > 1)
                around.push_back(at(power, y + dy, x + dx));
        }
    }
    const auto middle = around.begin() + static_cast<std::ptrdiff_t>(around.size() / 2);
    std::ranges::nth_element(around, middle);
    return decibels(at(power, y, x)) - decibels(*middle);
}

struct Peak {
    double db = 0;
    double fx = 0;
    double fy = 0;
};

/// The strongest of the off-axis lattice points (i/8, j/8).
Peak strongestPeak(const cv::Mat& power) {
    Peak strongest;
    constexpr int kStep = kSide / 8;
    for (int j = -3; j <= 4; ++j) {
        for (int i = 1; i <= 4; ++i) {
            // On an axis, and on the border lines of the spectrum, JPEG and demosaicing peak as
            // well.
            if (j == 0 || i == 4 || j == 4)
                continue;
            const double db = prominence(power, j * kStep, i * kStep);
            if (db > strongest.db)
                strongest = {db, i / 8.0, j / 8.0};
        }
    }
    return strongest;
}

/// Mean power by ring, dB. @return one value per band
std::vector<double> radialBands(const cv::Mat& power) {
    constexpr std::array<double, 9> kEdges = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.37, 0.44, 0.5};
    std::vector<double> sums(kEdges.size() - 1, 0);
    std::vector<int> counts(kEdges.size() - 1, 0);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double radius = std::hypot(frequency(x), frequency(y));
            const auto edge = std::ranges::upper_bound(kEdges, radius);
            if (edge == kEdges.begin() || edge == kEdges.end())
                continue;
            const auto band = static_cast<std::size_t>(edge - kEdges.begin() - 1);
            sums[band] += power.at<float>(y, x);
            ++counts[band];
        }
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] = decibels(sums[i] / std::max(1, counts[i]));
    return sums;
}

class Spectrum : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "spectrum"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        Evidence evidence;
        evidence.analyzer = name();
        evidence.parameters = {{"window", kSide}, {"threshold_db", kPeakDb}};
        if (std::min(subject.luma.cols, subject.luma.rows) < kSide) {
            doesNotApply(evidence, kTooSmall);
            return evidence;
        }
        if (!hasAllDetail(subject, evidence))
            return evidence;
        auto spectrum = welchSpectrum(subject.luma, kSide, stop);
        if (!spectrum)
            return tl::unexpected(spectrum.error());
        if (spectrum->windows < kFewestWindows) {
            doesNotApply(evidence, kTooLittleDetail);
            return evidence;
        }
        const Peak peak = strongestPeak(spectrum->power);
        evidence.applies = true;
        evidence.statistic = "strongest off-axis lattice peak, dB above its surroundings";
        evidence.value = peak.db;
        evidence.referenceLow = kReferenceLow;
        evidence.referenceHigh = kReferenceHigh;
        evidence.parameters["windows"] = spectrum->windows;
        const std::vector<double> bands = radialBands(spectrum->power);
        evidence.features["spectrum.peak_db"] = peak.db;
        evidence.features["spectrum.level"] = bands[3];
        for (std::size_t i = 0; i < bands.size(); ++i) {
            if (i != 3)
                evidence.features["spectrum.band" + std::to_string(i)] = bands[i] - bands[3];
        }
        if (peak.db > kPeakDb && spectrum->windows >= 8)
            evidence.findings.push_back(
                {"spectrum.lattice_peak",
                 examination::ClueKind::Spectrum,
                 examination::Direction::Fake,
                 std::clamp((peak.db - kPeakDb) / 20 + 0.4, 0.0, 0.8),
                 {},
                 {{"peak", peak.db}, {"fx", peak.fx}, {"fy", peak.fy}, {"usual", kReferenceHigh}}});
        return evidence;
    }
};

} // namespace

std::unique_ptr<Analyzer> makeSpectrum() {
    return std::make_unique<Spectrum>();
}

} // namespace core::forensics
