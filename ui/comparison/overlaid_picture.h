// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/picture_levels.h"
#include "ui/viewer/view_tool.h"

#include <QObject>

namespace ui::comparison {

/// A second picture over the one in a view: right of an edge that can be dragged, or all over it
/// with an opacity.
class OverlaidPicture : public QObject, public viewer::ViewTool {
    Q_OBJECT

  public:
    enum class Mode { Off, Split, Blend };

    explicit OverlaidPicture(QObject* parent) : QObject(parent) {}

    /// @param picture  of the size of the one in the view
    void setPicture(const viewer::PictureLevels& picture);
    void setMode(Mode mode);
    /// Split: the edge's place; Blend: the opacity. 0 to 1 of the picture's width.
    void setShare(double share);
    [[nodiscard]] double share() const { return m_share; }

    [[nodiscard]] bool isActive() const override { return m_mode != Mode::Off; }
    void paint(QPainter& painter, const viewer::ViewTransform& transform) const override;
    bool press(const QMouseEvent& event, const viewer::ViewTransform& transform) override;
    bool move(const QMouseEvent& event, const viewer::ViewTransform& transform) override;
    bool release(const QMouseEvent& event, const viewer::ViewTransform& transform) override;
    bool doubleClick(const QMouseEvent& event, const viewer::ViewTransform& transform) override;
    [[nodiscard]] bool wantsKey(const QKeyEvent& event) const override;
    bool key(const QKeyEvent& event) override;

  Q_SIGNALS:
    void changed();
    void shareChanged(double share);

  private:
    [[nodiscard]] double edge(const viewer::ViewTransform& transform) const; ///< x, view pixels

    viewer::PictureLevels m_picture;
    Mode m_mode = Mode::Off;
    double m_share = 0.5;
    bool m_isDragging = false;
};

} // namespace ui::comparison
