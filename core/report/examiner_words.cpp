// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/examiner_words.h"

#include <QCoreApplication>

#include <utility>

namespace core::report {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Marks", text);
}

} // namespace

QStringList supportWords() {
    return {say(QT_TRANSLATE_NOOP("Marks", "support not stated")),
            say(QT_TRANSLATE_NOOP("Marks", "weak support")),
            say(QT_TRANSLATE_NOOP("Marks", "moderate support")),
            say(QT_TRANSLATE_NOOP("Marks", "moderately strong support")),
            say(QT_TRANSLATE_NOOP("Marks", "strong support")),
            say(QT_TRANSLATE_NOOP("Marks", "very strong support")),
            say(QT_TRANSLATE_NOOP("Marks", "extremely strong support"))};
}

QString conclusionWord(examination::Verdict verdict) {
    switch (verdict) {
    case examination::Verdict::Real:
        return say(QT_TRANSLATE_NOOP("Marks", "photograph"));
    case examination::Verdict::Fake:
        return say(QT_TRANSLATE_NOOP("Marks", "fake"));
    case examination::Verdict::Inconclusive:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Marks", "inconclusive"));
}

QString conclusionSentence(const cases::Conclusion& conclusion) {
    QString text = say(QT_TRANSLATE_NOOP("Marks", "The examiner's conclusion: %1"))
                       .arg(conclusionWord(conclusion.verdict));
    if (conclusion.support > 0)
        text += ", " + supportWords().at(conclusion.support);
    text += '.';
    if (!conclusion.reasons.empty())
        text += ' ' + QString::fromStdString(conclusion.reasons);
    return text;
}

ReportItem reportItem(std::shared_ptr<const examination::Examination> examination,
                      const cases::Marks& marks) {
    QStringList words;
    if (marks.conclusion)
        words << conclusionSentence(*marks.conclusion);
    if (!marks.note.empty())
        words << QString::fromStdString(marks.note);
    return {std::move(examination), words.join(QLatin1Char(' ')).toStdString(), marks.annotations};
}

} // namespace core::report
