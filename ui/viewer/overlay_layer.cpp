// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/overlay_layer.h"

#include <algorithm>
#include <cmath>

namespace ui::viewer {

namespace {

constexpr double kDimmed = 0.25;
constexpr double kLitWidth = 1.6; ///< of an outline that is pointed at, beside 1 for the others
constexpr int kHeatSide = 1024;   ///< longer side of the prepared heat map

QRectF rectOf(const core::Rect& box) {
    return {static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
            static_cast<double>(box.height)};
}

double areaOf(const QPolygonF& outline) {
    double twice = 0;
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF& a = outline[i];
        const QPointF& b = outline[(i + 1) % outline.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

/// Through the middle of the screen's pixels, so that thin lines stay sharp.
QPolygonF inView(const QPolygonF& outline, const ViewTransform& transform) {
    const double ratio = transform.devicePixelRatio();
    const auto middle = [ratio](double at) { return (std::floor(at * ratio) + 0.5) / ratio; };
    QPolygonF placed;
    placed.reserve(outline.size());
    for (const QPointF& point : outline) {
        const QPointF place = transform.toView(point);
        placed << QPointF(middle(place.x()), middle(place.y()));
    }
    return placed;
}

} // namespace

void OverlayLayer::setExamination(
    std::shared_ptr<const core::examination::Examination> examination) {
    m_examination = std::move(examination);
    m_map.reset();
    m_heat = {};
    m_shapes.clear();
    if (!m_examination)
        return;
    for (std::size_t i = 0; i < m_examination->clues.size(); ++i) {
        for (const core::Region& region : m_examination->clues[i].regions) {
            const core::examination::Clue& clue = m_examination->clues[i];
            Shape shape{static_cast<int>(i), core::report::outlineOf(region), 0,
                        core::examination::hasOutline(clue), core::report::strokeOf(clue)};
            shape.area = areaOf(shape.outline);
            m_shapes.push_back(std::move(shape));
        }
    }
}

void OverlayLayer::setMap(std::shared_ptr<const core::HeatMap> map) {
    m_map = std::move(map);
    m_heat = {};
}

const core::HeatMap* OverlayLayer::shownMap() const {
    if (m_map)
        return m_map.get();
    return m_examination ? m_examination->map.get() : nullptr;
}

std::vector<int> OverlayLayer::cluesAt(QPointF place) const {
    if (!m_regionsVisible)
        return {};
    std::vector<std::pair<double, int>> hits;
    for (const Shape& shape : m_shapes) {
        if (shape.isOutlined && shape.outline.containsPoint(place, Qt::OddEvenFill))
            hits.emplace_back(shape.area, shape.clue);
    }
    std::ranges::sort(hits);
    std::vector<int> clues;
    for (const auto& [area, clue] : hits) {
        if (std::ranges::find(clues, clue) == clues.end())
            clues.push_back(clue);
    }
    return clues;
}

QRectF OverlayLayer::boundsOf(int clue) const {
    QRectF bounds;
    for (const Shape& shape : m_shapes) {
        if (shape.clue == clue)
            bounds |= shape.outline.boundingRect();
    }
    return bounds;
}

std::optional<double> OverlayLayer::mapValueAt(QPoint pixel, QSize picture) const {
    const core::HeatMap* map = shownMap();
    if (map == nullptr || map->isEmpty() || !QRect(QPoint(), picture).contains(pixel))
        return std::nullopt;
    const auto cell = [](int at, int cells, int length) {
        return static_cast<int>(static_cast<long long>(at) * cells / length);
    };
    return map->at(cell(pixel.x(), map->columns, picture.width()),
                   cell(pixel.y(), map->rows, picture.height()));
}

void OverlayLayer::paintAreas(QPainter& painter, const ViewTransform& transform, QSize picture) {
    if (!m_examination)
        return;
    if (m_heatVisible)
        paintHeat(painter, transform, picture);
    if (!m_notExaminedVisible)
        return;
    for (const core::Rect& box : m_examination->notExamined) {
        const QRectF area = transform.toView(rectOf(box));
        painter.fillRect(area, QColor(0, 0, 0, 110));
        painter.fillRect(area, QBrush(QColor(255, 255, 255, 140), Qt::BDiagPattern));
    }
}

void OverlayLayer::paintHeat(QPainter& painter, const ViewTransform& transform, QSize picture) {
    const core::HeatMap* map = shownMap();
    if (map == nullptr)
        return;
    if (m_heat.isNull())
        m_heat = core::report::heatImage(*map,
                                         picture.scaled(kHeatSide, kHeatSide, Qt::KeepAspectRatio));
    painter.setOpacity(m_heatOpacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.drawImage(transform.toView(QRectF(QPointF(), picture)), m_heat);
    painter.setOpacity(1);
}

void OverlayLayer::paintRegions(QPainter& painter, const ViewTransform& transform, int lit) const {
    if (!m_regionsVisible)
        return;
    painter.setRenderHint(QPainter::Antialiasing, true);
    const auto paint = [&](const Shape& shape) {
        const QPolygonF outline = inView(shape.outline, transform);
        const bool isLit = shape.clue == lit;
        painter.setOpacity(lit < 0 || isLit ? 1 : kDimmed);
        if (isLit) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(255, 255, 255, 40));
            painter.drawPolygon(outline);
        }
        core::report::strokeRegion(painter, outline, shape.clue + 1, isLit ? kLitWidth : 1,
                                   shape.isOutlined ? shape.stroke : core::report::Stroke::Dashed);
    };
    // The lit ones come last, so that no other outline or number covers them.
    for (const Shape& shape : m_shapes) {
        if (shape.clue != lit && shape.isOutlined)
            paint(shape);
    }
    for (const Shape& shape : m_shapes) {
        if (shape.clue == lit)
            paint(shape);
    }
    painter.setOpacity(1);
}

} // namespace ui::viewer
