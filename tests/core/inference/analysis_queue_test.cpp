// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"
#include "tests/support/queued_jobs.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace core::inference;

namespace {

TaskResult doneResult(const EngineTask& task) {
    return {task.id(), TaskValue(std::make_shared<const examination::Examination>())};
}

EngineTask lastTask(const QSignalSpy& spy) {
    return spy.last().at(0).value<EngineTask>();
}

} // namespace

class AnalysisQueueTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void oneRequestAtATimeInOrder() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        tests::addJobs(queue, {"a", "b", "c"});
        QCOMPARE(requests.count(), 1);
        QCOMPARE(tests::pathOf(lastTask(requests)), QString("a"));
        queue.complete(doneResult(lastTask(requests)));
        QCOMPARE(requests.count(), 2);
        QCOMPARE(tests::pathOf(lastTask(requests)), QString("b"));
        QCOMPARE(queue.count(JobState::Done), 1);
        QCOMPARE(queue.count(JobState::Waiting), 1);
    }

    void asManyRequestsAsTheEngineTakes() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        queue.setSlotCount(2);
        const auto ids = tests::addJobs(queue, {"a", "b", "c", "d"});
        QCOMPARE(requests.count(), 2);
        QCOMPARE(queue.count(JobState::Running), 2);
        queue.complete(doneResult(requests[0][0].value<EngineTask>()));
        QCOMPARE(tests::pathOf(lastTask(requests)), QString("c"));
        queue.setSlotCount(1); // what runs goes on
        QCOMPARE(queue.count(JobState::Running), 2);
        queue.complete(doneResult(requests[1][0].value<EngineTask>()));
        QCOMPARE(requests.count(), 3);
        queue.complete(doneResult(lastTask(requests)));
        QCOMPARE(tests::pathOf(lastTask(requests)), QString("d"));
    }

    void clearedQueueDropsAllThatRan() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        QSignalSpy finished(&queue, &AnalysisQueue::finished);
        queue.setSlotCount(2);
        tests::addJobs(queue, {"a", "b", "c"});
        queue.clear();
        for (const auto& request : requests) {
            QVERIFY(request[0].value<EngineTask>().stop.stop_requested());
            queue.complete(doneResult(request[0].value<EngineTask>()));
        }
        QCOMPARE(finished.count(), 0);
        QCOMPARE(queue.total(), 0);
        QCOMPARE(requests.count(), 2);
    }

    void pictureOnScreenGoesFirst() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        const auto ids = tests::addJobs(queue, {"a", "b", "c"});
        queue.moveToFront(ids[2]);
        queue.complete(doneResult(lastTask(requests)));
        QCOMPARE(tests::pathOf(lastTask(requests)), QString("c"));
    }

    void pauseLetsTheRunningJobEndAndStartsNoOther() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        tests::addJobs(queue, {"a", "b"});
        queue.pause();
        queue.complete(doneResult(lastTask(requests)));
        QCOMPARE(requests.count(), 1);
        queue.resume();
        QCOMPARE(requests.count(), 2);
    }

    void wordsBelongToTheirPictureOnly() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        QSignalSpy grew(&queue, &AnalysisQueue::answerGrew);
        const auto ids = tests::addJobs(queue, {"a", "b"});
        queue.receivePiece(tests::examining(ids[0]), "one ");
        queue.receivePiece(tests::examining(ids[1]), "stray ");
        queue.receivePiece(tests::examining(ids[0]), "two");
        QCOMPARE(queue.answerSoFar(ids[0]), QString("one two"));
        QVERIFY(queue.answerSoFar(ids[1]).isEmpty());
        QCOMPARE(grew.count(), 2);
        queue.complete(doneResult(lastTask(requests)));
        QVERIFY(queue.answerSoFar(ids[0]).isEmpty());
        queue.receivePiece(tests::examining(ids[0]), "late");
        QCOMPARE(grew.count(), 2);
    }

    void cancelAllEndsEveryJobExactlyOnce() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        QSignalSpy finished(&queue, &AnalysisQueue::finished);
        tests::addJobs(queue, {"a", "b", "c"});
        const EngineTask running = lastTask(requests);
        queue.cancelAll();
        QVERIFY(running.stop.stop_requested());
        QCOMPARE(finished.count(), 2);
        queue.complete({running.id(), cancelled()});
        QCOMPARE(finished.count(), 3);
        QCOMPARE(queue.count(JobState::Cancelled), 3);
        QCOMPARE(requests.count(), 1);
    }

    void lateAnswerIsDropped() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        QSignalSpy finished(&queue, &AnalysisQueue::finished);
        tests::addJobs(queue, {"a"});
        const TaskResult result = doneResult(lastTask(requests));
        queue.complete(result);
        queue.complete(result);
        QCOMPARE(finished.count(), 1);
    }

    void failedJobCanBeRetried() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        const auto ids = tests::addJobs(queue, {"a"});
        const EngineTask first = lastTask(requests);
        queue.complete({first.id(), fail(ErrorCode::FileNotFound, "gone")});
        QCOMPARE(queue.state(ids[0]).value(), JobState::Failed);
        queue.retry(ids[0]);
        QCOMPARE(requests.count(), 2);
        QVERIFY(!lastTask(requests).stop.stop_requested());
        queue.complete(doneResult(lastTask(requests)));
        QCOMPARE(queue.state(ids[0]).value(), JobState::Done);
        QCOMPARE(queue.total(), 1);
    }

    void remainingTimeIsKnownAfterTheFirstJob() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        tests::addJobs(queue, {"a", "b"});
        QVERIFY(!queue.remainingMilliseconds());
        queue.complete(doneResult(lastTask(requests)));
        QVERIFY(queue.remainingMilliseconds().has_value());
    }
};

QTEST_GUILESS_MAIN(AnalysisQueueTest)
#include "analysis_queue_test.moc"
