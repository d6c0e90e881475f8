// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace ui::theme {

// One scale for the distances between things, in device-independent pixels.
inline constexpr int kTight = 4;
inline constexpr int kNear = 8;
inline constexpr int kApart = 12;
inline constexpr int kFar = 16;

/// One scale for text, as shares of the system's size.
enum class TextSize { Small, Normal, Title, Headline };

[[nodiscard]] inline QFont scaled(QFont font, TextSize size) {
    constexpr double kShares[] = {0.9, 1.0, 1.2, 1.7};
    font.setPointSizeF(font.pointSizeF() * kShares[static_cast<int>(size)]);
    return font;
}

} // namespace ui::theme
