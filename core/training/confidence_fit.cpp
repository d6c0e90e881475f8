// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/confidence_fit.h"

#include <array>
#include <cmath>
#include <limits>

namespace core::training {

using evaluation::logOddsOf;

namespace {

constexpr std::array kQualities = {75.0, 88.0, model::kNotJpeg, model::kNotJpeg + 1};
constexpr double kLeast = 0.1;
constexpr double kStep = 0.02;
/// Fewer pictures of a class say nothing about a factor.
constexpr int kFewest = 20;

struct Condition {
    std::array<std::vector<double>, 2> logOdds; ///< of photographs, of fakes

    /// Log loss with both classes weighing alike.
    [[nodiscard]] double loss(double factor) const {
        double sum = 0;
        for (std::size_t kind = 0; kind < 2; ++kind) {
            for (const double value : logOdds[kind])
                sum += std::log1p(std::exp((kind == 1 ? -factor : factor) * value)) /
                       static_cast<double>(logOdds[kind].size());
        }
        return sum;
    }
    [[nodiscard]] bool isEnough() const {
        return logOdds[0].size() >= kFewest && logOdds[1].size() >= kFewest;
    }
};

double bestFactor(const Condition& condition) {
    double best = 1;
    double least = std::numeric_limits<double>::max();
    for (double factor = kLeast; factor <= 1 + kStep / 2; factor += kStep) {
        const double loss = condition.loss(factor);
        if (loss < least) {
            least = loss;
            best = factor;
        }
    }
    return std::min(best, 1.0);
}

} // namespace

std::vector<model::ConfidenceStep>
fittedConfidence(const std::vector<FeatureRow>& rows,
                 const std::vector<evaluation::ScoredPicture>& scores) {
    std::vector<model::ConfidenceStep> steps;
    double from = 0;
    for (const double below : kQualities) {
        Condition condition;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto found = rows[i].evidence.find(model::kFileQuality);
            const double quality =
                found == rows[i].evidence.end() ? model::kNotJpeg : found->second;
            if (quality >= from && quality < below)
                condition.logOdds[scores[i].isFake ? 1 : 0].push_back(logOddsOf(scores[i].score));
        }
        steps.push_back({below, condition.isEnough() ? bestFactor(condition) : 1});
        from = below;
    }
    return steps;
}

std::vector<evaluation::ScoredPicture>
withConfidence(const std::vector<FeatureRow>& rows, std::vector<evaluation::ScoredPicture> scores,
               const std::vector<model::ConfidenceStep>& steps) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double factor = model::confidenceFor(steps, rows[i].evidence);
        scores[i].score = 1 / (1 + std::exp(-factor * logOddsOf(scores[i].score)));
    }
    return scores;
}

} // namespace core::training
