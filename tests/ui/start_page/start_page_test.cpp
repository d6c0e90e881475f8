// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/active_window.h"
#include "ui/start_page/start_page.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using ui::start_page::StartPage;

class StartPageTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void asksForFilesAndFolders() {
        StartPage page;
        QSignalSpy files(&page, &StartPage::openFilesRequested);
        QSignalSpy folder(&page, &StartPage::openFolderRequested);
        QTest::mouseClick(page.findChild<QPushButton*>("openFilesButton"), Qt::LeftButton);
        QTest::mouseClick(page.findChild<QPushButton*>("openFolderButton"), Qt::LeftButton);
        QCOMPARE(files.count(), 1);
        QCOMPARE(folder.count(), 1);
    }

    void saysWhatADropWillDo() {
        StartPage page;
        const auto* target = page.findChild<QLabel*>("dropTarget");
        const QString idle = target->text();
        page.setDropActive(true);
        QVERIFY(target->text() != idle);
        page.setDropActive(false);
        QCOMPARE(target->text(), idle);
    }

    void hidesTheListWhenNothingWasOpened() {
        StartPage page;
        QVERIFY(page.findChild<QListWidget*>("recentList")->isHidden());
        page.setRecent({"/nowhere/a.jpg"});
        QVERIFY(!page.findChild<QListWidget*>("recentList")->isHidden());
        page.setRecent({});
        QVERIFY(page.findChild<QListWidget*>("recentList")->isHidden());
    }

    void graysWhatIsNoLongerThere() {
        const QTemporaryDir directory;
        StartPage page;
        page.setRecent({directory.path(), directory.filePath("gone.jpg")});
        const auto* list = page.findChild<QListWidget*>("recentList");
        QTRY_VERIFY(!list->item(1)->flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(!list->item(1)->toolTip().isEmpty());
        QVERIFY(list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
    }

    void choosingOpensThePath() {
        StartPage page;
        QVERIFY(tests::showActive(&page));
        page.setRecent({QDir::tempPath()});
        auto* list = page.findChild<QListWidget*>("recentList");
        QSignalSpy chosen(&page, &StartPage::pathChosen);
        list->setFocus();
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QDir::tempPath());
    }
};

QTEST_MAIN(StartPageTest)
#include "start_page_test.moc"
