// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/support_fit.h"

#include "core/training/logistic_fit.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
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
constexpr double kMostOffset = 5; ///< of log ratios
constexpr int kHalvings = 40;

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

/// Inputs of a regression, one row a picture; a constant is added behind them.
struct Inputs {
    cv::Mat values; ///< [rows, columns], CV_64F
    std::vector<bool> isFake;
    std::vector<double> weights;
};

/// The coefficients, the constant last; nothing when a class is missing.
std::optional<std::vector<double>> coefficientsOf(const Inputs& inputs,
                                                  const std::vector<std::size_t>& chosen) {
    std::array<double, 2> totals{};
    for (const std::size_t i : chosen)
        totals[inputs.isFake[i] ? 1 : 0] += inputs.weights[i];
    if (totals[0] <= 0 || totals[1] <= 0)
        return std::nullopt;
    const int columns = inputs.values.cols;
    LogisticProblem problem;
    problem.inputs.create(static_cast<int>(chosen.size()), columns + 1, CV_64F);
    for (std::size_t r = 0; r < chosen.size(); ++r) {
        auto* row = problem.inputs.ptr<double>(static_cast<int>(r));
        std::copy_n(inputs.values.ptr<double>(static_cast<int>(chosen[r])), columns, row);
        row[columns] = 1;
        const bool isFake = inputs.isFake[chosen[r]];
        problem.isFake.push_back(isFake);
        problem.weights.push_back(inputs.weights[chosen[r]] / totals[isFake ? 1 : 0] *
                                  static_cast<double>(chosen.size()));
    }
    problem.ridge = cv::Mat::zeros(columns + 1, 1, CV_64F);
    const auto fit = fittedLogistic(problem);
    if (!fit || !fit->hasConverged)
        return std::nullopt;
    return std::vector<double>(fit->coefficients.begin<double>(), fit->coefficients.end<double>());
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

/// A regression and the same on draws of sources.
struct DrawnFit {
    std::vector<double> all; ///< empty when there is none
    std::vector<std::vector<double>> draws;
};

DrawnFit drawnFit(const std::vector<FeatureRow>& rows, const Inputs& inputs, std::uint64_t seed) {
    RowsOfSource bySource;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bySource[rows[i].source].push_back(i);
        all.push_back(i);
    }
    DrawnFit fit;
    fit.all = coefficientsOf(inputs, all).value_or(std::vector<double>());
    std::mt19937_64 random(seed);
    for (int i = 0; i < kResamplings && !fit.all.empty(); ++i) {
        if (auto drawn = coefficientsOf(inputs, resampled(bySource, random)))
            fit.draws.push_back(std::move(*drawn));
    }
    return fit;
}

Inputs inputsFor(const std::vector<FeatureRow>& rows, int columns) {
    Inputs inputs{
        cv::Mat::zeros(static_cast<int>(rows.size()), columns, CV_64F), {}, weightsOf(rows)};
    for (const FeatureRow& row : rows)
        inputs.isFake.push_back(isFake(row));
    return inputs;
}

double mostRatioOf(const std::vector<FeatureRow>& rows, const std::vector<double>& weights) {
    return std::max(
        1.0, std::min(effectiveCount(rows, weights, false), effectiveCount(rows, weights, true)) /
                 kRuleOfThree);
}

/// A form's ratio counts at most for what it is: a fit that trusts it more would undo its cap, and
/// places whose photographs have generators' sizes would pay for it. The offset is found anew, so
/// that the classes' mean probabilities stay right.
model::JoinedWeights withCappedForm(model::JoinedWeights weights, const Inputs& inputs) {
    if (weights.form <= 1)
        return weights;
    weights.form = 1;
    std::array<double, 2> totals{};
    for (std::size_t i = 0; i < inputs.weights.size(); ++i)
        totals[inputs.isFake[i] ? 1 : 0] += inputs.weights[i];
    const auto surplus = [&](double offset) {
        weights.offset = offset;
        double sum = 0;
        for (std::size_t i = 0; i < inputs.weights.size(); ++i) {
            const auto* row = inputs.values.ptr<double>(static_cast<int>(i));
            const double p = 1 / (1 + std::exp(-weights.logRatio(row[0], row[1])));
            sum += inputs.weights[i] / totals[inputs.isFake[i] ? 1 : 0] *
                   (p - (inputs.isFake[i] ? 1 : 0));
        }
        return sum;
    };
    double low = -kMostOffset;
    double high = kMostOffset;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (surplus(middle) > 0 ? high : low) = middle;
    }
    weights.offset = (low + high) / 2;
    return weights;
}

} // namespace

model::SupportScale fittedSupport(const std::vector<FeatureRow>& rows,
                                  const std::vector<ScoredPicture>& scores, std::uint64_t seed) {
    Inputs inputs = inputsFor(rows, 1);
    for (std::size_t i = 0; i < rows.size(); ++i)
        inputs.values.at<double>(static_cast<int>(i), 0) = logOddsOf(scores[i].score);
    const DrawnFit fit = drawnFit(rows, inputs, seed);
    model::SupportScale scale;
    if (fit.all.empty())
        return scale;
    scale.slope = fit.all[0];
    scale.offset = fit.all[1];
    for (const std::vector<double>& each : fit.draws) {
        const double slope = each[0] - scale.slope;
        const double offset = each[1] - scale.offset;
        const auto n = static_cast<double>(fit.draws.size());
        scale.offsetVariance += offset * offset / n;
        scale.covariance += offset * slope / n;
        scale.slopeVariance += slope * slope / n;
    }
    scale.mostRatio = mostRatioOf(rows, inputs.weights);
    return scale;
}

model::JoinedSupport fittedJoin(const std::vector<FeatureRow>& rows,
                                const std::vector<double>& pixelRatios,
                                const std::vector<double>& formRatios, std::uint64_t seed) {
    Inputs inputs = inputsFor(rows, 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto* row = inputs.values.ptr<double>(static_cast<int>(i));
        row[0] = std::log(pixelRatios[i]);
        row[1] = std::log(formRatios[i]);
    }
    const DrawnFit fit = drawnFit(rows, inputs, seed);
    model::JoinedSupport joined;
    if (fit.all.empty())
        return joined;
    const auto weightsFrom = [&](const std::vector<double>& each) {
        return withCappedForm({each[2], each[0], each[1]}, inputs);
    };
    joined.weights = weightsFrom(fit.all);
    for (const std::vector<double>& each : fit.draws)
        joined.draws.push_back(weightsFrom(each));
    joined.mostRatio = mostRatioOf(rows, inputs.weights);
    return joined;
}

void fitJoinedVerdicts(const JoinedScores& scores, const Promises& promises,
                       model::JoinedSupport& joined) {
    constexpr double kNoVerdict = 0.5;
    std::vector<ScoredPicture> both;
    for (std::size_t i = 0; i < scores.rows.size(); ++i) {
        const double ratio = joined.at(scores.pixels[i], scores.form[i]).ratio;
        double share = ratio / (1 + ratio);
        if (scores.pixels[i] < model::kLeastPixelRatio)
            share = std::min(kNoVerdict, share);
        if (scores.pixels[i] > 1 / model::kLeastPixelRatio)
            share = std::max(kNoVerdict, share);
        both.push_back({share, scores.byPixels[i].isFake});
    }
    const Thresholds shares = fittedThresholds(scores.rows, both, promises);
    joined.realBelow = shares.realBelow / (1 - shares.realBelow);
    joined.fakeAbove = shares.fakeAbove / (1 - shares.fakeAbove);
}

Thresholds thresholdsBesideJoined(const JoinedScores& scores, const model::JoinedSupport& joined) {
    Thresholds thresholds;
    for (std::size_t i = 0; i < scores.rows.size(); ++i) {
        const ScoredPicture& each = scores.byPixels[i];
        if (!each.isFake && !joined.saysFake(scores.pixels[i], scores.form[i]))
            thresholds.fakeAbove = std::max(thresholds.fakeAbove, each.score);
        if (each.isFake && !joined.saysReal(scores.pixels[i], scores.form[i]))
            thresholds.realBelow = std::min(thresholds.realBelow, each.score);
    }
    return thresholds;
}

} // namespace core::training
