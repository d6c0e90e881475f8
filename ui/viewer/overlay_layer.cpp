// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/overlay_layer.h"

#include "core/report/headline.h"

#include <algorithm>
#include <cmath>

namespace ui::viewer {

namespace {

constexpr double kDimmed = 0.25;
constexpr double kLitWidth = 1.6; ///< of an outline that is pointed at, beside 1 for the others
constexpr int kHeatSide = 1024;   ///< longer side of the prepared heat map
constexpr double kWeakest = 0.25; ///< of the values that are drawn when weak ones are asked for

/// On any picture: the line lies on a dark one.
QColor lineColor(core::examination::Direction direction) {
    switch (direction) {
    case core::examination::Direction::Fake:
        return {0xff, 0x9a, 0x3c};
    case core::examination::Direction::Real:
        return {0x6c, 0xc0, 0xff};
    case core::examination::Direction::Neutral:
        break;
    }
    return {0xe4, 0xe4, 0xe8};
}

/// Dark enough for white letters.
QColor labelColor(core::examination::Direction direction) {
    switch (direction) {
    case core::examination::Direction::Fake:
        return {0xad, 0x4a, 0x00};
    case core::examination::Direction::Real:
        return {0x00, 0x60, 0x9a};
    case core::examination::Direction::Neutral:
        break;
    }
    return {0x48, 0x48, 0x4c};
}

QRectF rectOf(const core::Rect& box) {
    return {static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
            static_cast<double>(box.height)};
}

/// Neutral places are weak signals.
template <typename Shape> bool isDrawn(const Shape& shape, bool withWeak) {
    return shape.isOutlined &&
           (withWeak || shape.direction != core::examination::Direction::Neutral);
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
    m_stated.reset();
    m_heat = {};
    m_shapes.clear();
    if (!m_examination)
        return;
    m_stated = core::report::statedPart(*m_examination);
    // Nothing is outlined that no sentence beside the picture speaks of.
    for (const std::size_t clue : core::report::cluesThatMatter(*m_examination))
        for (const core::Region& region : m_examination->clues[clue].regions)
            if (!core::report::isNearlyAll(region, m_examination->source))
                addShapes(static_cast<int>(clue), region);
    std::ranges::stable_sort(m_shapes, {}, &Shape::clue);
}

void OverlayLayer::addShapes(int clue, const core::Region& region) {
    const core::examination::Clue& said = m_examination->clues[static_cast<std::size_t>(clue)];
    bool isFirst = true;
    for (QPolygonF& outline : core::report::smoothOutlines(region)) {
        Shape shape{clue,
                    std::move(outline),
                    0,
                    core::examination::hasOutline(said),
                    core::report::strokeOf(said),
                    said.direction,
                    isFirst};
        shape.area = areaOf(shape.outline);
        m_shapes.push_back(std::move(shape));
        isFirst = false;
    }
}

void OverlayLayer::setMap(std::shared_ptr<const core::HeatMap> map) {
    m_map = std::move(map);
    m_heat = {};
}

void OverlayLayer::setWeakVisible(bool visible) {
    m_weakVisible = visible;
    m_heat = {};
}

void OverlayLayer::setScale(core::report::ColorScale scale) {
    m_scale = scale;
    m_heat = {};
}

const core::HeatMap* OverlayLayer::readMap() const {
    if (m_map)
        return m_map.get();
    return m_examination ? m_examination->map.get() : nullptr;
}

const core::HeatMap* OverlayLayer::drawnMap() const {
    return m_map || m_weakVisible ? readMap() : m_stated.get();
}

std::vector<int> OverlayLayer::cluesAt(QPointF place) const {
    if (!m_regionsVisible)
        return {};
    std::vector<std::pair<double, int>> hits;
    for (const Shape& shape : m_shapes) {
        if (isDrawn(shape, m_weakVisible) && shape.outline.containsPoint(place, Qt::OddEvenFill))
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
    const core::HeatMap* map = readMap();
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
    const core::HeatMap* map = drawnMap();
    if (map == nullptr)
        return;
    if (m_heat.isNull()) {
        m_heat = core::report::mapImage(
            *map, picture.scaled(kHeatSide, kHeatSide, Qt::KeepAspectRatio),
            {m_scale, m_map || m_weakVisible ? kWeakest : core::report::kMapThreshold});
        m_contour = core::report::contourOf(*map, core::report::kMapThreshold);
    }
    painter.save();
    painter.setOpacity(m_heatOpacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.setTransform(transform.matrix(), /*combine=*/true);
    painter.drawImage(QRectF(QPointF(), picture), m_heat);
    painter.restore();
    paintContour(painter, transform, picture);
}

void OverlayLayer::paintContour(QPainter& painter, const ViewTransform& transform,
                                QSize picture) const {
    std::vector<QLineF> lines;
    lines.reserve(m_contour.size());
    const auto placed = [&](QPointF share) {
        return transform.toView(QPointF(share.x() * picture.width(), share.y() * picture.height()));
    };
    for (const QLineF& line : m_contour)
        lines.emplace_back(placed(line.p1()), placed(line.p2()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const auto& [color, width] :
         {std::pair{QColor(0, 0, 0, 150), 2.6},
          {QColor::fromRgb(core::report::heatColor(1, m_scale)), 1.2}}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }
    painter.restore();
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
        core::report::strokeRegion(painter, outline, 0, isLit ? kLitWidth : 1,
                                   shape.isOutlined ? shape.stroke : core::report::Stroke::Dashed,
                                   lineColor(shape.direction));
    };
    // The lit ones come last, so that no other outline covers them.
    for (const Shape& shape : m_shapes) {
        if (shape.clue != lit && isDrawn(shape, m_weakVisible))
            paint(shape);
    }
    for (const Shape& shape : m_shapes) {
        if (shape.clue == lit)
            paint(shape);
    }
    paintNumbers(painter, transform, lit);
    painter.setOpacity(1);
}

/// After all outlines, so that no line crosses a number, and apart from each other.
void OverlayLayer::paintNumbers(QPainter& painter, const ViewTransform& transform, int lit) const {
    const QRectF canvas = transform.toView(QRectF(QPointF(), transform.pictureSize()));
    std::vector<QRectF> taken;
    const auto paint = [&](const Shape& shape) {
        painter.setOpacity(lit < 0 || shape.clue == lit ? 1 : kDimmed);
        taken.push_back(core::report::placeForNumber(painter, inView(shape.outline, transform),
                                                     shape.clue + 1, canvas, taken));
        core::report::drawNumber(painter, taken.back(), shape.clue + 1,
                                 labelColor(shape.direction));
    };
    for (const Shape& shape : m_shapes) {
        if (shape.isNumbered && (isDrawn(shape, m_weakVisible) || shape.clue == lit))
            paint(shape);
    }
}

} // namespace ui::viewer
