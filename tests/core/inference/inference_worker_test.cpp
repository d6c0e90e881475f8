// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"
#include "core/inference/inference_worker.h"
#include "tests/support/fake_engine.h"
#include "tests/support/picture_maker.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

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
        connect(m_queue.get(), &AnalysisQueue::requested, m_worker, &InferenceWorker::analyze);
        connect(m_worker, &InferenceWorker::finished, m_queue.get(), &AnalysisQueue::complete);
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
        m_queue->add({m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10000);
        const auto outcome = finished[0][0].value<AnalysisOutcome>();
        QVERIFY(outcome.examination.has_value());
        QCOMPARE((*outcome.examination)->source.width, 320);
        QCOMPARE((*outcome.examination)->source.sha256.size(), std::size_t{64});
        QCOMPARE((*outcome.examination)->verdict, examination::Verdict::Fake);
    }

    void missingFileIsAFailureAndTheQueueGoesOn() {
        QSignalSpy finished(m_queue.get(), &AnalysisQueue::finished);
        m_queue->add({m_folder.filePath("gone.jpg"), m_picture});
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
        const auto ids = m_queue->add({m_picture});
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
        const auto ids = m_queue->add({m_picture});
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
        m_queue->add({m_picture});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        // Twenty a second; 400 steps of at least a millisecond would give 400 without the throttle.
        QVERIFY2(progressed.count() < 200, qPrintable(QString::number(progressed.count())));
    }

  private:
    QTemporaryDir m_folder;
    QString m_picture;
    std::shared_ptr<tests::FakeEngineControl> m_control;
    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<QThread> m_thread;
    InferenceWorker* m_worker = nullptr; // deleted when its thread ends
};

QTEST_GUILESS_MAIN(InferenceWorkerTest)
#include "inference_worker_test.moc"
