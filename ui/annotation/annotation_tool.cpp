// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/annotation/annotation_tool.h"

#include "core/annotations/geometry.h"
#include "ui/annotation/annotation_painter.h"
#include "ui/viewer/view_transform.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::annotation {

using core::annotations::Point;

namespace {

constexpr double kReach = 6;    ///< of the pointer, view pixels
constexpr double kSmallest = 2; ///< of a drawn shape, view pixels: less is a click
constexpr double kFarStep = 10; ///< of a nudge with Shift

bool isLine(core::annotations::Shape shape) {
    return shape == core::annotations::Shape::Freehand || shape == core::annotations::Shape::Brush;
}

} // namespace

void AnnotationTool::setActive(bool active) {
    m_isActive = active;
    if (!active) {
        setShape(std::nullopt);
        select({});
    }
    Q_EMIT repaintNeeded();
}

void AnnotationTool::setShape(std::optional<Shape> shape) {
    m_shape = shape;
    m_draft.reset();
    Q_EMIT repaintNeeded();
}

void AnnotationTool::setAnnotations(std::vector<Annotation> annotations) {
    m_annotations = std::move(annotations);
    m_drag.reset();
    if (!m_selected.empty() && selected() == nullptr)
        select({});
    Q_EMIT repaintNeeded();
    Q_EMIT selectionChanged(); // what is selected may have changed
}

void AnnotationTool::select(const std::string& id) {
    if (std::exchange(m_selected, id) == id)
        return;
    Q_EMIT selectionChanged();
    Q_EMIT repaintNeeded();
}

const AnnotationTool::Annotation* AnnotationTool::selected() const {
    const auto found = std::ranges::find(m_annotations, m_selected, &Annotation::id);
    return found == m_annotations.end() ? nullptr : &*found;
}

void AnnotationTool::paint(QPainter& painter, const viewer::ViewTransform& transform) const {
    for (const Annotation& annotation : m_annotations)
        paintAnnotation(painter, annotation, transform, m_isActive && annotation.id == m_selected);
    if (m_draft)
        paintAnnotation(painter, *m_draft, transform, false);
}

Point AnnotationTool::placeFor(QPointF picture) const {
    return {std::clamp(picture.x(), 0.0, m_picture.width()),
            std::clamp(picture.y(), 0.0, m_picture.height())};
}

/// The latest of the nearest.
const AnnotationTool::Annotation* AnnotationTool::at(QPointF picture, double tolerance) const {
    const Annotation* nearest = nullptr;
    double least = tolerance;
    for (const Annotation& annotation : m_annotations) {
        const double distance =
            core::annotations::distanceTo(annotation, {picture.x(), picture.y()});
        if (distance <= least) {
            least = distance;
            nearest = &annotation;
        }
    }
    return nearest;
}

bool AnnotationTool::startDrag(QPointF picture, double tolerance) {
    if (const Annotation* current = selected()) {
        const auto handles = core::annotations::handlesOf(*current);
        for (std::size_t i = 0; i < handles.size(); ++i)
            if (std::hypot(handles[i].x - picture.x(), handles[i].y - picture.y()) <= tolerance) {
                m_drag = Drag{*current, i, picture};
                return true;
            }
    }
    const Annotation* hit = at(picture, tolerance);
    select(hit == nullptr ? std::string() : hit->id);
    if (hit == nullptr)
        return false;
    m_drag = Drag{*hit, std::nullopt, picture};
    return true;
}

void AnnotationTool::startDraft(QPointF picture, double zoom) {
    const Point place = placeFor(picture);
    m_draft =
        Annotation{core::annotations::freshId(m_annotations), *m_shape, {place}, 0, {}, {}, {}};
    if (*m_shape == Shape::Brush)
        m_draft->width = m_brushWidth / zoom;
    else if (*m_shape != Shape::Text && *m_shape != Shape::Freehand)
        m_draft->points.push_back(place); // follows the pointer
}

bool AnnotationTool::press(const QMouseEvent& event, const viewer::ViewTransform& transform) {
    if (!m_isActive || event.button() != Qt::LeftButton)
        return false;
    m_picture = transform.pictureSize();
    const QPointF picture = transform.toPicture(event.position());
    if (!m_shape)
        return startDrag(picture, kReach / transform.zoom());
    if (m_draft && *m_shape == Shape::Polygon)
        m_draft->points.push_back(placeFor(picture));
    else
        startDraft(picture, transform.zoom());
    Q_EMIT repaintNeeded();
    return true;
}

bool AnnotationTool::move(const QMouseEvent& event, const viewer::ViewTransform& transform) {
    const QPointF picture = transform.toPicture(event.position());
    if (m_draft) {
        if (isLine(m_draft->shape) || m_draft->points.size() == 1)
            m_draft->points.push_back(placeFor(picture));
        else
            m_draft->points.back() = placeFor(picture);
        if (m_draft->shape == Shape::Text)
            m_draft->points = {placeFor(picture)};
    } else if (m_drag) {
        const QPointF by = picture - m_drag->from;
        replace(m_drag->handle ? core::annotations::withHandleAt(m_drag->before, *m_drag->handle,
                                                                 placeFor(picture))
                               : core::annotations::moved(m_drag->before, by.x(), by.y()));
    } else {
        return false;
    }
    Q_EMIT repaintNeeded();
    return true;
}

bool AnnotationTool::release(const QMouseEvent& event, const viewer::ViewTransform& transform) {
    if (event.button() != Qt::LeftButton)
        return false;
    if (m_drag) {
        const Drag drag = *std::exchange(m_drag, {});
        if (const Annotation* now = selected(); now != nullptr && *now != drag.before)
            Q_EMIT changed(Annotation(*now));
        return true;
    }
    if (!m_draft)
        return false;
    if (m_draft->shape == Shape::Polygon)
        return true; // goes on until a double click or Return
    const auto box = core::annotations::boundsOf(*m_draft);
    const double size = std::max(box.width(), box.height()) * transform.zoom();
    const bool isClick = size < kSmallest;
    if (isClick && m_draft->shape != Shape::Text && m_draft->shape != Shape::Brush)
        m_draft.reset();
    else
        finishDraft();
    Q_EMIT repaintNeeded();
    return true;
}

bool AnnotationTool::doubleClick(const QMouseEvent&, const viewer::ViewTransform&) {
    if (m_draft && m_draft->shape == Shape::Polygon) {
        finishDraft();
        return true;
    }
    return m_isActive && (m_shape || selected() != nullptr);
}

void AnnotationTool::finishDraft() {
    Annotation annotation = *std::exchange(m_draft, {});
    // A double click's first press left the same place twice.
    annotation.points.erase(std::unique(annotation.points.begin(), annotation.points.end()),
                            annotation.points.end());
    if (annotation.points.size() < core::annotations::fewestPoints(annotation.shape))
        return;
    m_annotations.push_back(annotation);
    select(annotation.id);
    Q_EMIT drawn(annotation);
    Q_EMIT repaintNeeded();
}

void AnnotationTool::replace(const Annotation& annotation) {
    const auto found = std::ranges::find(m_annotations, annotation.id, &Annotation::id);
    if (found != m_annotations.end())
        *found = annotation;
}

void AnnotationTool::nudge(double dx, double dy) {
    const Annotation now = core::annotations::moved(*selected(), dx, dy);
    replace(now);
    Q_EMIT repaintNeeded();
    Q_EMIT changed(now);
}

bool AnnotationTool::wantsKey(const QKeyEvent& event) const {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier;
    switch (event.key()) {
    case Qt::Key_Escape:
        return m_isActive && isPlain;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return (m_draft.has_value() || (m_isActive && selected() != nullptr)) && isPlain;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return m_isActive && selected() != nullptr && (isPlain || modifiers == Qt::ShiftModifier);
    default:
        return false;
    }
}

bool AnnotationTool::key(const QKeyEvent& event) {
    if (!wantsKey(event))
        return false;
    const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? kFarStep : 1;
    switch (event.key()) {
    case Qt::Key_Escape:
        if (m_draft)
            setShape(m_shape); // gives the draft up
        else
            Q_EMIT shapeLeft();
        return true;
    case Qt::Key_Left:
        nudge(-step, 0);
        return true;
    case Qt::Key_Right:
        nudge(step, 0);
        return true;
    case Qt::Key_Up:
        nudge(0, -step);
        return true;
    case Qt::Key_Down:
        nudge(0, step);
        return true;
    default:
        if (m_draft)
            finishDraft();
        else
            Q_EMIT wordsRequested();
        return true;
    }
}

} // namespace ui::annotation
