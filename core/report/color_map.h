// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

namespace core::report {

/// Scales of color, each even in lightness from dark to light and told apart by color-blind
/// readers.
enum class ColorScale { Cividis, Flame, Gray };
inline constexpr int kColorScales = 3;

/// The color of a heat map value on a scale. @param value  0 to 1, clamped
[[nodiscard]] QRgb heatColor(double value, ColorScale scale);

/// The color of a heat map value: dark blue over gray to yellow, even in lightness and told apart
/// by color-blind readers and in gray print (after Nuñez, Anderton & Renslow, "cividis", 2018).
/// @param value  0 to 1, clamped
[[nodiscard]] QRgb heatColor(double value);

} // namespace core::report
