// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/support_fit.h"

#include "core/training/logistic_fit.h"

#include <opencv2/core.hpp>

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>

namespace core::training {

using evaluation::logOddsOf;
using evaluation::ScoredPicture;

namespace {

constexpr int kResamplings = 200;
/// With n pictures of a class and no error, the 95 % bound of the error rate is 3 / n.
constexpr double kRuleOfThree = 3;

struct Line {
    double offset = 0;
    double slope = 1;
};

using RowsOfSource = std::map<std::string, std::vector<std::size_t>>;

std::vector<double> weightsOf(const std::vector<FeatureRow>& rows) {
    std::map<std::pair<std::string, bool>, double> counts;
    for (const FeatureRow& row : rows)
        ++counts[{row.source, isFake(row)}];
    std::vector<double> weights;
    for (const FeatureRow& row : rows)
        weights.push_back(1 / std::sqrt(counts[{row.source, isFake(row)}]));
    return weights;
}

/// How many pictures that weigh alike would say as much as these.
double effectiveCount(const std::vector<FeatureRow>& rows, const std::vector<double>& weights,
                      bool fakes) {
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isFake(rows[i]) != fakes)
            continue;
        sum += weights[i];
        squares += weights[i] * weights[i];
    }
    return squares > 0 ? sum * sum / squares : 0;
}

std::optional<Line> lineThrough(const std::vector<ScoredPicture>& scores,
                                const std::vector<double>& weights,
                                const std::vector<std::size_t>& chosen) {
    std::array<double, 2> totals{};
    for (const std::size_t i : chosen)
        totals[scores[i].isFake ? 1 : 0] += weights[i];
    if (totals[0] <= 0 || totals[1] <= 0)
        return std::nullopt;
    LogisticProblem problem;
    problem.inputs.create(static_cast<int>(chosen.size()), 2, CV_64F);
    for (std::size_t r = 0; r < chosen.size(); ++r) {
        const ScoredPicture& each = scores[chosen[r]];
        auto* row = problem.inputs.ptr<double>(static_cast<int>(r));
        row[0] = logOddsOf(each.score);
        row[1] = 1;
        problem.isFake.push_back(each.isFake);
        problem.weights.push_back(weights[chosen[r]] / totals[each.isFake ? 1 : 0] *
                                  static_cast<double>(chosen.size()));
    }
    problem.ridge = cv::Mat::zeros(2, 1, CV_64F);
    const auto fit = fittedLogistic(problem);
    if (!fit || !fit->hasConverged)
        return std::nullopt;
    return Line{fit->coefficients.at<double>(1), fit->coefficients.at<double>(0)};
}

std::vector<std::size_t> resampled(const RowsOfSource& bySource, std::mt19937_64& random) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < bySource.size(); ++i) {
        const auto drawn =
            std::next(bySource.begin(), static_cast<std::ptrdiff_t>(random() % bySource.size()));
        chosen.insert(chosen.end(), drawn->second.begin(), drawn->second.end());
    }
    return chosen;
}

void addSpread(const std::vector<Line>& lines, model::SupportScale& scale) {
    for (const Line& line : lines) {
        const double offset = line.offset - scale.offset;
        const double slope = line.slope - scale.slope;
        const auto n = static_cast<double>(lines.size());
        scale.offsetVariance += offset * offset / n;
        scale.covariance += offset * slope / n;
        scale.slopeVariance += slope * slope / n;
    }
}

} // namespace

model::SupportScale fittedSupport(const std::vector<FeatureRow>& rows,
                                  const std::vector<ScoredPicture>& scores, std::uint64_t seed) {
    RowsOfSource bySource;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bySource[rows[i].source].push_back(i);
        all.push_back(i);
    }
    const std::vector<double> weights = weightsOf(rows);
    const auto line = lineThrough(scores, weights, all);
    model::SupportScale scale;
    if (!line)
        return scale;
    scale.offset = line->offset;
    scale.slope = line->slope;
    std::mt19937_64 random(seed);
    std::vector<Line> lines;
    for (int i = 0; i < kResamplings; ++i) {
        if (const auto drawn = lineThrough(scores, weights, resampled(bySource, random)))
            lines.push_back(*drawn);
    }
    addSpread(lines, scale);
    scale.mostRatio = std::max(
        1.0, std::min(effectiveCount(rows, weights, false), effectiveCount(rows, weights, true)) /
                 kRuleOfThree);
    return scale;
}

} // namespace core::training
