// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"
#include "tests/support/queued_jobs.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace core::inference;

namespace {

AnalysisOutcome doneOutcome(const AnalysisRequest& request) {
    return {request.id, request.path, std::make_shared<const examination::Examination>()};
}

AnalysisRequest lastRequest(const QSignalSpy& spy) {
    return spy.last().at(0).value<AnalysisRequest>();
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
        QCOMPARE(lastRequest(requests).path, QString("a"));
        queue.complete(doneOutcome(lastRequest(requests)));
        QCOMPARE(requests.count(), 2);
        QCOMPARE(lastRequest(requests).path, QString("b"));
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
        queue.complete(doneOutcome(requests[0][0].value<AnalysisRequest>()));
        QCOMPARE(lastRequest(requests).path, QString("c"));
        queue.setSlotCount(1); // what runs goes on
        QCOMPARE(queue.count(JobState::Running), 2);
        queue.complete(doneOutcome(requests[1][0].value<AnalysisRequest>()));
        QCOMPARE(requests.count(), 3);
        queue.complete(doneOutcome(lastRequest(requests)));
        QCOMPARE(lastRequest(requests).path, QString("d"));
    }

    void clearedQueueDropsAllThatRan() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        QSignalSpy finished(&queue, &AnalysisQueue::finished);
        queue.setSlotCount(2);
        tests::addJobs(queue, {"a", "b", "c"});
        queue.clear();
        for (const auto& request : requests) {
            QVERIFY(request[0].value<AnalysisRequest>().stop.stop_requested());
            queue.complete(doneOutcome(request[0].value<AnalysisRequest>()));
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
        queue.complete(doneOutcome(lastRequest(requests)));
        QCOMPARE(lastRequest(requests).path, QString("c"));
    }

    void pauseLetsTheRunningJobEndAndStartsNoOther() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        tests::addJobs(queue, {"a", "b"});
        queue.pause();
        queue.complete(doneOutcome(lastRequest(requests)));
        QCOMPARE(requests.count(), 1);
        queue.resume();
        QCOMPARE(requests.count(), 2);
    }

    void wordsBelongToTheirPictureOnly() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        QSignalSpy grew(&queue, &AnalysisQueue::answerGrew);
        const auto ids = tests::addJobs(queue, {"a", "b"});
        queue.receivePiece(ids[0], "one ");
        queue.receivePiece(ids[1], "stray ");
        queue.receivePiece(ids[0], "two");
        QCOMPARE(queue.answerSoFar(ids[0]), QString("one two"));
        QVERIFY(queue.answerSoFar(ids[1]).isEmpty());
        QCOMPARE(grew.count(), 2);
        queue.complete(doneOutcome(lastRequest(requests)));
        QVERIFY(queue.answerSoFar(ids[0]).isEmpty());
        queue.receivePiece(ids[0], "late");
        QCOMPARE(grew.count(), 2);
    }

    void cancelAllEndsEveryJobExactlyOnce() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        QSignalSpy finished(&queue, &AnalysisQueue::finished);
        tests::addJobs(queue, {"a", "b", "c"});
        const AnalysisRequest running = lastRequest(requests);
        queue.cancelAll();
        QVERIFY(running.stop.stop_requested());
        QCOMPARE(finished.count(), 2);
        queue.complete({running.id, running.path, cancelled()});
        QCOMPARE(finished.count(), 3);
        QCOMPARE(queue.count(JobState::Cancelled), 3);
        QCOMPARE(requests.count(), 1);
    }

    void lateAnswerIsDropped() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        QSignalSpy finished(&queue, &AnalysisQueue::finished);
        tests::addJobs(queue, {"a"});
        const AnalysisOutcome outcome = doneOutcome(lastRequest(requests));
        queue.complete(outcome);
        queue.complete(outcome);
        QCOMPARE(finished.count(), 1);
    }

    void failedJobCanBeRetried() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        const auto ids = tests::addJobs(queue, {"a"});
        const AnalysisRequest first = lastRequest(requests);
        queue.complete({first.id, first.path, fail(ErrorCode::FileNotFound, "gone")});
        QCOMPARE(queue.state(ids[0]).value(), JobState::Failed);
        queue.retry(ids[0]);
        QCOMPARE(requests.count(), 2);
        QVERIFY(!lastRequest(requests).stop.stop_requested());
        queue.complete(doneOutcome(lastRequest(requests)));
        QCOMPARE(queue.state(ids[0]).value(), JobState::Done);
        QCOMPARE(queue.total(), 1);
    }

    void remainingTimeIsKnownAfterTheFirstJob() {
        AnalysisQueue queue{{}};
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        tests::addJobs(queue, {"a", "b"});
        QVERIFY(!queue.remainingMilliseconds());
        queue.complete(doneOutcome(lastRequest(requests)));
        QVERIFY(queue.remainingMilliseconds().has_value());
    }
};

QTEST_GUILESS_MAIN(AnalysisQueueTest)
#include "analysis_queue_test.moc"
