// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/earlier_steps.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace core::forensics {

namespace {

constexpr std::size_t kFrequencies = 20;
constexpr int kCoarsestStep = 80;
// A picture may hold a large part that lacks the earlier save, so the search tolerates misfits.
constexpr double kOutliersInSearch = 0.25;
constexpr double kOutliersInPlace = 0.03;
constexpr double kSmallestGain = 20;
constexpr double kSmallestGainPerCoefficient = 0.1;
constexpr double kSmallestMisfitShare = 0.25; // else two saves look like one
constexpr std::size_t kFewestFrequencies = 4;
constexpr double kSmallestTotalGain = 150;

EarlierStep fitted(StepPair steps, std::span<const double> counts) {
    EarlierStep fit;
    fit.step = steps.earlier;
    fit.evidence = levelEvidence(steps, counts, {Baseline::Smooth, kOutliersInSearch});
    for (std::size_t level = 1; level < kLevels; ++level) {
        fit.gain += counts[level] * fit.evidence.logRatio[level];
        fit.counted += fit.evidence.counts[level] ? counts[level] : 0;
    }
    return fit;
}

/// Below one and a half last steps the first multiple stays at level 1, where the natural decay of
/// the histogram looks the same.
EarlierStep bestStep(int frequency, int last, std::span<const double> counts,
                     const std::stop_token& stop) {
    EarlierStep best;
    for (int step = (3 * last + 1) / 2; step <= kCoarsestStep && !stop.stop_requested(); ++step) {
        const EarlierStep fit = fitted({step, last}, counts);
        if (fit.gain > best.gain && fit.evidence.misfitShare() >= kSmallestMisfitShare)
            best = fit;
    }
    best.frequency = frequency;
    return best;
}

int nearestQuality(const std::vector<EarlierStep>& steps) {
    int nearest = 0;
    double smallest = std::numeric_limits<double>::max();
    for (int quality = 1; quality <= 100 && !steps.empty(); ++quality) {
        const auto table = image::standardLumaTable(quality);
        double difference = 0;
        for (const EarlierStep& step : steps)
            difference += std::abs(std::log(static_cast<double>(step.step) /
                                            table[static_cast<std::size_t>(step.frequency)]));
        if (difference < smallest) {
            smallest = difference;
            nearest = quality;
        }
    }
    return nearest;
}

} // namespace

bool EarlierSteps::areMeasurable() const {
    return steps.size() >= kFewestFrequencies && gain >= kSmallestTotalGain;
}

EarlierSteps earlierSteps(const LevelHistogram& histogram, const image::QuantizationTable& last,
                          const std::stop_token& stop) {
    EarlierSteps found;
    for (const int frequency : zigzagAc().first(kFrequencies)) {
        if (stop.stop_requested())
            return found;
        const auto at = static_cast<std::size_t>(frequency);
        EarlierStep best = bestStep(frequency, last[at], histogram[at], stop);
        if (best.gain < kSmallestGain || best.gain < kSmallestGainPerCoefficient * best.counted)
            continue;
        best.evidence = levelEvidence({best.step, last[at]}, histogram[at],
                                      {Baseline::Smooth, kOutliersInPlace});
        found.gain += best.gain;
        found.steps.push_back(best);
    }
    for (const EarlierStep& step : found.steps)
        found.expectedMisfit +=
            step.evidence.misfitShare() / static_cast<double>(found.steps.size());
    found.quality = nearestQuality(found.steps);
    return found;
}

} // namespace core::forensics
