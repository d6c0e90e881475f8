// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/mark_words.h"

#include <QCoreApplication>

#include <utility>

namespace ui::triage {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Marks", text);
}

} // namespace

QString gestureWord(const std::string& name) {
    static const std::pair<const char*, const char*> kWords[] = {
        {"rating", QT_TRANSLATE_NOOP("Marks", "rating")},
        {"flag", QT_TRANSLATE_NOOP("Marks", "flag")},
        {"color", QT_TRANSLATE_NOOP("Marks", "color label")},
        {"conclusion", QT_TRANSLATE_NOOP("Marks", "conclusion")},
        {"tags", QT_TRANSLATE_NOOP("Marks", "tags")},
        {"note", QT_TRANSLATE_NOOP("Marks", "note")},
        {"draw", QT_TRANSLATE_NOOP("Marks", "new annotation")},
        {"annotation", QT_TRANSLATE_NOOP("Marks", "annotation")},
        {"erase", QT_TRANSLATE_NOOP("Marks", "deleted annotation")},
        {"import", QT_TRANSLATE_NOOP("Marks", "imported annotations")}};
    for (const auto& [known, words] : kWords) {
        if (name == known)
            return say(words);
    }
    return QString::fromStdString(name);
}

QString colorWord(int color) {
    static const char* const kWords[] = {
        QT_TRANSLATE_NOOP("Marks", "no color"), QT_TRANSLATE_NOOP("Marks", "red"),
        QT_TRANSLATE_NOOP("Marks", "yellow"), QT_TRANSLATE_NOOP("Marks", "green"),
        QT_TRANSLATE_NOOP("Marks", "blue")};
    return color >= 0 && color <= 4 ? say(kWords[color]) : QString();
}

QColor labelColor(int color) {
    static const QColor kColors[] = {Qt::transparent, QColor(0xc8, 0x2d, 0x2d),
                                     QColor(0xe0, 0xb4, 0x1e), QColor(0x2f, 0x8f, 0x4e),
                                     QColor(0x2d, 0x6c, 0xc8)};
    return color >= 0 && color <= 4 ? kColors[color] : QColor(Qt::transparent);
}

} // namespace ui::triage
