// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/picture_levels.h"
#include "ui/viewer/view_transform.h"

#include <QPixmap>
#include <QWidget>

namespace ui::viewer {

/// The whole picture, small, with a frame around the part that the view shows. Dragging in it moves
/// the view.
class Navigator : public QWidget {
    Q_OBJECT

  public:
    explicit Navigator(QWidget* view);

    void setPicture(const PictureLevels& picture);
    void setTransform(const ViewTransform& transform, QSizeF view);
    /// Puts it into the view's lower right corner.
    void settle();

  Q_SIGNALS:
    void centerRequested(QPointF picture);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

  private:
    void ask(QPointF place);
    void fitInside(); ///< after another picture or orientation

    QPixmap m_small;
    ViewTransform m_whole; ///< from the picture to this
    QSizeF m_picture;
    QRectF m_seen; ///< pixels of the picture
};

} // namespace ui::viewer
