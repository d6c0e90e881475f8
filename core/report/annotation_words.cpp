// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/annotation_words.h"

#include "core/annotations/geometry.h"
#include "core/report/translated_words.h"

#include <QCoreApplication>

#include <cmath>

namespace core::report {

using annotations::Annotation;
using annotations::Shape;

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
    const auto box = annotations::boundsOf(annotation);
    const auto left = std::lround(box.left);
    const auto top = std::lround(box.top);
    if (annotation.shape == Shape::Text) // at a place, without a size
        return text + QStringLiteral(" (") +
               say(QT_TRANSLATE_NOOP("Annotations", "x %1, y %2")).arg(left).arg(top) +
               QStringLiteral(")");
    //: place and size of an annotation in pixels
    return text + QStringLiteral(" (") +
           say(QT_TRANSLATE_NOOP("Annotations", "x %1, y %2, %3 × %4 px"))
               .arg(left)
               .arg(top)
               .arg(std::lround(box.width()))
               .arg(std::lround(box.height())) +
           QStringLiteral(")");
}

QString annotationNumber(std::size_t index) {
    return QStringLiteral("A%1").arg(index + 1);
}

QString linkText(const Annotation& annotation) {
    constexpr std::string_view kClue = "clue:";
    constexpr std::string_view kMeasurement = "measurement:";
    const std::string& link = annotation.link;
    if (link.starts_with(kClue))
        return say(QT_TRANSLATE_NOOP("Annotations", "see clue %1"))
            .arg(QString::fromStdString(link.substr(kClue.size())));
    if (link.starts_with(kMeasurement))
        return say(QT_TRANSLATE_NOOP("Annotations", "see the measurement %1"))
            .arg(analyzerWord(link.substr(kMeasurement.size())));
    return {};
}

} // namespace core::report
