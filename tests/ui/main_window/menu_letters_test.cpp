// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/menu_letters.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTranslator>

/// Alt and a letter must lead to one entry of a menu, in every language.
class MenuLettersTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<core::settings::Settings>(); }

    void noLetterIsUsedTwice_data() {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "de", "fr"})
            QTest::newRow(language) << QString(language);
    }

    void noLetterIsUsedTwice() {
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(":/i18n/clueglass_" + language + ".qm"));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        core::inference::AnalysisQueue queue{core::image::DecodeLimits()};
        ui::main_window::MainWindow window(&queue, core::settings::Settings());
        QStringList clashes;
        check("the menu bar", window.menuBar()->actions(), clashes);
        QCoreApplication::removeTranslator(&translator);
        QVERIFY2(clashes.isEmpty(), qPrintable("\n" + clashes.join('\n')));
    }

    void aLetterThatIsTakenIsReplaced() {
        QAction first("&Open");
        QAction second("&Other");
        QAction third("&Oo");
        QAction fourth("Save && &Oh");
        ui::main_window::makeLettersUnique({&first, &second, &third, &fourth});
        QCOMPARE(first.text(), QString("&Open"));
        QCOMPARE(second.text(), QString("O&ther"));
        QCOMPARE(third.text(), QString("Oo")); // nothing is free
        QCOMPARE(fourth.text(), QString("&Save && Oh"));
    }

  private:
    static void check(const QString& menu, const QList<QAction*>& entries, QStringList& clashes) {
        QMap<QChar, QString> taken;
        for (const QAction* entry : entries) {
            if (entry->menu() != nullptr)
                check(entry->text(), entry->menu()->actions(), clashes);
            const QChar letter = ui::main_window::menuLetter(entry->text());
            if (letter.isNull())
                continue;
            if (taken.contains(letter))
                clashes << QString("%1: %2 | %3").arg(menu, taken[letter], entry->text());
            taken[letter] = entry->text();
        }
    }
};

QTEST_MAIN(MenuLettersTest)
#include "menu_letters_test.moc"
