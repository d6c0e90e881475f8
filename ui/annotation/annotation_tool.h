// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"
#include "ui/viewer/view_tool.h"

#include <QObject>
#include <QPointF>
#include <QSizeF>

#include <optional>
#include <string>
#include <vector>

namespace ui::annotation {

/// Draws and changes annotations with the pointer. Knows nothing of where they are kept: it says
/// what the user did, and is given the list again.
class AnnotationTool : public QObject, public viewer::ViewTool {
    Q_OBJECT

  public:
    using Annotation = core::annotations::Annotation;
    using Shape = core::annotations::Shape;

    explicit AnnotationTool(QObject* parent = nullptr) : QObject(parent) {}

    /// While off, annotations are only shown.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const override { return m_isActive; }
    /// What the next drag draws; nothing: it selects and moves.
    void setShape(std::optional<Shape> shape);
    [[nodiscard]] std::optional<Shape> shape() const { return m_shape; }
    void setBrushWidth(double viewPixels) { m_brushWidth = viewPixels; }
    /// A selection that is no longer there is given up.
    void setAnnotations(std::vector<Annotation> annotations);
    [[nodiscard]] const std::vector<Annotation>& annotations() const { return m_annotations; }
    void select(const std::string& id); ///< empty: none
    [[nodiscard]] const Annotation* selected() const;

    void paint(QPainter& painter, const viewer::ViewTransform& transform) const override;
    bool press(const QMouseEvent& event, const viewer::ViewTransform& transform) override;
    bool move(const QMouseEvent& event, const viewer::ViewTransform& transform) override;
    bool release(const QMouseEvent& event, const viewer::ViewTransform& transform) override;
    bool doubleClick(const QMouseEvent& event, const viewer::ViewTransform& transform) override;
    [[nodiscard]] bool wantsKey(const QKeyEvent& event) const override;
    bool key(const QKeyEvent& event) override;

  Q_SIGNALS:
    void repaintNeeded();
    void drawn(const core::annotations::Annotation& annotation); ///< new, with a fresh id
    void changed(const core::annotations::Annotation& annotation);
    void selectionChanged();
    void shapeLeft();      ///< Escape: back to selecting, and then out of the tool
    void wordsRequested(); ///< Return: label and comment of the selected one

  private:
    struct Drag {
        Annotation before;
        std::optional<std::size_t> handle; ///< nothing: the whole
        QPointF from;                      ///< picture
    };

    [[nodiscard]] core::annotations::Point placeFor(QPointF picture) const;
    [[nodiscard]] const Annotation* at(QPointF picture, double tolerance) const;
    bool startDrag(QPointF picture, double tolerance);
    void startDraft(QPointF picture, double zoom);
    void finishDraft();
    void replace(const Annotation& annotation);
    void nudge(double dx, double dy);

    bool m_isActive = false;
    std::optional<Shape> m_shape;
    double m_brushWidth = 24; ///< pixels of the view: the closer one looks, the finer it is
    QSizeF m_picture;         ///< nothing is drawn beyond
    std::vector<Annotation> m_annotations;
    std::string m_selected;
    std::optional<Annotation> m_draft;
    std::optional<Drag> m_drag;
};

} // namespace ui::annotation
