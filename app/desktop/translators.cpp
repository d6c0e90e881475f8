// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app::desktop {

void installTranslators(QCoreApplication& application, const QString& language) {
    static QTranslator ours;
    static QTranslator qts;
    QCoreApplication::removeTranslator(&ours);
    QCoreApplication::removeTranslator(&qts);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    if (qts.load(locale, "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(&qts);
    // English has a file as well, for its plurals.
    if (ours.load(locale, "clueglass", "_", ":/i18n") || ours.load("clueglass_en", ":/i18n"))
        application.installTranslator(&ours);
}

} // namespace app::desktop
