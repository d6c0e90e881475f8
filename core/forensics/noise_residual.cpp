// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/noise_residual.h"

#include "core/forensics/applicability.h"
#include "core/forensics/map_regions.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace core::forensics {

namespace {

constexpr int kCell = 32; // px
constexpr int kSmallestSide = 256;
constexpr int kFewestCells = 48;
constexpr int kBandRows = 16;        // of cells, between two looks at the stop token
constexpr double kTextureLimit = 14; // deviation of the smoothed cell above which texture leaks in
constexpr double kDark = 12;
constexpr double kBright = 243;
constexpr double kFloor = 0.05;   // gray levels: below this quantization hides any noise
constexpr double kQuieter = -1.1; // log ratio: a third of the expected noise
constexpr double kSmallestShare = 0.01;
constexpr double kLargestShare = 0.35;
// 5th to 95th percentile of the statistic, on 604
// processed and unprocessed copies of photographs of the training list.
constexpr double kReferenceLow = 0.0;
constexpr double kReferenceHigh = 0.43;

struct Cells {
    cv::Mat logNoise;   // CV_32F, natural log of the deviation
    cv::Mat brightness; // CV_32F
    cv::Mat isUsable;   // CV_8U: neither textured nor saturated
};

/// Measures some rows of cells. Filters look beyond the band, so bands join without a seam.
void measureBand(const cv::Mat& luma, const cv::Range& rows, Cells& cells) {
    const cv::Size grid(cells.logNoise.cols, rows.size());
    const cv::Mat band =
        luma(cv::Rect(0, rows.start * kCell, grid.width * kCell, grid.height * kCell));
    cv::Mat residual;
    const cv::Mat kernel = (cv::Mat_<float>(3, 3) << 1, -2, 1, -2, 4, -2, 1, -2, 1);
    cv::filter2D(band, residual, CV_32F, kernel);
    residual = cv::abs(residual);
    cv::Mat smooth;
    cv::boxFilter(band, smooth, CV_32F, {5, 5});
    cv::Mat meanAbsolute;
    cv::resize(residual, meanAbsolute, grid, 0, 0, cv::INTER_AREA);
    cv::Mat brightness = cells.brightness.rowRange(rows);
    cv::resize(smooth, brightness, grid, 0, 0, cv::INTER_AREA);
    cv::Mat square;
    cv::resize(smooth.mul(smooth), square, grid, 0, 0, cv::INTER_AREA);
    const cv::Mat variance = cv::max(square - brightness.mul(brightness), 0.0);
    // Immerkaer's scale: sqrt(pi / 2) / 6 times the mean absolute response.
    const cv::Mat noise = cv::max(meanAbsolute * (std::sqrt(CV_PI / 2) / 6), kFloor);
    cv::Mat logNoise = cells.logNoise.rowRange(rows);
    cv::log(noise, logNoise);
    const cv::Mat usable = (variance < kTextureLimit * kTextureLimit) & (brightness > kDark) &
                           (brightness < kBright) & (noise > 1.5 * kFloor);
    usable.copyTo(cells.isUsable.rowRange(rows));
}

/// @errors Cancelled
Result<Cells> measured(const cv::Mat& luma, const std::stop_token& stop) {
    const cv::Size grid(luma.cols / kCell, luma.rows / kCell);
    Cells cells{cv::Mat(grid, CV_32F), cv::Mat(grid, CV_32F), cv::Mat(grid, CV_8U)};
    const int bands = (grid.height + kBandRows - 1) / kBandRows;
    cv::parallel_for_(cv::Range(0, bands), [&](const cv::Range& range) {
        for (int band = range.start; band < range.end && !stop.stop_requested(); ++band)
            measureBand(luma,
                        cv::Range(band * kBandRows, std::min((band + 1) * kBandRows, grid.height)),
                        cells);
    });
    if (stop.stop_requested())
        return cancelled();
    return cells;
}

double medianOf(std::vector<float> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Log noise expected at a brightness: medians of eight brightness bins, joined by lines.
class BrightnessCurve {
  public:
    explicit BrightnessCurve(const Cells& cells) {
        std::vector<std::vector<float>> bins(kBins);
        std::vector<float> all;
        for (int y = 0; y < cells.logNoise.rows; ++y) {
            for (int x = 0; x < cells.logNoise.cols; ++x) {
                if (cells.isUsable.at<uchar>(y, x) == 0)
                    continue;
                const auto bin = static_cast<std::size_t>(
                    std::clamp(cells.brightness.at<float>(y, x) / 256 * kBins, 0.0F, kBins - 1.0F));
                bins[bin].push_back(cells.logNoise.at<float>(y, x));
                all.push_back(cells.logNoise.at<float>(y, x));
            }
        }
        m_median = medianOf(all);
        for (const auto& bin : bins)
            m_expected.push_back(bin.size() >= kFewestInBin ? medianOf(bin) : m_median);
    }
    [[nodiscard]] double at(double brightness) const {
        const double place = std::clamp(brightness / 256 * kBins - 0.5, 0.0, kBins - 1.0);
        const auto lower = std::min(static_cast<std::size_t>(place), m_expected.size() - 2);
        const double share = place - static_cast<double>(lower);
        return m_expected[lower] * (1 - share) + m_expected[lower + 1] * share;
    }
    [[nodiscard]] double median() const { return m_median; }
    /// How much the noise grows from dark to bright, log units.
    [[nodiscard]] double rise() const { return m_expected[5] - m_expected[1]; }

  private:
    static constexpr std::size_t kBins = 8;
    static constexpr std::size_t kFewestInBin = 6;
    std::vector<double> m_expected;
    double m_median = 0;
};

/// Log ratio to the expected noise; 0 where nothing can be said. @return CV_32F, 3x3 smoothed
cv::Mat ratioMap(const Cells& cells, const BrightnessCurve& curve) {
    cv::Mat ratio = cv::Mat::zeros(cells.logNoise.size(), CV_32F);
    for (int y = 0; y < ratio.rows; ++y) {
        for (int x = 0; x < ratio.cols; ++x) {
            if (cells.isUsable.at<uchar>(y, x) != 0)
                ratio.at<float>(y, x) = static_cast<float>(
                    cells.logNoise.at<float>(y, x) - curve.at(cells.brightness.at<float>(y, x)));
        }
    }
    cv::Mat smooth;
    cv::medianBlur(ratio, smooth, 3);
    return smooth;
}

double spreadOf(const cv::Mat& ratio, const cv::Mat& isUsable) {
    std::vector<float> absolute;
    for (int y = 0; y < ratio.rows; ++y) {
        for (int x = 0; x < ratio.cols; ++x) {
            if (isUsable.at<uchar>(y, x) != 0)
                absolute.push_back(std::abs(ratio.at<float>(y, x)));
        }
    }
    return 1.4826 * medianOf(absolute);
}

class NoiseResidual : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "noise_residual"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        Evidence evidence;
        evidence.analyzer = name();
        evidence.parameters = {{"cell", kCell}, {"threshold", kQuieter}};
        if (std::min(subject.luma.cols, subject.luma.rows) < kSmallestSide) {
            doesNotApply(evidence, kTooSmall);
            return evidence;
        }
        if (!hasAllDetail(subject, evidence))
            return evidence;
        const auto measuredCells = measured(subject.luma, stop);
        if (!measuredCells)
            return tl::unexpected(measuredCells.error());
        const Cells& cells = *measuredCells;
        if (cv::countNonZero(cells.isUsable) < kFewestCells) {
            doesNotApply(evidence, kTooLittleDetail);
            return evidence;
        }
        const BrightnessCurve curve(cells);
        const cv::Mat ratio = ratioMap(cells, curve);
        const double spread = spreadOf(ratio, cells.isUsable);
        evidence.applies = true;
        evidence.statistic = "spread of the noise around the brightness curve, log units";
        evidence.value = spread;
        evidence.referenceLow = kReferenceLow;
        evidence.referenceHigh = kReferenceHigh;
        evidence.map = heatMapFrom(cv::abs(ratio) / 2.0);
        evidence.features = {{"noise.median", curve.median()},
                             {"noise.spread", spread},
                             {"noise.rise", curve.rise()},
                             {"noise.usable", cv::countNonZero(cells.isUsable) /
                                                  static_cast<double>(ratio.total())}};
        addFindings(subject, ratio, spread, curve, evidence);
        return evidence;
    }

  private:
    static void addFindings(const Subject& subject, const cv::Mat& ratio, double spread,
                            const BrightnessCurve& curve, Evidence& evidence) {
        // Depth blur and selective denoising do this to innocent pictures too: hence neutral.
        const double threshold = std::min(kQuieter, -4 * spread);
        const cv::Mat quiet = ratio < threshold;
        const double share = cv::countNonZero(quiet) / static_cast<double>(ratio.total());
        if (share > kSmallestShare && share < kLargestShare) {
            cv::Mat strength;
            quiet.convertTo(strength, CV_32F, 1.0 / 255);
            const auto map = heatMapFrom(strength);
            Finding finding{
                "noise_residual.quieter_region",
                examination::ClueKind::Noise,
                examination::Direction::Neutral,
                std::clamp(0.3 + share, 0.0, 0.5),
                regionsOf(*map, subject.luma.cols, subject.luma.rows, {0.5, kSmallestShare, 3}),
                {{"ratio", std::exp(cv::mean(ratio, quiet)[0])},
                 {"usual", std::exp(-2 * kReferenceHigh)}}};
            if (!finding.regions.empty())
                evidence.findings.push_back(std::move(finding));
        }
        if (curve.rise() > 0.15 && spread < kReferenceHigh && evidence.findings.empty())
            evidence.findings.push_back(
                {"noise_residual.consistent",
                 examination::ClueKind::Noise,
                 examination::Direction::Neutral,
                 0.2,
                 {},
                 {{"rise", std::exp(curve.rise())}, {"level", std::exp(curve.median())}}});
    }
};

} // namespace

std::unique_ptr<Analyzer> makeNoiseResidual() {
    return std::make_unique<NoiseResidual>();
}

} // namespace core::forensics
