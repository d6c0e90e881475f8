// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/curves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>

namespace core::evaluation {

namespace {

constexpr std::size_t kBins = 15;

std::vector<ScoredPicture> highestFirst(std::span<const ScoredPicture> pictures) {
    std::vector<ScoredPicture> sorted(pictures.begin(), pictures.end());
    std::ranges::stable_sort(sorted, std::greater<>{}, &ScoredPicture::score);
    return sorted;
}

} // namespace

std::vector<Point> rocCurve(std::span<const ScoredPicture> pictures) {
    const auto sorted = highestFirst(pictures);
    const auto fakes = static_cast<double>(std::ranges::count_if(sorted, &ScoredPicture::isFake));
    const double reals = static_cast<double>(sorted.size()) - fakes;
    if (fakes == 0 || reals == 0)
        return {};
    std::vector<Point> curve = {{0, 0}};
    double found = 0;
    double accused = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        (sorted[i].isFake ? found : accused) += 1;
        if (i + 1 == sorted.size() || sorted[i + 1].score != sorted[i].score)
            curve.push_back({accused / reals, found / fakes});
    }
    return curve;
}

std::vector<ReliabilityBin> reliability(std::span<const ScoredPicture> pictures) {
    std::array<ReliabilityBin, kBins> bins;
    for (const ScoredPicture& picture : pictures) {
        const auto at = static_cast<std::size_t>(std::clamp(picture.score, 0.0, 1.0) * kBins);
        ReliabilityBin& bin = bins[std::min(at, kBins - 1)];
        bin.score += picture.score;
        bin.share += picture.isFake ? 1 : 0;
        ++bin.count;
    }
    std::vector<ReliabilityBin> filled;
    for (const ReliabilityBin& bin : bins) {
        if (bin.count > 0)
            filled.push_back({bin.score / bin.count, bin.share / bin.count, bin.count});
    }
    return filled;
}

std::vector<Point> riskCoverage(std::span<const ScoredPicture> pictures) {
    std::vector<ScoredPicture> sorted(pictures.begin(), pictures.end());
    const auto certainty = [](const ScoredPicture& p) { return std::abs(p.score - 0.5); };
    std::ranges::stable_sort(sorted, std::greater<>{}, certainty);
    std::vector<Point> curve;
    double errors = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        errors += (sorted[i].score >= 0.5) != sorted[i].isFake ? 1 : 0;
        const auto answered = static_cast<double>(i + 1);
        if (i + 1 == sorted.size() || certainty(sorted[i + 1]) != certainty(sorted[i]))
            curve.push_back({answered / static_cast<double>(sorted.size()), errors / answered});
    }
    return curve;
}

double calibrationErrorByWidth(std::span<const ScoredPicture> pictures) {
    double error = 0;
    for (const ReliabilityBin& bin : reliability(pictures))
        error += bin.count * std::abs(bin.score - bin.share);
    return pictures.empty() ? 0 : error / static_cast<double>(pictures.size());
}

double brierScore(std::span<const ScoredPicture> pictures) {
    double sum = 0;
    for (const ScoredPicture& picture : pictures) {
        const double distance = picture.score - (picture.isFake ? 1 : 0);
        sum += distance * distance;
    }
    return pictures.empty() ? 0 : sum / static_cast<double>(pictures.size());
}

} // namespace core::evaluation
