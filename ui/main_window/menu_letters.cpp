// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/menu_letters.h"

#include <QMenu>
#include <QSet>

namespace ui::main_window {

namespace {

/// Where the sign before the letter stands, or -1. "&&" is a sign that is shown.
qsizetype signIn(const QString& text) {
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '&')
            continue;
        if (text[i + 1] != '&')
            return i;
        ++i;
    }
    return -1;
}

QString withFreeLetter(QString text, const QSet<QChar>& taken) {
    text.remove(signIn(text), 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isLetterOrNumber() && !taken.contains(text[i].toLower()))
            return text.insert(i, '&');
    }
    return text;
}

} // namespace

QChar menuLetter(const QString& text) {
    const qsizetype sign = signIn(text);
    return sign < 0 ? QChar() : text[sign + 1].toLower();
}

void makeLettersUnique(const QList<QAction*>& entries) {
    QSet<QChar> taken;
    QList<QAction*> later;
    for (QAction* entry : entries) {
        if (entry->menu() != nullptr)
            makeLettersUnique(entry->menu()->actions());
        const QChar letter = menuLetter(entry->text());
        if (letter.isNull())
            continue;
        if (taken.contains(letter))
            later << entry;
        taken << letter;
    }
    for (QAction* entry : later) {
        entry->setText(withFreeLetter(entry->text(), taken));
        taken << menuLetter(entry->text());
    }
}

} // namespace ui::main_window
