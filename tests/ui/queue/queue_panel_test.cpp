// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"
#include "tests/support/gallery_rows.h"
#include "tests/support/queued_jobs.h"
#include "ui/queue/queue_panel.h"

#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using core::examination::Verdict;
using core::inference::AnalysisQueue;
using core::inference::EngineTask;
using core::inference::JobId;
using core::inference::JobState;
using ui::queue::QueuePanel;

/// The queue is the real one; the test answers its requests as the worker would.
class QueuePanelTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
        m_requests.clear();
        connect(m_queue.get(), &AnalysisQueue::requested, this,
                [this](const EngineTask& task) { m_requests << task.number; });
        m_panel = std::make_unique<QueuePanel>(m_queue.get());
        m_panel->show();
    }

    void cleanup() { m_panel.reset(); }

    void countsWhatIsDone() {
        tests::addJobs(*m_queue, {"/p/a.jpg", "/p/b.jpg", "/p/c.jpg"});
        succeed(1);
        QTRY_VERIFY(text("queueText").contains("1 of 3"));
        auto* bar = m_panel->findChild<QProgressBar*>("queueProgress");
        QCOMPARE(bar->maximum(), 3);
        QCOMPARE(bar->value(), 1);
        QVERIFY(bar->isVisible());
    }

    void namesTheFileAndTheStage() {
        tests::addJobs(*m_queue, {"/p/beach.jpg"});
        m_queue->report({tests::examining(1), "decode", 0.3});
        QTRY_VERIFY(text("queueCurrent").contains("beach.jpg"));
    }

    void pausesAndGoesOn() {
        tests::addJobs(*m_queue, {"/p/a.jpg", "/p/b.jpg"});
        QTRY_VERIFY(button("pauseButton")->isEnabled());
        QTest::mouseClick(button("pauseButton"), Qt::LeftButton);
        QVERIFY(m_queue->isPaused());
        QTRY_COMPARE(button("pauseButton")->text(), QString("Resume"));
        succeed(1);
        QCOMPARE(m_requests, QList<JobId>{1});
        QTest::mouseClick(button("pauseButton"), Qt::LeftButton);
        QCOMPARE(m_requests, (QList<JobId>{1, 2}));
    }

    void cancelsAll() {
        tests::addJobs(*m_queue, {"/p/a.jpg", "/p/b.jpg", "/p/c.jpg"});
        QTRY_VERIFY(button("cancelButton")->isEnabled());
        QTest::mouseClick(button("cancelButton"), Qt::LeftButton);
        QCOMPARE(m_queue->count(JobState::Cancelled), 2); // the running one ends with its answer
        tests::complete(*m_queue, tests::failureOf(1, core::ErrorCode::Cancelled));
        QCOMPARE(m_queue->count(JobState::Cancelled), 3);
        QTRY_VERIFY(!button("cancelButton")->isEnabled());
        QCOMPARE(problems()->count(), 0); // what the user cancelled is no problem
    }

    void aFailureSaysWhatToDo() {
        tests::addJobs(*m_queue, {"/p/bad.jpg"});
        fail(1, core::ErrorCode::Truncated);
        QCOMPARE(problems()->count(), 1);
        const QString line = problems()->item(0)->text();
        QVERIFY2(line.startsWith("bad.jpg: "), qPrintable(line));
        QVERIFY2(line.contains("Copy or download it again."), qPrintable(line));
        QCOMPARE(problems()->item(0)->toolTip(), QString("The test says so."));
        QTRY_VERIFY(m_panel->findChild<QToolButton*>("showProblemsButton")->isVisible());
    }

    void choosingAProblemNamesItsPicture() {
        tests::addJobs(*m_queue, {"/p/a.jpg", "/p/b.jpg"});
        fail(1, core::ErrorCode::Corrupt);
        fail(2, core::ErrorCode::Corrupt);
        QSignalSpy chosen(m_panel.get(), &QueuePanel::problemChosen);
        problems()->setCurrentRow(1);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toULongLong(), 2ULL);
    }

    void problemsOfEarlierSessionsAreTriedAgain() {
        m_panel->addProblem(7, "/p/old.jpg", {core::ErrorCode::FileUnreadable, "Long ago."});
        QTRY_VERIFY(button("retryFailedButton")->isVisible());
        QVERIFY(text("queueText").isEmpty());
        QSignalSpy wanted(m_panel.get(), &QueuePanel::examineRequested);
        QTest::mouseClick(button("retryFailedButton"), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toULongLong(), 7ULL);
        QCOMPARE(problems()->count(), 0);
        m_panel->addProblem(8, "/p/other.jpg", {core::ErrorCode::Corrupt, ""});
        m_panel->forgetProblems(); // another case was opened
        QTRY_VERIFY(!button("retryFailedButton")->isVisible());
    }

    void retryExaminesTheFailedOnesAgain() {
        tests::addJobs(*m_queue, {"/p/a.jpg", "/p/b.jpg", "/p/c.jpg"});
        fail(1, core::ErrorCode::Corrupt);
        succeed(2);
        fail(3, core::ErrorCode::FileUnreadable);
        m_requests.clear();
        QTest::mouseClick(button("retryFailedButton"), Qt::LeftButton);
        QCOMPARE(problems()->count(), 0);
        succeed(1);
        QCOMPARE(m_requests, (QList<JobId>{1, 3}));
        succeed(3);
        QCOMPARE(m_queue->count(JobState::Done), 3);
    }

    void aProblemRetriedElsewhereLeavesTheListQuietly() {
        tests::addJobs(*m_queue, {"/p/a.jpg", "/p/b.jpg"});
        fail(1, core::ErrorCode::Corrupt);
        fail(2, core::ErrorCode::Corrupt);
        problems()->setCurrentRow(0);
        QSignalSpy chosen(m_panel.get(), &QueuePanel::problemChosen);
        m_queue->retry(1);
        QCOMPARE(problems()->count(), 1);
        QCOMPARE(chosen.count(), 0); // the user stays where he is
    }

    void tellsTheTimeThatIsLeft() {
        tests::addJobs(*m_queue, {"/p/a.jpg", "/p/b.jpg", "/p/c.jpg"});
        succeed(1);
        QTRY_VERIFY(text("queueText").contains("left"));
    }

  private:
    void succeed(JobId id) { tests::complete(*m_queue, tests::outcomeOf(id, Verdict::Real, 0.1)); }
    void fail(JobId id, core::ErrorCode code) {
        auto outcome = tests::failureOf(id, code);
        outcome.path = m_queue->path(id);
        tests::complete(*m_queue, outcome);
    }
    QString text(const char* name) const { return m_panel->findChild<QLabel*>(name)->text(); }
    QPushButton* button(const char* name) const { return m_panel->findChild<QPushButton*>(name); }
    QListWidget* problems() const { return m_panel->findChild<QListWidget*>("problemList"); }

    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<QueuePanel> m_panel;
    QList<JobId> m_requests;
};

QTEST_MAIN(QueuePanelTest)
#include "queue_panel_test.moc"
