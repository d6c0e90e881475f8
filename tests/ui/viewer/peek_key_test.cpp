// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/peek_key.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using ui::viewer::PeekKey;

class PeekKeyTest : public QObject {
    Q_OBJECT

  private:
    struct Window {
        QWidget window;
        QWidget* page = new QWidget;
        QListWidget* list = new QListWidget;
        QLineEdit* edit = new QLineEdit;

        Window() {
            auto* layout = new QVBoxLayout(&window);
            layout->addWidget(page);
            layout->addWidget(list);
            layout->addWidget(edit);
            list->addItems({"heat", "other"});
            window.show();
            window.activateWindow();
            list->setFocus();
        }
    };

  private Q_SLOTS:
    void holdingPeeksUntilTheRelease() {
        Window made;
        QVERIFY(QTest::qWaitForWindowActive(&made.window));
        PeekKey key(made.page, Qt::Key_H, 0);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        QTest::keyPress(made.list, Qt::Key_H);
        QCOMPARE(peeking.takeLast().first().toBool(), true);
        QTest::keyRelease(made.list, Qt::Key_H);
        QCOMPARE(peeking.takeLast().first().toBool(), false);
    }

    void tappingToggles() {
        Window made;
        QVERIFY(QTest::qWaitForWindowActive(&made.window));
        PeekKey key(made.page, Qt::Key_H, 60'000);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        QTest::keyClick(made.list, Qt::Key_H);
        QCOMPARE(peeking.size(), 1);
        QCOMPARE(peeking.last().first().toBool(), true);
        QTest::keyClick(made.list, Qt::Key_H);
        QCOMPARE(peeking.size(), 2);
        QCOMPARE(peeking.last().first().toBool(), false);
    }

    void textFieldsKeepTheirLetter() {
        Window made;
        QVERIFY(QTest::qWaitForWindowActive(&made.window));
        PeekKey key(made.page, Qt::Key_H);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        made.edit->setFocus();
        QTest::keyClick(made.edit, Qt::Key_H);
        QCOMPARE(made.edit->text(), QString("h"));
        QCOMPARE(peeking.size(), 0);
    }

    void hiddenPagesDoNotListen() {
        Window made;
        QVERIFY(QTest::qWaitForWindowActive(&made.window));
        PeekKey key(made.page, Qt::Key_H);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        made.page->hide();
        QTest::keyClick(made.list, Qt::Key_H);
        QCOMPARE(peeking.size(), 0);
    }
};

QTEST_MAIN(PeekKeyTest)
#include "peek_key_test.moc"
