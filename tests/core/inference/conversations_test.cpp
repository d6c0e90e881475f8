// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/conversations.h"
#include "tests/support/queued_jobs.h"

#include <QSignalSpy>
#include <QTest>

#include <variant>

using namespace core;
using namespace core::inference;

class ConversationsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_queue = std::make_unique<AnalysisQueue>(image::DecodeLimits{});
        m_talks = std::make_unique<Conversations>(m_queue.get());
        m_requests = std::make_unique<QSignalSpy>(m_talks.get(), &Conversations::requested);
        m_ids = tests::addJobs(*m_queue, {"/a.jpg", "/b.jpg"});
        m_examination.source.sha256 = "file";
        m_examination.engine.modelSha256 = "model";
    }

    void cleanup() {
        m_talks.reset();
        m_queue.reset();
    }

    void questionCarriesItsPictureAndWhatWasAskedBefore() {
        m_talks->ask(m_ids[0], m_examination, "  Why?  ");
        const auto first = lastTask();
        QCOMPARE(askedIn(first).path, QString("/a.jpg"));
        QCOMPARE(askedIn(first).sha256, std::string("file"));
        QCOMPARE(askedIn(first).modelSha256, std::string("model"));
        QCOMPARE(askedIn(first).inquiry.question, std::string("Why?"));
        QVERIFY(askedIn(first).inquiry.earlier.empty());
        m_talks->complete({first.id(), TaskValue(QString("Because."))});
        m_talks->ask(m_ids[0], m_examination, "Where?");
        QCOMPARE(askedIn(lastTask()).inquiry.earlier, std::vector<std::string>{"Why?"});
    }

    void wordsGoToTheirPicture() {
        m_talks->ask(m_ids[0], m_examination, "Why?");
        const auto first = lastTask();
        m_talks->ask(m_ids[1], m_examination, "Where?");
        const auto second = lastTask();
        m_talks->receivePiece(second.id(), "There");
        m_talks->receivePiece(first.id(), "Because");
        m_talks->receivePiece(first.id(), " so");
        m_talks->receivePiece({TaskKind::Examine, first.number}, "stray");
        QCOMPARE(m_talks->turns(m_ids[0]).back().answer, QString("Because so"));
        QCOMPARE(m_talks->turns(m_ids[1]).back().answer, QString("There"));
        m_talks->complete({first.id(), TaskValue(QString("Because so."))});
        QCOMPARE(m_talks->turns(m_ids[0]).back().answer, QString("Because so."));
        QVERIFY(!m_talks->isAsking(m_ids[0]));
        QVERIFY(m_talks->isAsking(m_ids[1]));
    }

    void oneQuestionAtATimeForEachPicture() {
        m_talks->ask(m_ids[0], m_examination, "Why?");
        m_talks->ask(m_ids[0], m_examination, "Why not?");
        m_talks->ask(m_ids[1], m_examination, "   ");
        QCOMPARE(m_requests->count(), 1);
    }

    void cancelledAndFailedQuestionsAreNotRepeatedToTheModel() {
        m_talks->ask(m_ids[0], m_examination, "Why?");
        m_talks->cancel(m_ids[0]);
        QVERIFY(lastTask().stop.stop_requested());
        m_talks->complete({lastTask().id(), cancelled()});
        QCOMPARE(m_talks->turns(m_ids[0]).back().state, Turn::State::Cancelled);
        m_talks->ask(m_ids[0], m_examination, "Where?");
        m_talks->complete({lastTask().id(), fail(ErrorCode::FileNotFound, "It is gone.")});
        QCOMPARE(m_talks->turns(m_ids[0]).back().error->message, std::string("It is gone."));
        m_talks->ask(m_ids[0], m_examination, "Who?");
        QVERIFY(askedIn(lastTask()).inquiry.earlier.empty());
    }

    void examiningAgainEndsTheConversation() {
        QSignalSpy requested(m_queue.get(), &AnalysisQueue::requested);
        m_queue->complete({tests::examining(m_ids[0]),
                           TaskValue(std::make_shared<const examination::Examination>())});
        m_talks->ask(m_ids[0], m_examination, "Why?");
        const auto question = lastTask();
        m_queue->retry(m_ids[0]);
        QVERIFY(question.stop.stop_requested());
        QVERIFY(m_talks->turns(m_ids[0]).empty());
        m_talks->receivePiece(question.id(), "late");
        m_talks->complete({question.id(), TaskValue(QString("late"))});
        QVERIFY(m_talks->turns(m_ids[0]).empty());
    }

    void theEndStopsEveryQuestion() {
        m_talks->ask(m_ids[0], m_examination, "Why?");
        const auto question = lastTask();
        m_talks.reset();
        QVERIFY(question.stop.stop_requested());
    }

  private:
    EngineTask lastTask() const { return m_requests->last()[0].value<EngineTask>(); }
    static AskQuestion askedIn(const EngineTask& task) { return std::get<AskQuestion>(task.work); }

    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<Conversations> m_talks;
    std::unique_ptr<QSignalSpy> m_requests;
    std::vector<JobId> m_ids;
    examination::Examination m_examination;
};

QTEST_GUILESS_MAIN(ConversationsTest)
#include "conversations_test.moc"
