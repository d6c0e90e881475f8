// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "ui/viewer/view_transform.h"

#include <QImage>
#include <QPixmap>
#include <QPoint>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace ui::viewer {

/// The picture with its heat map, numbered regions and not-examined areas over it.
class ImageView : public QWidget {
    Q_OBJECT

  public:
    explicit ImageView(QWidget* parent = nullptr);

    void setPicture(const QImage& picture);
    void setExamination(std::shared_ptr<const core::examination::Examination> examination);
    /// Shows another map than the engine's overall one; null for that.
    void setMap(std::shared_ptr<const core::HeatMap> map);
    void clear();

    /// The clue whose regions are lit while the others are dimmed; -1: none.
    void setHighlightedClue(int clue);
    [[nodiscard]] int highlightedClue() const { return m_highlighted; }
    void setSelectedClue(int clue);

    void setHeatVisible(bool visible);
    void setRegionsVisible(bool visible);
    void setHeatOpacity(double opacity); ///< 0 to 1
    [[nodiscard]] double heatOpacity() const { return m_heatOpacity; }
    /// The bare picture while a key is held.
    void setPeeking(bool peeking);

    void zoomIn();
    void zoomOut();
    void fit();
    void fill();
    void setMagnification(double magnification);
    void toggleFit();
    [[nodiscard]] const ViewTransform& transform() const { return m_transform; }
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

    QSize sizeHint() const override { return {640, 480}; }

  Q_SIGNALS:
    void clueHovered(int clue); ///< -1: none
    void clueClicked(int clue);
    void cursorMoved(const QString& text); ///< position, color and map value under the pointer
    void magnificationChanged(double magnification);
    void heatOpacityChanged(double opacity);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    [[nodiscard]] std::vector<int> cluesAt(QPointF view) const; ///< smallest region first
    [[nodiscard]] QString describe(QPointF view) const;
    [[nodiscard]] const core::HeatMap* shownMap() const;
    void paintPicture(QPainter& painter) const;
    void paintHeat(QPainter& painter);
    void paintRegions(QPainter& painter) const;
    void changed();
    void updateTransform();
    void updateAccessibleText();

    QImage m_picture;
    QImage m_half; ///< half size, for zooming far out without aliasing; null when not needed
    QImage m_quarter;
    std::shared_ptr<const core::examination::Examination> m_examination;
    std::shared_ptr<const core::HeatMap> m_map;
    QImage m_heat; ///< the shown map as a small picture; remade when the map changes
    ViewTransform m_transform;
    bool m_isFitted = true;
    bool m_heatVisible = true;
    bool m_regionsVisible = true;
    bool m_isPeeking = false;
    double m_heatOpacity = 0.45;
    int m_highlighted = -1;
    int m_selected = -1;
    std::optional<QPointF> m_dragFrom;
    bool m_hasDragged = false;
    QPoint m_lastClick;
    std::size_t m_clicksHere = 0;
};

} // namespace ui::viewer
