// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"
#include "core/inference/inference_worker.h"
#include "tests/support/fake_engine.h"
#include "tests/support/picture_maker.h"
#include "tests/support/queued_jobs.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <variant>

using namespace core;
using namespace core::inference;

/// A worker on its thread, wired to a queue as the application does it.
class InferenceWorkerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_control = std::make_shared<tests::FakeEngineControl>();
        m_queue = std::make_unique<AnalysisQueue>(image::DecodeLimits{});
        auto control = m_control;
        m_worker = new InferenceWorker([control](const EngineChoice&) {
            return Result<std::unique_ptr<Engine>>(std::make_unique<tests::FakeEngine>(control));
        });
        m_thread = std::make_unique<QThread>();
        m_worker->moveToThread(m_thread.get());
        connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
        connect(m_queue.get(), &AnalysisQueue::requested, m_worker, &InferenceWorker::carryOut);
        connect(m_worker, &InferenceWorker::finished, m_queue.get(), &AnalysisQueue::complete);
        connect(m_worker, &InferenceWorker::answerPiece, m_queue.get(),
                &AnalysisQueue::receivePiece);
        connect(m_worker, &InferenceWorker::likelihoodKnown, m_queue.get(),
                &AnalysisQueue::receiveLikelihood);
        connect(m_worker, &InferenceWorker::finished, m_queue.get(),
                [this](const TaskResult& result) {
                    if (result.id.kind == TaskKind::Load && result.value)
                        m_queue->setSlotCount(std::get<EngineInUse>(*result.value).slotCount);
                });
        connect(m_worker, &InferenceWorker::progressed, m_queue.get(), &AnalysisQueue::report);
        m_thread->start();
        QVERIFY(m_folder.isValid());
        m_picture = QString::fromStdString(
            tests::writeFile(m_folder, "scene.jpg",
                             tests::jpegBytes(tests::noisyScene(320, 240, 1)))
                .string());
    }

    void cleanup() {
        m_queue->cancelAll();
        m_thread->quit();
        QVERIFY(m_thread->wait(5000));
        m_queue.reset();
    }

    void pictureIsExaminedOnTheWorkersThread() {
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        tests::addJobs(*m_queue, {m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10000);
        const auto outcome = finished[0][0].value<AnalysisOutcome>();
        QVERIFY(outcome.examination.has_value());
        QCOMPARE((*outcome.examination)->source.width, 320);
        QCOMPARE((*outcome.examination)->source.sha256.size(), std::size_t{64});
        QCOMPARE((*outcome.examination)->verdict, examination::Verdict::Fake);
    }

    void missingFileIsAFailureAndTheQueueGoesOn() {
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        tests::addJobs(*m_queue, {m_folder.filePath("gone.jpg"), m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 10000);
        const auto outcome = finished[0][0].value<AnalysisOutcome>();
        QVERIFY(!outcome.examination);
        QCOMPARE(outcome.examination.error().code, ErrorCode::FileNotFound);
        QCOMPARE(m_queue->count(JobState::Done), 1);
    }

    void runningJobStopsWithinASecond() {
        m_control->waitsForCancel = true;
        QSignalSpy progressed(m_queue.get(), &AnalysisQueue::progressed);
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        const auto ids = tests::addJobs(*m_queue, {m_picture});
        QTRY_VERIFY_WITH_TIMEOUT(progressed.count() > 2, 10000);
        QElapsedTimer timer;
        timer.start();
        m_queue->cancel(ids[0]);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 1000);
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(m_queue->state(ids[0]).value(), JobState::Cancelled);
    }

    void engineThatCannotStartFailsTheJobWithItsMessage() {
        m_control->failsToPrepare = true;
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        const auto ids = tests::addJobs(*m_queue, {m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10000);
        const auto outcome = finished[0][0].value<AnalysisOutcome>();
        QCOMPARE(outcome.examination.error().code, ErrorCode::ModelMissing);
        m_control->failsToPrepare = false;
        m_queue->retry(ids[0]);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->count(JobState::Done), 1, 10000);
    }

    void progressIsThrottled() {
        m_control->millisecondsPerPicture = 400;
        QSignalSpy progressed(m_queue.get(), &AnalysisQueue::progressed);
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        tests::addJobs(*m_queue, {m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        // Twenty a second; 400 steps of at least a millisecond would give 400 without the throttle.
        QVERIFY2(progressed.count() < 200, qPrintable(QString::number(progressed.count())));
    }

    void aChosenEngineIsLoadedWithProgress() {
        QSignalSpy progressed(m_worker, &InferenceWorker::progressed);
        QSignalSpy finished(m_worker, &InferenceWorker::finished);
        request({7, LoadEngine{{EngineKind::FakeVlm, "/a", ""}}, {}});
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(resultOf(finished, 0).id, (TaskId{TaskKind::Load, 7}));
        const auto inUse = std::get<EngineInUse>(*resultOf(finished, 0).value);
        QCOMPARE(inUse.choice.modelDirectory, std::string("/a"));
        QCOMPARE(inUse.record.name, std::string("fake"));
        QVERIFY(progressed.count() >= 1);
        QCOMPARE(progressed[0][0].value<TaskProgress>().id, (TaskId{TaskKind::Load, 7}));
    }

    void loadingStopsWithinASecondAndTheEngineBeforeStays() {
        QSignalSpy finished(m_worker, &InferenceWorker::finished);
        request({1, LoadEngine{}, {}});
        QTRY_COMPARE(finished.count(), 1);
        m_control->loadsUntilCancelled = true;
        std::stop_source stop;
        request({2, LoadEngine{}, stop.get_token()});
        QTRY_COMPARE(m_control->loads.load(), 2);
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 1000);
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(resultOf(finished, 1).id, (TaskId{TaskKind::Load, 2}));
        QCOMPARE(resultOf(finished, 1).value.error().code, ErrorCode::Cancelled);
        tests::addJobs(*m_queue, {m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->count(JobState::Done), 1, 10000);
        QCOMPARE(m_control->loads.load(), 2);
    }

    void aChoiceStoppedBeforehandIsNotLoaded() {
        QSignalSpy finished(m_worker, &InferenceWorker::finished);
        std::stop_source stop;
        stop.request_stop();
        request({3, LoadEngine{}, stop.get_token()});
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(resultOf(finished, 0).value.error().code, ErrorCode::Cancelled);
        QCOMPARE(m_control->loads.load(), 0);
    }

    void wordsArriveBeforeTheResult() {
        m_control->speaks = true;
        m_control->waitsMidAnswer = true;
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        const auto ids = tests::addJobs(*m_queue, {m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->answerSoFar(ids[0]),
                                  QString("This is a fake image. The hand"), 10000);
        QCOMPARE(finished.count(), 0);
        m_control->waitsMidAnswer = false;
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10000);
        const auto outcome = finished[0][0].value<AnalysisOutcome>();
        QCOMPARE((*outcome.examination)->answer.value(),
                 std::string("This is a fake image. The hand has six fingers."));
        QVERIFY(m_queue->answerSoFar(ids[0]).isEmpty());
    }

    void picturesAreExaminedTogether() {
        m_control->capacity = 3;
        QSignalSpy ready(m_worker, &InferenceWorker::finished);
        request({1, LoadEngine{}, {}});
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(std::get<EngineInUse>(*resultOf(ready, 0).value).slotCount, 3);
        QCoreApplication::processEvents(); // the queue learns of it in this thread
        QStringList paths(7, m_picture);
        paths[2] = m_folder.filePath("gone.jpg");
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        tests::addJobs(*m_queue, paths);
        QCOMPARE(m_queue->count(JobState::Running), 3);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 7, 10000);
        QCOMPARE(m_queue->count(JobState::Done), 6);
        QCOMPARE(m_queue->count(JobState::Failed), 1);
        QCOMPARE(m_control->together.load(), 3);
        for (const auto& end : finished) {
            const auto outcome = end[0].value<AnalysisOutcome>();
            if (outcome.examination)
                QCOMPARE((*outcome.examination)->source.sha256.size(), std::size_t{64});
        }
    }

    void oneOfSeveralIsCancelledAndItsProbabilityWasKnown() {
        m_control->capacity = 2;
        m_control->waitsMidAnswer = true;
        QSignalSpy ready(m_worker, &InferenceWorker::finished);
        request({1, LoadEngine{}, {}});
        QTRY_COMPARE(ready.count(), 1);
        QCoreApplication::processEvents();
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        const auto ids = tests::addJobs(*m_queue, {m_picture, m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->likelihood(ids[1]), std::optional(0.93), 10000);
        QTRY_VERIFY(m_queue->answerSoFar(ids[0]).startsWith("word "));
        m_queue->cancel(ids[0]);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 1000);
        QCOMPARE(m_queue->state(ids[0]).value(), JobState::Cancelled);
        QVERIFY(!m_queue->likelihood(ids[0]));
        QCOMPARE(m_queue->state(ids[1]).value(), JobState::Running);
        m_control->waitsMidAnswer = false;
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->count(JobState::Done), 1, 10000);
    }

    void anotherEngineComesAfterThePicturesInProgress() {
        m_control->capacity = 2;
        QSignalSpy finished(m_worker, &InferenceWorker::finished);
        request({1, LoadEngine{}, {}});
        QTRY_COMPARE(finished.count(), 1);
        tests::addJobs(*m_queue, QStringList(5, m_picture));
        m_control->capacity = 1;
        request({2, LoadEngine{}, {}});
        const auto isLoaded = [&] {
            return std::ranges::any_of(finished, [](const QList<QVariant>& arguments) {
                return arguments[0].value<TaskResult>().id == TaskId{TaskKind::Load, 2};
            });
        };
        QTRY_VERIFY(isLoaded());
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->count(JobState::Done), 5, 10000);
    }

    void questionsAreAnswered() {
        m_control->speaks = true;
        AskQuestion question = about(examined());
        question.inquiry = {"Which hand?", {"Where?"}};
        QSignalSpy pieces(m_worker, &InferenceWorker::answerPiece);
        const auto answer = asked(question);
        QVERIFY(answer.has_value());
        QCOMPARE(std::get<QString>(*answer), QString("You asked Which hand? after 1."));
        QCOMPARE(pieces.count(), 5);
        QCOMPARE(pieces[0][0].value<TaskId>(), (TaskId{TaskKind::Ask, 5}));
    }

    void questionsAboutAChangedFileOrToAnotherModelAreRefused() {
        m_control->speaks = true;
        AskQuestion question = about(examined());
        question.sha256 = std::string(64, '0');
        QCOMPARE(asked(question).error().code, ErrorCode::InvalidArgument);
        question.modelSha256 = "another";
        QCOMPARE(asked(question).error().code, ErrorCode::EngineUnavailable);
    }

    void anEngineThatCannotAnswerSaysSo() {
        QCOMPARE(asked(about(examined())).error().code, ErrorCode::EngineUnavailable);
    }

    void aQuestionIsCancelledWithinASecond() {
        m_control->speaks = true;
        AskQuestion question = about(examined());
        m_control->waitsMidAnswer = true;
        std::stop_source stop;
        QSignalSpy pieces(m_worker, &InferenceWorker::answerPiece);
        QSignalSpy answered(m_worker, &InferenceWorker::finished);
        request({5, question, stop.get_token()});
        QTRY_COMPARE(pieces.count(), 2);
        stop.request_stop();
        QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, 1000);
        QCOMPARE(resultOf(answered, 0).value.error().code, ErrorCode::Cancelled);
    }

  private:
    void request(const EngineTask& task) {
        QMetaObject::invokeMethod(m_worker, [this, task] { m_worker->carryOut(task); });
    }

    static TaskResult resultOf(const QSignalSpy& finished, int index) {
        return finished[index][0].value<TaskResult>();
    }

    std::shared_ptr<const examination::Examination> examined() {
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        tests::addJobs(*m_queue, {m_picture});
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10000); }();
        return *finished[0][0].value<AnalysisOutcome>().examination;
    }

    AskQuestion about(const std::shared_ptr<const examination::Examination>& examination) {
        AskQuestion question;
        question.path = m_picture;
        question.sha256 = examination->source.sha256;
        question.modelSha256 = examination->engine.modelSha256;
        question.inquiry.question = "Why?";
        return question;
    }

    Result<TaskValue> asked(const AskQuestion& question) {
        QSignalSpy answered(m_worker, &InferenceWorker::finished);
        request({5, question, {}});
        [&] { QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, 10000); }();
        return resultOf(answered, 0).value;
    }

    QTemporaryDir m_folder;
    QString m_picture;
    std::shared_ptr<tests::FakeEngineControl> m_control;
    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<QThread> m_thread;
    InferenceWorker* m_worker = nullptr; // deleted when its thread ends
};

QTEST_GUILESS_MAIN(InferenceWorkerTest)
#include "inference_worker_test.moc"
