// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/enhancement.h"
#include "ui/viewer/picture_levels.h"
#include "ui/viewer/view_transform.h"

#include <QPainter>

namespace ui::viewer {

/// A magnified round part of the picture at the pointer. The view itself stays as it is.
class Loupe {
  public:
    static constexpr double kSmallest = 2; ///< of the magnification, device pixels for each pixel
    static constexpr double kLargest = 16;

    void setVisible(bool visible) { m_isVisible = visible; }
    [[nodiscard]] bool isVisible() const { return m_isVisible; }
    void setPlace(QPointF view) { m_place = view; }
    /// @param steps  of the wheel; a step is a factor of the square root of 2
    void zoom(double steps);
    [[nodiscard]] double magnification() const { return m_magnification; }
    void nextEnhancement();
    [[nodiscard]] Enhancement enhancement() const { return m_enhancement; }

    void paint(QPainter& painter, const PictureLevels& picture,
               const ViewTransform& transform) const;

  private:
    bool m_isVisible = false;
    QPointF m_place;
    double m_magnification = 4;
    Enhancement m_enhancement = Enhancement::None;
};

} // namespace ui::viewer
