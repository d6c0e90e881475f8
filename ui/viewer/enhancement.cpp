// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/enhancement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::viewer {

namespace {

using Counts = std::array<int, 256>;
using Curve = std::array<int, 256>; ///< brightness before -> after

Counts brightnessCounts(const QImage& picture) {
    Counts counts{};
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[static_cast<std::size_t>(qGray(line[x]))];
    }
    return counts;
}

/// The brightness below which a share of the pixels lies.
int quantile(const Counts& counts, int total, double share) {
    int sum = 0;
    for (int value = 0; value < 256; ++value) {
        sum += counts[static_cast<std::size_t>(value)];
        if (sum > share * total)
            return value;
    }
    return 255;
}

Curve contrastCurve(const Counts& counts, int total) {
    constexpr double kCut = 0.01;
    const int low = quantile(counts, total, kCut);
    const int high = std::max(low + 1, quantile(counts, total, 1 - kCut));
    Curve curve{};
    for (int value = 0; value < 256; ++value)
        curve[static_cast<std::size_t>(value)] =
            std::clamp((value - low) * 255 / (high - low), 0, 255);
    return curve;
}

Curve equalizingCurve(const Counts& counts, int total) {
    Curve curve{};
    int sum = 0;
    for (std::size_t value = 0; value < counts.size(); ++value) {
        // The middle of its own pixels: black stays dark, white bright.
        curve[value] = static_cast<int>(255.0 * (sum + counts[value] / 2.0) / total);
        sum += counts[value];
    }
    return curve;
}

} // namespace

QImage enhanced(const QImage& picture, Enhancement enhancement) {
    QImage result = picture.convertToFormat(QImage::Format_RGB32);
    const int total = result.width() * result.height();
    if (enhancement == Enhancement::None || total == 0)
        return result;
    const Counts counts = brightnessCounts(result);
    const Curve curve = enhancement == Enhancement::Contrast ? contrastCurve(counts, total)
                                                             : equalizingCurve(counts, total);
    for (int y = 0; y < result.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x) {
            const int gray = std::max(1, qGray(line[x]));
            const int wanted = curve[static_cast<std::size_t>(qGray(line[x]))];
            const auto scaled = [&](int channel) { return std::min(255, channel * wanted / gray); };
            line[x] = qRgb(scaled(qRed(line[x])), scaled(qGreen(line[x])), scaled(qBlue(line[x])));
        }
    }
    return result;
}

} // namespace ui::viewer
