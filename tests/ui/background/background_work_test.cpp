// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/background/background_work.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>

namespace background = ui::background;

class BackgroundWorkTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void worksElsewhereAndAnswersHere() {
        QObject receiver;
        QThread* worked = nullptr;
        QThread* answered = nullptr;
        background::run(
            &receiver, [] { return QThread::currentThread(); },
            [&](QThread* thread) {
                worked = thread;
                answered = QThread::currentThread();
            });
        QTRY_VERIFY(answered != nullptr);
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(worked != answered);
    }

    void nobodyIsCalledWhoIsGone() {
        auto receiver = std::make_unique<QObject>();
        QObject witness;
        QSemaphore isGone;
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        bool isCalled = false;
        bool isOver = false;
        background::run(
            pool, receiver.get(),
            [&] {
                isGone.acquire();
                return 1;
            },
            [&](int) { isCalled = true; });
        background::run(
            pool, &witness, [] { return 2; }, [&](int) { isOver = true; });
        receiver.reset();
        isGone.release();
        QTRY_VERIFY(isOver); // the second answer comes after the first one would have
        QVERIFY(!isCalled);
    }

    void callsInBetweenKeepTheirOrder() {
        QObject receiver;
        QList<int> calls;
        background::run(
            &receiver,
            [&calls, target = QPointer<QObject>(&receiver)] {
                for (int i = 0; i < 3; ++i)
                    background::callUnlessGone(target, [&calls, i] { calls << i; });
                return 3;
            },
            [&](int last) { calls << last; });
        QTRY_COMPARE(calls, (QList<int>{0, 1, 2, 3}));
    }
};

QTEST_GUILESS_MAIN(BackgroundWorkTest)
#include "background_work_test.moc"
