// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/size_fit.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace core::training {

using evaluation::logOddsOf;

namespace {

constexpr int kNewtonSteps = 40;
constexpr double kConverged = 1e-9;
constexpr double kRidge = 1e-6; ///< keeps the equations solvable; the weights sum to eight at most

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
    const std::vector<double> weights = weightsOf(rows);
    const cv::Mat x = inputsOf(rows, scores);
    cv::Mat w = (cv::Mat_<double>(2, 1) << 1, 0);
    for (int step = 0; step < kNewtonSteps; ++step) {
        const cv::Mat z = x * w;
        cv::Mat gradient = cv::Mat::zeros(2, 1, CV_64F);
        cv::Mat hessian = cv::Mat::eye(2, 2, CV_64F) * kRidge;
        for (int r = 0; r < x.rows; ++r) {
            const auto row = static_cast<std::size_t>(r);
            const double p = 1 / (1 + std::exp(-z.at<double>(r)));
            const double truth = scores[row].isFake ? 1 : 0;
            gradient += weights[row] * (truth - p) * x.row(r).t();
            hessian += weights[row] * p * (1 - p) * x.row(r).t() * x.row(r);
        }
        cv::Mat change;
        if (!cv::solve(hessian, gradient, change, cv::DECOMP_CHOLESKY))
            return {};
        w += change;
        if (cv::norm(change) < kConverged)
            return {w.at<double>(0), w.at<double>(1)};
    }
    return {};
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
