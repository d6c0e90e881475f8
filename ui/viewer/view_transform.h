// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace ui::viewer {

/// How the view turns a picture; the picture itself and everything measured on it stay as they are.
struct Orientation {
    int turns = 0;           ///< quarters clockwise, 0 to 3
    bool isMirrored = false; ///< left and right exchanged, before it is turned

    bool operator==(const Orientation&) const = default;
};

/// Where the picture lies in the view: picture pixel (x, y) is drawn at offset + zoom * (x, y), in
/// the view's device-independent pixels. A turned picture is turned about its upper left corner and
/// moved back first, so that all of it lies right and below of the offset.
class ViewTransform {
  public:
    static constexpr double kStep = 1.148698354997035; ///< 2^0.2
    static constexpr double kLargestZoom = 32;

    void setPictureSize(QSizeF size) { m_picture = size; }
    [[nodiscard]] QSizeF pictureSize() const { return m_picture; }
    void setViewSize(QSizeF size) { m_view = size; }
    /// @param ratio  device pixels per device-independent pixel
    void setDevicePixelRatio(double ratio) { m_ratio = ratio; }
    [[nodiscard]] double devicePixelRatio() const { return m_ratio; }

    [[nodiscard]] double zoom() const { return m_zoom; }
    /// 1 is one picture pixel on one device pixel, whatever the screen's scale.
    [[nodiscard]] double magnification() const { return m_zoom * m_ratio; }
    [[nodiscard]] QPointF offset() const { return m_offset; }
    [[nodiscard]] QPointF toView(QPointF picture) const {
        return m_offset + turned(picture) * m_zoom;
    }
    [[nodiscard]] QPointF toPicture(QPointF view) const;
    [[nodiscard]] QRectF toView(const QRectF& picture) const {
        return QRectF(toView(picture.topLeft()), toView(picture.bottomRight())).normalized();
    }
    [[nodiscard]] QRectF toPicture(const QRectF& view) const {
        return QRectF(toPicture(view.topLeft()), toPicture(view.bottomRight())).normalized();
    }
    /// From the picture's pixels to the view, for a painter.
    [[nodiscard]] QTransform matrix() const;

    /// The same place of the picture stays in the middle of the view.
    void setOrientation(Orientation orientation);
    [[nodiscard]] Orientation orientation() const { return m_orientation; }

    void fit();
    void fill();
    /// @param anchor  the view point that keeps showing the same place of the picture
    void setMagnification(double magnification, QPointF anchor);
    void pan(QPointF by);
    void moveTo(QPointF offset);
    /// Shows a place of the picture in the middle of the view.
    void centerOn(QPointF picture);

  private:
    [[nodiscard]] QPointF turned(QPointF picture) const;
    [[nodiscard]] QSizeF turnedSize() const;
    [[nodiscard]] double fitZoom() const;
    void keepInside();
    void snapToPixels();

    QSizeF m_picture{1, 1};
    QSizeF m_view{1, 1};
    double m_ratio = 1;
    double m_zoom = 1;
    QPointF m_offset;
    Orientation m_orientation;
};

} // namespace ui::viewer
