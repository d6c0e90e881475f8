// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/peek_key.h"

#include <QAction>
#include <QKeyEvent>
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
        QAction action;

        Window() {
            auto* layout = new QVBoxLayout(&window);
            layout->addWidget(page);
            layout->addWidget(list);
            layout->addWidget(edit);
            action.setShortcuts({QKeySequence(Qt::Key_H), QKeySequence(Qt::Key_F8)});
            window.addAction(&action);
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
        PeekKey key(made.page, &made.action, 0);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        QTest::keyPress(made.list, Qt::Key_H);
        QCOMPARE(peeking.takeLast().first().toBool(), true);
        QTest::keyRelease(made.list, Qt::Key_H);
        QCOMPARE(peeking.takeLast().first().toBool(), false);
    }

    void tappingToggles() {
        Window made;
        QVERIFY(QTest::qWaitForWindowActive(&made.window));
        PeekKey key(made.page, &made.action, 60'000);
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
        PeekKey key(made.page, &made.action);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        made.edit->setFocus();
        QTest::keyClick(made.edit, Qt::Key_H);
        QCOMPARE(made.edit->text(), QString("h"));
        QCOMPARE(peeking.size(), 0);
    }

    void everyKeyOfTheActionWorksAndAChangedOne() {
        Window made;
        QVERIFY(QTest::qWaitForWindowActive(&made.window));
        PeekKey key(made.page, &made.action, 0);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        QTest::keyClick(made.list, Qt::Key_F8);
        QCOMPARE(peeking.size(), 2);
        made.action.setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_B));
        QTest::keyClick(made.list, Qt::Key_F8);
        QTest::keyClick(made.list, Qt::Key_B);
        QCOMPARE(peeking.size(), 2);
        QTest::keyPress(made.list, Qt::Key_B, Qt::ShiftModifier);
        QTest::keyRelease(made.list, Qt::Key_B); // Shift was let go first
        QCOMPARE(peeking.size(), 4);
        QCOMPARE(peeking.last().first().toBool(), false);
    }

    void aRepetitionThatIsNotMarkedAsOneIsNoTap() {
        Window made;
        QVERIFY(QTest::qWaitForWindowActive(&made.window));
        PeekKey key(made.page, &made.action, 20);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        const auto send = [&](QEvent::Type type, quint64 at) {
            QKeyEvent event(type, Qt::Key_H, Qt::NoModifier);
            event.setTimestamp(at);
            QApplication::sendEvent(made.list, &event);
        };
        send(QEvent::KeyPress, 1000);
        QTest::qWait(30);
        send(QEvent::KeyRelease, 1120);
        send(QEvent::KeyPress, 1120);
        send(QEvent::KeyRelease, 1150);
        QCOMPARE(peeking.last().first().toBool(), false);
    }

    void choosingTheActionIsATap() {
        Window made;
        PeekKey key(made.page, &made.action);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        made.action.trigger();
        QCOMPARE(peeking.takeLast().first().toBool(), true);
        made.action.trigger();
        QCOMPARE(peeking.takeLast().first().toBool(), false);
    }

    void hiddenPagesDoNotListen() {
        Window made;
        QVERIFY(QTest::qWaitForWindowActive(&made.window));
        PeekKey key(made.page, &made.action);
        QSignalSpy peeking(&key, &PeekKey::peekingChanged);
        made.page->hide();
        QTest::keyClick(made.list, Qt::Key_H);
        QCOMPARE(peeking.size(), 0);
    }
};

QTEST_MAIN(PeekKeyTest)
#include "peek_key_test.moc"
