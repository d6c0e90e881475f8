// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scores.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core::evaluation {

namespace {

constexpr double kTail = 0.05;

/// P(X <= k) for X binomial(n, p), summed in logarithms.
double binomialCumulative(int k, int n, double p) {
    if (p <= 0)
        return 1;
    if (p >= 1)
        return k >= n ? 1 : 0;
    double sum = 0;
    for (int i = 0; i <= k; ++i) {
        const double log = std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0) +
                           i * std::log(p) + (n - i) * std::log1p(-p);
        sum += std::exp(log);
    }
    return std::min(sum, 1.0);
}

/// The rate at which seeing at most `events` has probability `tail`.
double upperAt(int events, int trials, double tail) {
    if (trials <= 0 || events >= trials)
        return 1;
    double low = static_cast<double>(events) / trials;
    double high = 1;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (binomialCumulative(events, trials, middle) > tail ? low : high) = middle;
    }
    return high;
}

} // namespace

double logOddsOf(double probability) {
    return std::log(probability / (1 - probability));
}

double areaUnderCurve(std::span<const ScoredPicture> pictures) {
    std::vector<ScoredPicture> sorted(pictures.begin(), pictures.end());
    std::ranges::sort(sorted, {}, &ScoredPicture::score);
    double rankSum = 0;
    double fakes = 0;
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i;
        double fakesHere = 0;
        while (end < sorted.size() && sorted[end].score == sorted[i].score)
            fakesHere += sorted[end++].isFake ? 1 : 0;
        rankSum += fakesHere * (static_cast<double>(i + end + 1) / 2);
        fakes += fakesHere;
        i = end;
    }
    const double reals = static_cast<double>(sorted.size()) - fakes;
    if (fakes == 0 || reals == 0)
        return 0.5;
    return (rankSum - fakes * (fakes + 1) / 2) / (fakes * reals);
}

double upperRate(int events, int trials) {
    return upperAt(events, trials, kTail);
}

Interval rateInterval(int events, int trials) {
    if (trials <= 0)
        return {};
    // The lower end mirrors the upper end of the complement.
    return {1 - upperAt(trials - events, trials, kTail / 2), upperAt(events, trials, kTail / 2)};
}

double thresholdForFalseAccusations(std::span<const ScoredPicture> pictures, double rate) {
    std::vector<double> reals;
    for (const ScoredPicture& picture : pictures) {
        if (!picture.isFake)
            reals.push_back(picture.score);
    }
    std::ranges::sort(reals, std::greater<>{});
    const int count = static_cast<int>(reals.size());
    double threshold = std::numeric_limits<double>::infinity();
    for (int errors = 0; errors < count && upperRate(errors, count) <= rate; ++errors)
        threshold = reals[static_cast<std::size_t>(errors)];
    return threshold;
}

double thresholdForMissedFakes(std::span<const ScoredPicture> pictures, double rate) {
    std::vector<ScoredPicture> mirrored;
    for (const ScoredPicture& picture : pictures)
        mirrored.push_back({-picture.score, !picture.isFake});
    return -thresholdForFalseAccusations(mirrored, rate);
}

double calibrationError(std::span<const ScoredPicture> pictures) {
    constexpr std::size_t kBins = 10;
    std::vector<ScoredPicture> sorted(pictures.begin(), pictures.end());
    std::ranges::stable_sort(sorted, {}, &ScoredPicture::score);
    double error = 0;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        const std::size_t begin = bin * sorted.size() / kBins;
        const std::size_t end = (bin + 1) * sorted.size() / kBins;
        double difference = 0;
        for (std::size_t i = begin; i < end; ++i)
            difference += sorted[i].score - (sorted[i].isFake ? 1 : 0);
        error += std::abs(difference);
    }
    return sorted.empty() ? 0 : error / static_cast<double>(sorted.size());
}

} // namespace core::evaluation
