// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPointF>
#include <QRect>

namespace ui::viewer {

/// A line over the view that can be dragged: the bare picture lies left of it, the picture with all
/// that is drawn over it at the right.
class SplitLine {
  public:
    void setVisible(bool visible) { m_isVisible = visible; }
    [[nodiscard]] bool isVisible() const { return m_isVisible; }
    void setShare(double share); ///< of the view's width, 0 to 1, clamped
    [[nodiscard]] double share() const { return m_share; }

    /// Where something is drawn over the picture.
    [[nodiscard]] QRect covered(const QRect& view) const;
    [[nodiscard]] bool isNear(QPointF place, const QRect& view) const;
    void paint(QPainter& painter, const QRect& view) const;

    bool isDragged = false;

  private:
    [[nodiscard]] int at(const QRect& view) const;

    bool m_isVisible = false;
    double m_share = 0.5;
};

} // namespace ui::viewer
