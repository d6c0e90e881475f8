// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

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

    [[nodiscard]] LikelihoodRatio at(double logOdds) const;
};

/// What two lines of evidence weigh beside each other, in log ratios.
struct JoinedWeights {
    double offset = 0;
    double pixels = 1;
    double form = 1;

    [[nodiscard]] double logRatio(double pixelLogRatio, double formLogRatio) const {
        return offset + pixels * pixelLogRatio + form * formLogRatio;
    }
};

/// Joins the ratio of the pixels and that of the file's form as they occurred together.
struct JoinedSupport {
    JoinedWeights weights;
    std::vector<JoinedWeights> draws; ///< the same, fitted to draws of sources
    double mostRatio = 1;             ///< see SupportScale
    /// Joined ratios at which both together give a verdict, where the pixels lean the same way by a
    /// ratio of 2; by default none does.
    double realBelow = 0;
    double fakeAbove = std::numeric_limits<double>::max();

    /// Without pixels that say something by themselves (a ratio of 2 in either direction) the form
    /// is no more than limited support: the ratio stays below 10.
    [[nodiscard]] LikelihoodRatio at(double pixelRatio, double formRatio) const;

    [[nodiscard]] bool saysFake(double pixelRatio, double formRatio) const;
    [[nodiscard]] bool saysReal(double pixelRatio, double formRatio) const;
};

/// What the pixels must count by themselves before the form of the file may add to them: a ratio
/// above this, or below its inverse.
inline constexpr double kLeastPixelRatio = 2;

} // namespace core::model
