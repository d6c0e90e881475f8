// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/shown_map.h"

#include "core/report/overlay_painter.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace core::report {

namespace {

constexpr double kFaintest = 0.35;   ///< opacity at the lowest value that is drawn
constexpr double kFeather = 0.12;    ///< below that the opacity falls to nothing
constexpr int kRoundings = 2;        ///< of corners, each cuts off a quarter of an edge
constexpr qsizetype kFewCorners = 5; ///< shapes with fewer were drawn on purpose

double areaOf(const QPolygonF& outline) {
    double twice = 0;
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF& a = outline[i];
        const QPointF& b = outline[(i + 1) % outline.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

/// Cells of the map whose middle lies in a region of a clue that points somewhere.
std::vector<bool> namedCells(const HeatMap& map, const examination::Examination& examination) {
    std::vector<bool> named(map.values.size(), false);
    const double width = std::max(1, examination.source.width) / static_cast<double>(map.columns);
    const double height = std::max(1, examination.source.height) / static_cast<double>(map.rows);
    for (const examination::Clue& clue : examination.clues) {
        if (clue.direction == examination::Direction::Neutral || !hasOutline(clue))
            continue;
        for (const Region& region : clue.regions) {
            const QPolygonF outline = outlineOf(region);
            for (int row = 0; row < map.rows; ++row)
                for (int column = 0; column < map.columns; ++column)
                    if (outline.containsPoint({(column + 0.5) * width, (row + 0.5) * height},
                                              Qt::WindingFill))
                        named[static_cast<std::size_t>(row * map.columns + column)] = true;
        }
    }
    return named;
}

/// With the neighbors of every cell, so that a region's edge is not cut.
bool isNamedNear(const std::vector<bool>& named, const HeatMap& map, int column, int row) {
    for (int y = std::max(0, row - 1); y <= std::min(map.rows - 1, row + 1); ++y)
        for (int x = std::max(0, column - 1); x <= std::min(map.columns - 1, column + 1); ++x)
            if (named[static_cast<std::size_t>(y * map.columns + x)])
                return true;
    return false;
}

QPolygonF rounded(const QPolygonF& outline) {
    QPolygonF result;
    const qsizetype count = outline.size();
    for (qsizetype i = 0; i < count; ++i) {
        const QPointF& a = outline[i];
        const QPointF& b = outline[(i + 1) % count];
        result << a + (b - a) * 0.25 << a + (b - a) * 0.75;
    }
    return result;
}

/// Where an edge of a square between four middles of cells passes the value.
QPointF crossing(QPointF a, double first, QPointF b, double second, double value) {
    const double share = (value - first) / (second - first);
    return a + (b - a) * share;
}

void addSquare(const HeatMap& map, int column, int row, double value, std::vector<QLineF>& lines) {
    const std::array<QPointF, 4> places = {QPointF(column, row), QPointF(column + 1, row),
                                           QPointF(column + 1, row + 1), QPointF(column, row + 1)};
    std::array<double, 4> values{};
    for (std::size_t i = 0; i < 4; ++i)
        values[i] = map.at(static_cast<int>(places[i].x()), static_cast<int>(places[i].y()));
    std::vector<QPointF> crossings;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t j = (i + 1) % 4;
        if ((values[i] < value) != (values[j] < value))
            crossings.push_back(crossing(places[i], values[i], places[j], values[j], value));
    }
    const auto share = [&](QPointF place) {
        return QPointF((place.x() + 0.5) / map.columns, (place.y() + 0.5) / map.rows);
    };
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        lines.emplace_back(share(crossings[i]), share(crossings[i + 1]));
}

} // namespace

std::shared_ptr<const HeatMap> statedPart(const examination::Examination& examination) {
    if (!examination.map || examination.map->isEmpty())
        return nullptr;
    const std::vector<bool> named = namedCells(*examination.map, examination);
    if (std::ranges::find(named, true) == named.end())
        return nullptr;
    auto part = std::make_shared<HeatMap>(*examination.map);
    for (int row = 0; row < part->rows; ++row)
        for (int column = 0; column < part->columns; ++column)
            if (!isNamedNear(named, *part, column, row))
                part->values[static_cast<std::size_t>(row * part->columns + column)] = 0;
    return part;
}

QImage mapImage(const HeatMap& map, QSize size, const MapStyle& style) {
    if (map.isEmpty() || size.isEmpty())
        return {};
    // Enlarged as gray values first: a blend of colors would leave the scale.
    QImage cells(map.columns, map.rows, QImage::Format_Grayscale8);
    for (int row = 0; row < map.rows; ++row)
        for (int column = 0; column < map.columns; ++column)
            cells.scanLine(row)[column] = static_cast<uchar>(
                std::lround(255 * std::clamp<double>(map.at(column, row), 0.0, 1.0)));
    const QImage values = cells.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                              .convertToFormat(QImage::Format_Grayscale8);
    std::array<QRgb, 256> colors{};
    for (int i = 0; i < 256; ++i) {
        const double value = i / 255.0;
        const double rise = (value - style.from) / std::max(1e-6, 1 - style.from);
        const double alpha =
            value >= style.from
                ? kFaintest + (1 - kFaintest) * rise
                : kFaintest * std::clamp(1 - (style.from - value) / kFeather, 0.0, 1.0);
        const QRgb color = heatColor(value, style.scale);
        colors[static_cast<std::size_t>(i)] =
            qPremultiply(qRgba(qRed(color), qGreen(color), qBlue(color),
                               value <= 0 ? 0 : static_cast<int>(std::lround(255 * alpha))));
    }
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < size.height(); ++y) {
        const uchar* from = values.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            to[x] = colors[from[x]];
    }
    return image;
}

std::vector<QLineF> contourOf(const HeatMap& map, double value) {
    std::vector<QLineF> lines;
    for (int row = 0; row + 1 < map.rows; ++row)
        for (int column = 0; column + 1 < map.columns; ++column)
            addSquare(map, column, row, value, lines);
    return lines;
}

std::vector<QPolygonF> smoothOutlines(const Region& region) {
    const QPolygonF outline = outlineOf(region);
    if (outline.size() < kFewCorners || region.polygon.size() < 3)
        return {outline};
    QPainterPath path;
    path.addPolygon(outline);
    path.closeSubpath();
    path.setFillRule(Qt::WindingFill);
    std::vector<QPolygonF> parts;
    for (QPolygonF part : path.simplified().toSubpathPolygons()) {
        if (part.size() > 1 && part.first() == part.last())
            part.removeLast();
        for (int i = 0; i < kRoundings; ++i)
            part = rounded(part);
        if (part.size() >= 3)
            parts.push_back(std::move(part));
    }
    return parts.empty() ? std::vector<QPolygonF>{outline} : parts;
}

bool isNearlyAll(const Region& region, const examination::Source& source) {
    const double whole = static_cast<double>(source.width) * source.height;
    return whole > 0 && areaOf(outlineOf(region)) >= kWholePicture * whole;
}

} // namespace core::report
