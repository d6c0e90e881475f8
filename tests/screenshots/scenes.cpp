// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screenshots/scenes.h"

#include <QDir>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace screenshots {

namespace {

struct Mood {
    QColor sky;
    QColor horizon;
    QColor far;
    QColor near;
    double noise = 5;
};

/// A ridge line by midpoint displacement, shares of the height.
std::vector<double> ridge(std::mt19937& random, int points, double roughness) {
    std::vector<double> line(static_cast<std::size_t>(points) + 1, 0.5);
    std::uniform_real_distribution<double> around(-1, 1);
    double amount = roughness;
    for (int step = points; step > 1; step /= 2) {
        for (int i = step / 2; i < points; i += step) {
            const auto at = [&](int j) { return line[static_cast<std::size_t>(j)]; };
            line[static_cast<std::size_t>(i)] =
                (at(i - step / 2) + at(i + step / 2)) / 2 + around(random) * amount;
        }
        amount *= 0.55;
    }
    return line;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

void addNoise(QImage& image, std::mt19937& random, double amount) {
    std::normal_distribution<double> noise(0, amount);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const auto with = [&](int value) {
                return std::clamp(static_cast<int>(std::lround(value + noise(random))), 0, 255);
            };
            line[x] = qRgb(with(qRed(line[x])), with(qGreen(line[x])), with(qBlue(line[x])));
        }
    }
}

QImage landscape(QSize size, unsigned seed, const Mood& mood) {
    std::mt19937 random(seed);
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, size.height() * 0.6);
    sky.setColorAt(0, mood.sky);
    sky.setColorAt(1, mood.horizon);
    painter.fillRect(image.rect(), sky);
    constexpr int kRidges = 5;
    constexpr int kPoints = 256;
    for (int i = 0; i < kRidges; ++i) {
        const double depth = i / (kRidges - 1.0);
        const std::vector<double> line = ridge(random, kPoints, 0.22 * (1 - 0.5 * depth));
        QPolygonF hill;
        for (int p = 0; p <= kPoints; ++p)
            hill << QPointF(size.width() * p / double{kPoints},
                            size.height() * (0.3 + 0.5 * depth +
                                             0.5 * (line[static_cast<std::size_t>(p)] - 0.5)));
        hill << QPointF(size.width(), size.height()) << QPointF(0, size.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(mood.far, mood.near, depth));
        painter.drawPolygon(hill);
    }
    // Bushes, so that there is texture to look at.
    std::uniform_real_distribution<double> share(0, 1);
    for (int i = 0; i < 900; ++i) {
        const double y = 0.72 + 0.28 * share(random);
        const double side = size.width() * 0.012 * (y - 0.6);
        QColor leaf = mixed(mood.near, mood.far, share(random));
        painter.setBrush(leaf.lighter(static_cast<int>(70 + 80 * share(random))));
        painter.drawEllipse(QPointF(size.width() * share(random), size.height() * y), side * 3,
                            side * 2);
    }
    painter.end();
    addNoise(image, random, mood.noise);
    return image;
}

/// A part of the picture once more at another place.
QImage withCopy(QImage image) {
    const QRect part(image.width() / 10, image.height() * 7 / 10, image.width() / 5,
                     image.height() / 5);
    const QImage copy = image.copy(part);
    QPainter painter(&image);
    painter.drawImage(QPoint(image.width() * 6 / 10, image.height() * 72 / 100), copy);
    return image;
}

QImage chart() {
    QImage image(900, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int i = 0; i < 9; ++i)
        painter.fillRect(
            QRect(60 + 90 * i, 540 - 45 * ((i * 5) % 9 + 2), 56, 45 * ((i * 5) % 9 + 2)),
            QColor::fromHsv(200 + 12 * i, 140, 190));
    painter.fillRect(QRect(40, 540, 840, 3), Qt::black);
    return image;
}

} // namespace

QStringList writeScenes(const QString& folder) {
    QDir().mkpath(folder);
    const QDir place(folder);
    const Mood day{{96, 150, 214}, {226, 232, 236}, {120, 142, 160}, {58, 92, 44}};
    const Mood evening{{52, 60, 120}, {244, 170, 110}, {120, 84, 112}, {40, 34, 44}};
    const Mood desert{{120, 170, 220}, {240, 226, 200}, {206, 160, 120}, {170, 110, 60}};
    const Mood night{{6, 8, 20}, {24, 26, 52}, {16, 18, 34}, {8, 10, 12}, 9};
    QStringList files;
    const auto save = [&](const QString& name, const QImage& image, int quality) {
        files << place.filePath(name);
        image.save(files.last(), nullptr, quality);
    };
    save("valley-copied.jpg", withCopy(landscape({1280, 860}, 7, day)), 94);
    QImage stated = landscape({768, 768}, 11, evening);
    stated.setText("parameters",
                   "a wide valley at dusk, layered mountains, soft light, highly detailed\n"
                   "Negative prompt: people, text\n"
                   "Steps: 30, Sampler: Euler a, CFG scale: 7, Seed: 1234567890, Size: 768x768, "
                   "Model: example-model-v1");
    save("dusk.png", stated, -1);
    save("desert.jpg", landscape({1200, 800}, 23, desert), 92);
    save("valley-upright.jpg", landscape({720, 1080}, 31, day), 90);
    save("chart.png", chart(), -1);
    save("night.jpg", landscape({1100, 700}, 41, night), 88);
    return files;
}

} // namespace screenshots
