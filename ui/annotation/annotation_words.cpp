// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/annotation/annotation_words.h"

#include "core/annotations/geometry.h"

#include <QCoreApplication>

#include <cmath>

namespace ui::annotation {

using core::annotations::Annotation;
using core::annotations::Shape;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Annotations", text);
}

} // namespace

QString shapeWord(Shape shape) {
    switch (shape) {
    case Shape::Rectangle:
        return say(QT_TRANSLATE_NOOP("Annotations", "Rectangle"));
    case Shape::Ellipse:
        return say(QT_TRANSLATE_NOOP("Annotations", "Ellipse"));
    case Shape::Polygon:
        return say(QT_TRANSLATE_NOOP("Annotations", "Polygon"));
    case Shape::Arrow:
        return say(QT_TRANSLATE_NOOP("Annotations", "Arrow"));
    case Shape::Freehand:
        return say(QT_TRANSLATE_NOOP("Annotations", "Freehand line"));
    case Shape::Brush:
        return say(QT_TRANSLATE_NOOP("Annotations", "Brush mark"));
    case Shape::Text:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Annotations", "Text"));
}

QString annotationSentence(const Annotation& annotation) {
    QString text = shapeWord(annotation.shape);
    QStringList words;
    for (const std::string& part : {annotation.label, annotation.comment})
        if (!part.empty())
            words << QString::fromStdString(part);
    if (!words.isEmpty())
        text += QStringLiteral(": ") + words.join(QStringLiteral(", "));
    const auto box = core::annotations::boundsOf(annotation);
    //: place and size of an annotation in pixels
    return text + QStringLiteral(" (") +
           say(QT_TRANSLATE_NOOP("Annotations", "x %1, y %2, %3 × %4 px"))
               .arg(std::lround(box.left))
               .arg(std::lround(box.top))
               .arg(std::lround(box.width()))
               .arg(std::lround(box.height())) +
           QStringLiteral(")");
}

} // namespace ui::annotation
