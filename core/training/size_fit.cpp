// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/size_fit.h"

#include "core/training/logistic_fit.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace core::training {

using evaluation::logOddsOf;

namespace {

/// Photographs, generated and manipulated pictures.
constexpr std::size_t kKinds = 3;
using Counts = std::array<int, kKinds>;

std::size_t kindOf(const FeatureRow& row) {
    if (row.isGenerated)
        return 1;
    return row.isManipulated ? 2 : 0;
}

double megapixelsOf(const FeatureRow& row) {
    return static_cast<double>(row.width) * row.height / 1e6;
}

std::vector<double> weightsOf(const std::vector<FeatureRow>& rows) {
    std::array<Counts, kSizeRanges.size()> counts{};
    Counts all{};
    for (const FeatureRow& row : rows) {
        ++counts[sizeRangeOf(row)][kindOf(row)];
        ++all[kindOf(row)];
    }
    const double fakes = std::max(1, all[1] + all[2]);
    const std::array<double, kKinds> shares = {1, all[1] / fakes, all[2] / fakes};
    std::vector<double> weights;
    for (const FeatureRow& row : rows) {
        const std::size_t kind = kindOf(row);
        weights.push_back(shares[kind] / counts[sizeRangeOf(row)][kind]);
    }
    return weights;
}

/// @return [rows, 2]: log-odds, their product with the octaves
cv::Mat inputsOf(const std::vector<FeatureRow>& rows,
                 const std::vector<evaluation::ScoredPicture>& scores) {
    cv::Mat inputs(static_cast<int>(rows.size()), 2, CV_64F);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double logOdds = logOddsOf(scores[i].score);
        auto* row = inputs.ptr<double>(static_cast<int>(i));
        row[0] = logOdds;
        row[1] = logOdds * model::octavesOf(megapixelsOf(rows[i]));
    }
    return inputs;
}

} // namespace

std::size_t sizeRangeOf(const FeatureRow& row) {
    std::size_t range = 0;
    while (megapixelsOf(row) >= kSizeRanges[range].below)
        ++range;
    return range;
}

model::SizeFactor fittedSize(const std::vector<FeatureRow>& rows,
                             const std::vector<evaluation::ScoredPicture>& scores) {
    const auto isFake = [](const evaluation::ScoredPicture& each) { return each.isFake; };
    if (std::ranges::all_of(scores, isFake) || std::ranges::none_of(scores, isFake))
        return {};
    LogisticProblem problem;
    problem.inputs = inputsOf(rows, scores);
    problem.weights = weightsOf(rows);
    for (const evaluation::ScoredPicture& each : scores)
        problem.isFake.push_back(each.isFake);
    problem.ridge = cv::Mat::zeros(problem.inputs.cols, 1, CV_64F);
    const auto fit = fittedLogistic(problem);
    if (!fit || !fit->hasConverged)
        return {};
    return {fit->coefficients.at<double>(0), fit->coefficients.at<double>(1)};
}

std::vector<evaluation::ScoredPicture> withSize(const std::vector<FeatureRow>& rows,
                                                std::vector<evaluation::ScoredPicture> scores,
                                                const model::SizeFactor& size) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double logOdds = size.at(megapixelsOf(rows[i])) * logOddsOf(scores[i].score);
        scores[i].score = 1 / (1 + std::exp(-logOdds));
    }
    return scores;
}

} // namespace core::training
