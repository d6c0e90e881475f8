// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tone_color.h"

#include <algorithm>
#include <cmath>

namespace ui::theme {

using core::examination::Direction;
using core::report::Tone;

namespace {

double luminance(const QColor& color) {
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

QColor orange(bool isOnDark) {
    return isOnDark ? QColor(0xff, 0x9a, 0x4d) : QColor(0xad, 0x4a, 0x00);
}

QColor blue(bool isOnDark) {
    return isOnDark ? QColor(0x6c, 0xb8, 0xf0) : QColor(0x00, 0x60, 0x9a);
}

} // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor toneColor(Tone tone, const QPalette& palette) {
    switch (tone) {
    case Tone::Generated:
    case Tone::LeansGenerated:
        return orange(isDark(palette));
    case Tone::NoSign:
    case Tone::LeansPhotograph:
        return blue(isDark(palette));
    case Tone::Neutral:
        break;
    }
    return isDark(palette) ? QColor(0xc4, 0xc4, 0xc8) : QColor(0x55, 0x55, 0x5a);
}

QColor directionColor(Direction direction, const QPalette& palette) {
    switch (direction) {
    case Direction::Fake:
        return toneColor(Tone::Generated, palette);
    case Direction::Real:
        return toneColor(Tone::NoSign, palette);
    case Direction::Neutral:
        break;
    }
    return toneColor(Tone::Neutral, palette);
}

} // namespace ui::theme
