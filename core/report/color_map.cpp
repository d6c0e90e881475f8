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

// Evenly spaced stops; between them the color is interpolated.
using Stops = std::array<Stop, 6>;
constexpr Stops kCividis = {{{0, 34, 78},
                             {58, 77, 107},
                             {107, 109, 114},
                             {151, 144, 119},
                             {202, 185, 105},
                             {254, 232, 56}}};
constexpr Stops kFlame = {
    {{20, 8, 60}, {92, 18, 110}, {168, 40, 96}, {226, 88, 54}, {250, 160, 36}, {252, 244, 150}}};
constexpr Stops kGray = {
    {{0, 0, 0}, {51, 51, 51}, {102, 102, 102}, {153, 153, 153}, {204, 204, 204}, {255, 255, 255}}};

const Stops& stopsOf(ColorScale scale) {
    switch (scale) {
    case ColorScale::Flame:
        return kFlame;
    case ColorScale::Gray:
        return kGray;
    case ColorScale::Cividis:
        break;
    }
    return kCividis;
}

} // namespace

QRgb heatColor(double value) {
    return heatColor(value, ColorScale::Cividis);
}

QRgb heatColor(double value, ColorScale scale) {
    const Stops& stops = stopsOf(scale);
    const double place = std::clamp(value, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto lower = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    const double share = place - static_cast<double>(lower);
    const auto mix = [share](double a, double b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    const Stop& a = stops[lower];
    const Stop& b = stops[lower + 1];
    return qRgb(mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue));
}

} // namespace core::report
