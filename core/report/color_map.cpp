// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/color_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::report {

namespace {

struct Stop {
    double red;
    double green;
    double blue;
};

/// Evenly spaced stops; between them the color is interpolated.
constexpr std::array<Stop, 6> kStops = {{{0, 34, 78},
                                         {58, 77, 107},
                                         {107, 109, 114},
                                         {151, 144, 119},
                                         {202, 185, 105},
                                         {254, 232, 56}}};

} // namespace

QRgb heatColor(double value) {
    const double place = std::clamp(value, 0.0, 1.0) * (kStops.size() - 1);
    const auto lower = std::min(static_cast<std::size_t>(place), kStops.size() - 2);
    const double share = place - static_cast<double>(lower);
    const auto mix = [share](double a, double b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    const Stop& a = kStops[lower];
    const Stop& b = kStops[lower + 1];
    return qRgb(mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue));
}

} // namespace core::report
