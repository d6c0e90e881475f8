// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace ui::viewer {

/// Where the picture lies in the view: picture pixel (x, y) is drawn at offset + zoom * (x, y), in
/// the view's device-independent pixels.
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
    [[nodiscard]] QPointF toView(QPointF picture) const { return m_offset + picture * m_zoom; }
    [[nodiscard]] QPointF toPicture(QPointF view) const { return (view - m_offset) / m_zoom; }
    [[nodiscard]] QRectF toView(const QRectF& picture) const {
        return {toView(picture.topLeft()), picture.size() * m_zoom};
    }

    void fit();
    void fill();
    /// @param anchor  the view point that keeps showing the same place of the picture
    void setMagnification(double magnification, QPointF anchor);
    void pan(QPointF by);
    void moveTo(QPointF offset);
    /// Shows a place of the picture in the middle of the view.
    void centerOn(QPointF picture);

  private:
    [[nodiscard]] double fitZoom() const;
    void keepInside();
    void snapToPixels();

    QSizeF m_picture{1, 1};
    QSizeF m_view{1, 1};
    double m_ratio = 1;
    double m_zoom = 1;
    QPointF m_offset;
};

} // namespace ui::viewer
