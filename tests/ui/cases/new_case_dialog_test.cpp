// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/new_case_dialog.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

using ui::cases::NewCaseDialog;

class NewCaseDialogTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theNameBecomesAFolder() {
        NewCaseDialog dialog(m_place.path(), 3);
        dialog.findChild<QLineEdit*>("caseName")->setText(" Harbor ");
        dialog.findChild<QRadioButton*>("keepCopies")->setChecked(true);
        const auto wanted = dialog.newCase();
        QCOMPARE(wanted.folder, m_place.filePath("Harbor.clueglass"));
        QCOMPARE(wanted.keeping, core::cases::Keeping::Copied);
        QVERIFY(wanted.takesOpenPictures);
    }

    void withoutOpenPicturesNothingIsTakenIn() {
        const NewCaseDialog dialog(m_place.path(), 0);
        QVERIFY(!dialog.newCase().takesOpenPictures);
        QCOMPARE(dialog.newCase().keeping, core::cases::Keeping::Referenced);
    }

    void whatCannotBeMadeIsSaidBefore() {
        QVERIFY(QDir(m_place.path()).mkdir("taken.clueglass"));
        NewCaseDialog dialog(m_place.path(), 0);
        auto* name = dialog.findChild<QLineEdit*>("caseName");
        const auto* make = dialog.findChild<QPushButton*>("makeCaseButton");
        QVERIFY(make->isEnabled());
        for (const char* bad : {"", "  ", "a/b", ".hidden", "taken", "taken.clueglass"}) {
            name->setText(QString::fromLatin1(bad));
            QVERIFY2(!make->isEnabled(), bad);
        }
    }

  private:
    QTemporaryDir m_place;
};

QTEST_MAIN(NewCaseDialogTest)
#include "new_case_dialog_test.moc"
