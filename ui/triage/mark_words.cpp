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

QStringList supportWords() {
    return {say(QT_TRANSLATE_NOOP("Marks", "support not stated")),
            say(QT_TRANSLATE_NOOP("Marks", "weak support")),
            say(QT_TRANSLATE_NOOP("Marks", "moderate support")),
            say(QT_TRANSLATE_NOOP("Marks", "moderately strong support")),
            say(QT_TRANSLATE_NOOP("Marks", "strong support")),
            say(QT_TRANSLATE_NOOP("Marks", "very strong support")),
            say(QT_TRANSLATE_NOOP("Marks", "extremely strong support"))};
}

QString verdictWord(core::examination::Verdict verdict) {
    switch (verdict) {
    case core::examination::Verdict::Real:
        return say(QT_TRANSLATE_NOOP("Marks", "photograph"));
    case core::examination::Verdict::Fake:
        return say(QT_TRANSLATE_NOOP("Marks", "fake"));
    case core::examination::Verdict::Inconclusive:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Marks", "inconclusive"));
}

QString conclusionSentence(const core::cases::Conclusion& conclusion) {
    QString text = say(QT_TRANSLATE_NOOP("Marks", "The examiner's conclusion: %1"))
                       .arg(verdictWord(conclusion.verdict));
    if (conclusion.support > 0)
        text += ", " + supportWords().at(conclusion.support);
    text += '.';
    if (!conclusion.reasons.empty())
        text += ' ' + QString::fromStdString(conclusion.reasons);
    return text;
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
