// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace core::model {

struct LikelihoodRatio {
    double ratio = 1; ///< above 1 toward generated
    double low = 1;   ///< 95 % interval
    double high = 1;
};

/// Turns the detector's log-odds into a likelihood ratio with its uncertainty.
struct SupportScale {
    double offset = 0;
    double slope = 1;
    double offsetVariance = 0;
    double covariance = 0;
    double slopeVariance = 0;
    /// No ratio beyond this, in either direction, can be shown with the calibration pictures.
    double mostRatio = 1;

    [[nodiscard]] LikelihoodRatio at(double logOdds) const {
        constexpr double kNormal95 = 1.96;
        const double middle = offset + slope * logOdds;
        const double spread =
            kNormal95 * std::sqrt(std::max(0.0, offsetVariance + 2 * covariance * logOdds +
                                                    slopeVariance * logOdds * logOdds));
        const auto capped = [&](double logRatio) {
            const double most = std::log(mostRatio);
            return std::exp(std::clamp(logRatio, -most, most));
        };
        return {capped(middle), capped(middle - spread), capped(middle + spread)};
    }
};

} // namespace core::model
