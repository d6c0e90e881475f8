// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/support_scale.h"

#include <algorithm>
#include <cmath>

namespace core::model {

namespace {

constexpr double kNormal95 = 1.96;
constexpr double kTail = 0.025;
constexpr double kMostWithoutPixels = 9.9;

double capped(double logRatio, double mostRatio) {
    const double most = std::log(mostRatio);
    return std::exp(std::clamp(logRatio, -most, most));
}

} // namespace

LikelihoodRatio SupportScale::at(double logOdds) const {
    const double middle = offset + slope * logOdds;
    const double variance =
        offsetVariance + 2 * covariance * logOdds + slopeVariance * logOdds * logOdds;
    const double spread = kNormal95 * std::sqrt(std::max(0.0, variance));
    return {capped(middle, mostRatio), capped(middle - spread, mostRatio),
            capped(middle + spread, mostRatio)};
}

LikelihoodRatio JoinedSupport::at(double pixelRatio, double formRatio) const {
    const double pixels = std::log(pixelRatio);
    const double form = std::log(formRatio);
    const bool pixelsSaySomething = std::abs(pixels) >= std::log(kLeastPixelRatio);
    const double most = pixelsSaySomething ? mostRatio : std::min(mostRatio, kMostWithoutPixels);
    const double middle = weights.logRatio(pixels, form);
    if (draws.empty())
        return {capped(middle, most), capped(middle, most), capped(middle, most)};
    std::vector<double> drawn;
    for (const JoinedWeights& each : draws)
        drawn.push_back(each.logRatio(pixels, form));
    std::ranges::sort(drawn);
    const auto at = [&](double share) {
        return capped(drawn[static_cast<std::size_t>(
                          std::lround(share * static_cast<double>(drawn.size() - 1)))],
                      most);
    };
    return {capped(middle, most), at(kTail), at(1 - kTail)};
}

bool JoinedSupport::saysFake(double pixelRatio, double formRatio) const {
    return pixelRatio >= kLeastPixelRatio && at(pixelRatio, formRatio).ratio > fakeAbove;
}

bool JoinedSupport::saysReal(double pixelRatio, double formRatio) const {
    return pixelRatio <= 1 / kLeastPixelRatio && at(pixelRatio, formRatio).ratio < realBelow;
}

} // namespace core::model
