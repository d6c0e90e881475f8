// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace ui::viewer {

class ViewTransform;

/// Something that works on the picture with pointer and keys, before the view itself does. The
/// functions for events return whether the event was used.
class ViewTool {
  public:
    ViewTool() = default;
    ViewTool(const ViewTool&) = delete;
    ViewTool& operator=(const ViewTool&) = delete;
    virtual ~ViewTool() = default;

    /// Whether the pointer is the tool's now, instead of moving the picture.
    [[nodiscard]] virtual bool isActive() const = 0;
    /// Above the clues' regions, in the view's pixels.
    virtual void paint(QPainter& painter, const ViewTransform& transform) const = 0;
    virtual bool press(const QMouseEvent& event, const ViewTransform& transform) = 0;
    virtual bool move(const QMouseEvent& event, const ViewTransform& transform) = 0;
    virtual bool release(const QMouseEvent& event, const ViewTransform& transform) = 0;
    virtual bool doubleClick(const QMouseEvent& event, const ViewTransform& transform) = 0;
    /// Whether the key is the tool's although an action has it too.
    [[nodiscard]] virtual bool wantsKey(const QKeyEvent& event) const = 0;
    virtual bool key(const QKeyEvent& event) = 0;
};

} // namespace ui::viewer
