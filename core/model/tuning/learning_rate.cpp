// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace core::model {

double rateOf(const TuningOrder& order, int step, int steps) {
    if (!order.rates.empty())
        return order.rates[std::min(static_cast<std::size_t>(step), order.rates.size() - 1)];
    const int warmup = static_cast<int>(std::ceil(order.warmup * steps));
    if (step < warmup)
        return order.rate * step / warmup;
    const double done = static_cast<double>(step - warmup) / std::max(1, steps - warmup);
    switch (order.schedule) {
    case RateSchedule::Cosine:
        return order.rate * 0.5 * (1 + std::cos(std::numbers::pi * done));
    case RateSchedule::Linear:
        return order.rate * (1 - done);
    case RateSchedule::Constant:
        break;
    }
    return order.rate;
}

} // namespace core::model
