// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <optional>
#include <vector>

namespace core::training {

/// What a logistic regression is fitted to.
struct LogisticProblem {
    cv::Mat inputs;              ///< [rows, columns], CV_64F
    std::vector<bool> isFake;    ///< one per row
    std::vector<double> weights; ///< one per row
    cv::Mat ridge;               ///< [columns, 1], CV_64F: L2 penalty, 0 for none
};

struct LogisticFit {
    cv::Mat coefficients; ///< [columns, 1], CV_64F
    bool hasConverged = false;
};

/// Newton's method. @return nothing when the equations cannot be solved
[[nodiscard]] std::optional<LogisticFit> fittedLogistic(const LogisticProblem& problem);

} // namespace core::training
