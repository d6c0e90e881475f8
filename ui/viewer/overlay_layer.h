// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/report/overlay_painter.h"
#include "core/report/shown_map.h"
#include "ui/viewer/view_transform.h"

#include <QImage>
#include <QLineF>
#include <QPainter>
#include <QPoint>
#include <QPolygonF>
#include <QSize>

#include <memory>
#include <optional>
#include <vector>

namespace ui::viewer {

/// What is drawn over a picture: a map, not-examined areas and the clues' numbered regions. All of
/// it in pixels of the upright picture. Of the overall map only what a clue speaks of is drawn,
/// unless weak signals are asked for.
class OverlayLayer {
  public:
    void setExamination(std::shared_ptr<const core::examination::Examination> examination);
    [[nodiscard]] const core::examination::Examination* examination() const {
        return m_examination.get();
    }
    /// Shows another map than the engine's overall one; null for that.
    void setMap(std::shared_ptr<const core::HeatMap> map);
    void setHeatVisible(bool visible) { m_heatVisible = visible; }
    [[nodiscard]] bool isHeatVisible() const { return m_heatVisible; }
    void setWeakVisible(bool visible); ///< all of the overall map
    [[nodiscard]] bool isWeakVisible() const { return m_weakVisible; }
    void setScale(core::report::ColorScale scale);
    [[nodiscard]] core::report::ColorScale scale() const { return m_scale; }
    /// Whether the overall map has a part that a clue speaks of.
    [[nodiscard]] bool hasStatedPart() const { return m_stated != nullptr; }
    void setRegionsVisible(bool visible) { m_regionsVisible = visible; }
    void setNotExaminedVisible(bool visible) { m_notExaminedVisible = visible; }
    void setHeatOpacity(double opacity) { m_heatOpacity = opacity; } ///< 0 to 1
    [[nodiscard]] double heatOpacity() const { return m_heatOpacity; }

    /// The clues outlined under a place of the picture, the one with the smallest region there
    /// first.
    [[nodiscard]] std::vector<int> cluesAt(QPointF place) const;
    /// Everything that a clue points at; empty for the whole image.
    [[nodiscard]] QRectF boundsOf(int clue) const;
    [[nodiscard]] std::optional<double> mapValueAt(QPoint pixel, QSize picture) const;

    /// Heat map and not-examined areas.
    void paintAreas(QPainter& painter, const ViewTransform& transform, QSize picture);
    /// Outlines and numbers. @param lit  this clue stands out, the others are dimmed; -1: none
    void paintRegions(QPainter& painter, const ViewTransform& transform, int lit) const;

  private:
    struct Shape {
        int clue = 0;
        QPolygonF outline;
        double area = 0;
        bool isOutlined = true; ///< else drawn only while its clue is lit
        core::report::Stroke stroke = core::report::Stroke::Solid;
        core::examination::Direction direction = core::examination::Direction::Neutral;
        bool isNumbered = true; ///< the first part of a region bears its number
    };

    void addShapes(int clue, const core::Region& region);
    [[nodiscard]] const core::HeatMap* readMap() const;  ///< whose values are told
    [[nodiscard]] const core::HeatMap* drawnMap() const; ///< null: nothing is drawn
    void paintHeat(QPainter& painter, const ViewTransform& transform, QSize picture);
    void paintContour(QPainter& painter, const ViewTransform& transform, QSize picture) const;
    void paintNumbers(QPainter& painter, const ViewTransform& transform, int lit) const;

    std::shared_ptr<const core::examination::Examination> m_examination;
    std::vector<Shape> m_shapes;
    std::shared_ptr<const core::HeatMap> m_map;
    std::shared_ptr<const core::HeatMap> m_stated; ///< of the overall map
    QImage m_heat; ///< the shown map as a small picture; remade when the map changes
    std::vector<QLineF> m_contour; ///< of the same map
    core::report::ColorScale m_scale = core::report::ColorScale::Flame;
    bool m_weakVisible = false;
    bool m_heatVisible = true;
    bool m_regionsVisible = true;
    bool m_notExaminedVisible = true;
    double m_heatOpacity = 0.6;
};

} // namespace ui::viewer
