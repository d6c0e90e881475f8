// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"
#include "tests/support/gallery_rows.h"
#include "tests/support/queued_jobs.h"

#include <QSignalSpy>
#include <QTest>

using core::examination::Verdict;
using core::inference::AnalysisQueue;
using core::inference::EngineTask;
using core::inference::JobState;
using core::workspace::Workspace;

class WorkspaceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyPictureIsListedBeforeItsJobStarts() {
        AnalysisQueue queue{{}};
        Workspace workspace(&queue);
        QList<int> indices;
        connect(&queue, &AnalysisQueue::requested, &workspace, [&](const EngineTask& task) {
            indices << workspace.pictures()->indexOf(task.number);
        });
        workspace.open({"/p/a.jpg", "/p/b.jpg"});
        QCOMPARE(indices, QList<int>{0});
        QCOMPARE(workspace.pictures()->at(0).state, JobState::Running);
    }

    void whatTheQueueReportsIsInThePictures() {
        AnalysisQueue queue{{}};
        Workspace workspace(&queue);
        workspace.open({"/p/a.jpg"});
        const auto& picture = workspace.pictures()->at(0);
        queue.report({tests::examining(picture.id), "decode", 0.25});
        QCOMPARE(picture.progress, 0.25);
        tests::complete(queue, tests::outcomeOf(picture.id, Verdict::Fake, 0.9));
        QCOMPARE(picture.state, JobState::Done);
        QCOMPARE(picture.verdict.value(), Verdict::Fake);
    }

    void aPausedQueueStaysPaused() {
        AnalysisQueue queue{{}};
        Workspace workspace(&queue);
        queue.pause();
        workspace.open({"/p/a.jpg"});
        QVERIFY(queue.isPaused());
        QCOMPARE(workspace.pictures()->at(0).state, JobState::Waiting);
    }

    void examinedAnewOrForTheFirstTime() {
        AnalysisQueue queue{{}};
        Workspace workspace(&queue);
        QSignalSpy requests(&queue, &AnalysisQueue::requested);
        core::cases::CaseEntry entry;
        entry.number = 5;
        entry.receivedPath = "/received/a.jpg";
        entry.file = "/case/originals/a.jpg";
        entry.state = core::cases::ExhibitState::Failed;
        workspace.pictures()->addEntries({entry});
        const auto id = workspace.pictures()->at(0).id;
        workspace.examineAgain(id); // without a job so far
        QCOMPARE(requests.count(), 1);
        QCOMPARE(tests::pathOf(requests[0][0].value<EngineTask>()),
                 QString("/case/originals/a.jpg"));
        tests::complete(queue, tests::outcomeOf(id, Verdict::Real, 0.1));
        workspace.examineAgain(id);
        QCOMPARE(requests.count(), 2);
        workspace.examineAgain(id + 1); // nobody knows it
        QCOMPARE(queue.total(), 1);
    }

    void clearingForgetsPicturesAndJobs() {
        AnalysisQueue queue{{}};
        Workspace workspace(&queue);
        workspace.open({"/p/a.jpg", "/p/b.jpg"});
        workspace.clear();
        QCOMPARE(workspace.pictures()->count(), 0);
        QCOMPARE(queue.total(), 0);
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "workspace_test.moc"
