// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/comparison/picture_difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace ui::comparison {

QImage difference(const QImage& a, const QImage& b, double gain) {
    std::array<int, 256> amplified{};
    for (std::size_t i = 0; i < amplified.size(); ++i)
        amplified[i] = std::min(255, static_cast<int>(std::lround(static_cast<double>(i) * gain)));
    const auto apart = [&](int x, int y) {
        return amplified[static_cast<std::size_t>(std::abs(x - y))];
    };
    QImage result = a.convertToFormat(QImage::Format_RGB32);
    const QImage other = b.convertToFormat(QImage::Format_RGB32);
    const int rows = std::min(result.height(), other.height());
    const int columns = std::min(result.width(), other.width());
    for (int y = 0; y < rows; ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        const auto* otherLine = reinterpret_cast<const QRgb*>(other.constScanLine(y));
        for (int x = 0; x < columns; ++x)
            line[x] = qRgb(apart(qRed(line[x]), qRed(otherLine[x])),
                           apart(qGreen(line[x]), qGreen(otherLine[x])),
                           apart(qBlue(line[x]), qBlue(otherLine[x])));
    }
    return result;
}

QImage fittedTo(const QImage& picture, QSize size) {
    return picture.size() == size
               ? picture
               : picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace ui::comparison
