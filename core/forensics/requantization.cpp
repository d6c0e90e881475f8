// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/requantization.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace core::forensics {

namespace {

/// Between the two saves the pixels are rounded twice: to RGB and, in the encoder, to luma. Each
/// rounding has variance 1/12, the first is mixed with weights 0.299, 0.587, 0.114: sigma 0.35. A
/// little is added for the encoders' integer transforms.
constexpr double kRoundingSigma = 0.42;
constexpr double kLargestLogRatio = 3;
constexpr double kFittingProbability = 0.1;
constexpr std::size_t kMostHistogramBlocks = 400'000;
constexpr int kMostCells = 64'000;

double normalCdf(double x) {
    return 0.5 * std::erfc(-x / std::sqrt(2.0));
}

/// The magnitudes whose nearest multiple of the earlier step is the m-th: [first, last].
struct Period {
    int first;
    int last;
    [[nodiscard]] int size() const { return last - first + 1; }
};

Period periodOf(int m, StepPair steps) {
    const double ratio = static_cast<double>(steps.earlier) / steps.last;
    return {m == 0 ? 0 : static_cast<int>(std::floor((m - 0.5) * ratio)) + 1,
            static_cast<int>(std::floor((m + 0.5) * ratio))};
}

/// P(level | the earlier save left the m-th multiple).
double combProbability(int level, int m, StepPair steps) {
    const double center = static_cast<double>(m) * steps.earlier;
    const double upper = ((level + 0.5) * steps.last - center) / kRoundingSigma;
    const double lower = ((level - 0.5) * steps.last - center) / kRoundingSigma;
    return normalCdf(upper) - normalCdf(lower);
}

double massOf(std::span<const double> counts, Period period) {
    double mass = 0;
    for (int level = period.first; level <= period.last && level < kLevels; ++level)
        mass += counts[static_cast<std::size_t>(level)];
    return mass;
}

/// P(level | its period, saved once): a line in the logarithm through the neighboring periods'
/// masses.
std::vector<double> envelopeIn(Period period, int m, StepPair steps,
                               std::span<const double> counts) {
    std::vector<double> share(static_cast<std::size_t>(period.size()), 1.0 / period.size());
    if (m == 0)
        return share;
    const double before = m > 1 ? massOf(counts, periodOf(m - 1, steps)) : massOf(counts, period);
    const double after = massOf(counts, periodOf(m + 1, steps));
    const int apart = m > 1 ? 2 : 1;
    const double slope = std::log((after + 1) / (before + 1)) / apart * steps.last / steps.earlier;
    double sum = 0;
    for (int i = 0; i < period.size(); ++i)
        sum += share[static_cast<std::size_t>(i)] = std::exp(std::clamp(slope, -1.0, 1.0) * i);
    for (double& value : share)
        value /= sum;
    return share;
}

std::vector<double> measuredIn(Period period, std::span<const double> counts) {
    // One count spread over the period keeps an empty one uniform.
    const double floor = 1.0 / period.size();
    const double mass = massOf(counts, period) + 1;
    std::vector<double> share;
    for (int level = period.first; level <= period.last; ++level) {
        const double count = level < kLevels ? counts[static_cast<std::size_t>(level)] : 0;
        share.push_back((count + floor) / mass);
    }
    return share;
}

void addPeriod(int m, StepPair steps, std::span<const double> counts, const EvidenceModel& model,
               LevelEvidence& evidence) {
    const Period period = periodOf(m, steps);
    if (period.size() < 2)
        return; // one level per multiple: both explanations are alike
    const auto usual = model.baseline == Baseline::Smooth ? envelopeIn(period, m, steps, counts)
                                                          : measuredIn(period, counts);
    for (int level = std::max(period.first, 1); level <= period.last && level < kLevels - 1;
         ++level) {
        const auto at = static_cast<std::size_t>(level);
        const double comb = combProbability(level, m, steps);
        const double share = usual[static_cast<std::size_t>(level - period.first)];
        // Whoever fits neither explanation spreads like the baseline.
        const double mixed = (1 - model.outlierShare) * comb + model.outlierShare * share;
        const double logRatio =
            std::clamp(std::log(mixed / share), -kLargestLogRatio, kLargestLogRatio);
        const bool isFitting = comb >= kFittingProbability;
        // Near zero the baseline depends on how smooth the place is, so only misfits tell
        // something.
        evidence.logRatio[at] = static_cast<float>(m == 0 ? std::min(logRatio, 0.0) : logRatio);
        evidence.fits[at] = isFitting && m > 0;
        evidence.counts[at] = !isFitting || m > 0;
    }
}

std::size_t levelOf(int coefficient) {
    return static_cast<std::size_t>(std::min(std::abs(coefficient), kLevels - 1));
}

void addBlock(const std::array<std::int16_t, 64>& block,
              const std::array<const LevelEvidence*, 64>& evidence, EvidenceGrid& sums,
              cv::Point cell) {
    float logRatio = 0;
    int counted = 0;
    int fitting = 0;
    for (std::size_t f = 1; f < 64; ++f) {
        if (block[f] == 0 || evidence[f] == nullptr)
            continue;
        const std::size_t level = levelOf(block[f]);
        logRatio += evidence[f]->logRatio[level];
        counted += evidence[f]->counts[level] ? 1 : 0;
        fitting += evidence[f]->fits[level] ? 1 : 0;
    }
    sums.logRatio.at<float>(cell) += logRatio;
    sums.counted.at<float>(cell) += static_cast<float>(counted);
    sums.fitting.at<float>(cell) += static_cast<float>(fitting);
}

constexpr std::array<int, 63> kZigzagAc = {
    1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,  12, 19, 26, 33, 40, 48,
    41, 34, 27, 20, 13, 6,  7,  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15,
    23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

} // namespace

double LevelEvidence::misfitShare() const {
    const auto counting = std::ranges::count(counts, true);
    const auto fitting = std::ranges::count(fits, true);
    return counting == 0 ? 0.0 : 1.0 - static_cast<double>(fitting) / static_cast<double>(counting);
}

LevelEvidence levelEvidence(StepPair steps, std::span<const double> counts,
                            const EvidenceModel& model) {
    LevelEvidence evidence;
    if (steps.earlier <= steps.last)
        return evidence;
    for (int m = 0; periodOf(m, steps).first < kLevels - 1; ++m)
        addPeriod(m, steps, counts, model, evidence);
    return evidence;
}

LevelHistogram levelHistogram(const image::JpegCoefficients& coefficients, const cv::Mat& usable,
                              const std::stop_token& stop) {
    LevelHistogram histogram{};
    const int step = static_cast<int>(coefficients.luma.size() / kMostHistogramBlocks) + 1;
    for (int y = 0; y < coefficients.blocksHigh && !stop.stop_requested(); y += step) {
        const auto* use = usable.ptr<std::uint8_t>(y);
        const auto* blocks =
            coefficients.luma.data() + static_cast<std::ptrdiff_t>(y) * coefficients.blocksWide;
        for (int x = 0; x < coefficients.blocksWide; ++x) {
            if (use[x] == 0)
                continue;
            for (std::size_t f = 1; f < 64; ++f)
                ++histogram[f][levelOf(blocks[x][f])];
        }
    }
    return histogram;
}

std::span<const int> zigzagAc() {
    return kZigzagAc;
}

CellGrid cellGridFor(int blocksWide, int blocksHigh) {
    CellGrid grid;
    const auto cells = [&](int side) {
        grid.columns = (blocksWide + side - 1) / side;
        grid.rows = (blocksHigh + side - 1) / side;
        return static_cast<long long>(grid.columns) * grid.rows;
    };
    while (cells(grid.blocksPerSide) > kMostCells)
        ++grid.blocksPerSide;
    return grid;
}

EvidenceGrid gatherEvidence(const image::JpegCoefficients& coefficients, const cv::Mat& usable,
                            const CellGrid& grid,
                            const std::array<const LevelEvidence*, 64>& evidence,
                            const std::stop_token& stop) {
    const auto empty = [&] { return cv::Mat(cv::Mat::zeros(grid.rows, grid.columns, CV_32F)); };
    EvidenceGrid sums{empty(), empty(), empty()};
    for (int y = 0; y < coefficients.blocksHigh && !stop.stop_requested(); ++y) {
        const auto* use = usable.ptr<std::uint8_t>(y);
        const auto* blocks =
            coefficients.luma.data() + static_cast<std::ptrdiff_t>(y) * coefficients.blocksWide;
        for (int x = 0; x < coefficients.blocksWide; ++x) {
            if (use[x] != 0)
                addBlock(blocks[x], evidence, sums,
                         {x / grid.blocksPerSide, y / grid.blocksPerSide});
        }
    }
    return sums;
}

} // namespace core::forensics
