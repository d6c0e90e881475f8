// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/logistic_fit.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace core::training {

namespace {

constexpr int kNewtonSteps = 40;
constexpr double kConverged = 1e-7;
/// Keeps the equations solvable where there is no penalty.
constexpr double kLeastCurvature = 1e-9;

} // namespace

std::optional<LogisticFit> fittedLogistic(const LogisticProblem& problem) {
    const cv::Mat& x = problem.inputs;
    LogisticFit fit;
    fit.coefficients = cv::Mat::zeros(x.cols, 1, CV_64F);
    cv::Mat& w = fit.coefficients;
    for (int step = 0; step < kNewtonSteps && !fit.hasConverged; ++step) {
        const cv::Mat z = x * w;
        cv::Mat gradient = -problem.ridge.mul(w);
        cv::Mat hessian = cv::Mat::diag(cv::max(problem.ridge, kLeastCurvature));
        for (int r = 0; r < x.rows; ++r) {
            const auto row = static_cast<std::size_t>(r);
            const double weight = problem.weights[row];
            const double p = 1 / (1 + std::exp(-z.at<double>(r)));
            gradient += weight * ((problem.isFake[row] ? 1.0 : 0.0) - p) * x.row(r).t();
            hessian += weight * p * (1 - p) * x.row(r).t() * x.row(r);
        }
        cv::Mat change;
        if (!cv::solve(hessian, gradient, change, cv::DECOMP_CHOLESKY))
            return std::nullopt;
        w += change;
        fit.hasConverged = cv::norm(change) < kConverged;
    }
    return fit;
}

} // namespace core::training
