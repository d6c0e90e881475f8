// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"
#include "tests/support/picture_maker.h"
#include "tests/support/queued_jobs.h"
#include "ui/main_window/pasted_picture.h"
#include "ui/main_window/picture_intake.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using core::inference::AnalysisQueue;
using core::workspace::Workspace;
using ui::main_window::PictureIntake;

class PictureIntakeTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QDir(m_directory.path()).mkpath("folder/inner");
        for (const char* name : {"a.png", "folder/b.png", "folder/inner/c.png"})
            tests::writeFile(m_directory, name, tests::pngBytes(tests::slope(20, 10)));
        tests::writeFile(m_directory, "folder/notes.txt", {'h', 'i'});
        QDir(m_directory.path()).mkpath("empty");
    }

    void cleanupTestCase() { QDir(ui::main_window::pastedFolder()).removeRecursively(); }

    void init() {
        m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
        m_workspace = std::make_unique<Workspace>(m_queue.get());
        m_intake = std::make_unique<PictureIntake>(m_workspace.get());
    }

    void cleanup() {
        m_intake.reset();
        m_workspace.reset();
    }

    void findsThePicturesOfAFolderAndItsFolders() {
        m_intake->open({path("a.png"), path("folder")});
        QTRY_COMPARE(pictures().count(), 4); // with the text, which has a row that says so
        QCOMPARE(m_queue->total(), 4);
        QVERIFY(pictures().indexOfPath(path("folder/notes.txt")) >= 0);
        QVERIFY(pictures().indexOfPath(path("folder/inner/c.png")) >= 0);
    }

    void picturesBesideACaseWaitForIt() {
        QSignalSpy chosen(m_intake.get(), &PictureIntake::caseChosen);
        m_intake->open({path("folder"), path("desk.clueglass"), path("a.png")});
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), path("desk.clueglass"));
        QTest::qWait(50);
        QCOMPARE(pictures().count(), 0);
        m_intake->openForCase();
        QTRY_COMPARE(pictures().count(), 4);
        // Those of a case that could not be opened do not turn up in the next one.
        m_intake->open({path("b.clueglass"), path("folder")});
        m_intake->forgetForCase();
        m_intake->openForCase();
        QTest::qWait(50);
        QCOMPARE(pictures().count(), 4);
    }

    void theSamePictureIsTakenOnce() {
        m_intake->open({path("a.png"), path("a.png")});
        QTRY_COMPARE(pictures().count(), 1);
        QSignalSpy known(m_intake.get(), &PictureIntake::alreadyThere);
        m_intake->open({path("a.png")});
        QTRY_VERIFY(known.count() >= 1);
        QCOMPARE(pictures().count(), 1);
        QCOMPARE(known.last().first().toInt(), 0);
    }

    void everyRowHasItsJobBeforeTheQueueStarts() {
        QList<int> rows;
        connect(m_queue.get(), &AnalysisQueue::requested, m_intake.get(),
                [&](const core::inference::EngineTask& task) {
                    rows << pictures().indexOf(task.number);
                });
        m_intake->open({path("a.png")});
        QTRY_COMPARE(rows, QList<int>{0});
    }

    void aPausedQueueStaysPaused() {
        m_queue->pause();
        m_intake->open({path("a.png")});
        QTRY_COMPARE(pictures().count(), 1);
        QVERIFY(m_queue->isPaused());
    }

    void saysWhenThereIsNothing() {
        QSignalSpy message(m_intake.get(), &PictureIntake::message);
        m_intake->open({path("empty")});
        QTRY_COMPARE(message.count(), 1);
        m_intake->open({path("missing.jpg")});
        QTRY_COMPARE(message.count(), 2);
        const QMimeData nothing;
        m_intake->take(&nothing);
        QCOMPARE(message.count(), 3);
    }

    void keepsAPictureThatHasNoFile() {
        QImage pixels(16, 12, QImage::Format_RGB32);
        pixels.fill(Qt::darkCyan);
        QMimeData data;
        data.setImageData(pixels);
        QVERIFY(PictureIntake::accepts(&data));
        QSignalSpy message(m_intake.get(), &PictureIntake::message);
        m_intake->take(&data);
        QTRY_COMPARE(pictures().count(), 1);
        const QString file = m_queue->path(pictures().at(0).id);
        QCOMPARE(QFileInfo(file).absolutePath(),
                 QDir(ui::main_window::pastedFolder()).absolutePath());
        QCOMPARE(QImage(file).convertToFormat(QImage::Format_RGB32), pixels);
        QVERIFY(message.first().first().toString().contains(file));
    }

    void keepsTheBytesThatTheOtherProgramEncoded() {
        const auto jpeg = tests::jpegBytes(tests::slope(20, 10));
        const QByteArray bytes(reinterpret_cast<const char*>(jpeg.data()),
                               static_cast<qsizetype>(jpeg.size()));
        QMimeData data;
        data.setImageData(QImage(20, 10, QImage::Format_RGB32));
        data.setData("image/jpeg", bytes);
        m_intake->take(&data);
        QTRY_COMPARE(pictures().count(), 1);
        QFile kept(m_queue->path(pictures().at(0).id));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
    }

    void prefersFilesToPixels() {
        QMimeData data;
        data.setImageData(QImage(20, 10, QImage::Format_RGB32));
        data.setUrls({QUrl::fromLocalFile(path("a.png"))});
        m_intake->take(&data);
        QTRY_COMPARE(pictures().count(), 1);
        QCOMPARE(m_queue->path(pictures().at(0).id), path("a.png"));
    }

  private:
    const core::workspace::PictureList& pictures() const { return *m_workspace->pictures(); }
    QString path(const char* name) const { return m_directory.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_directory;
    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PictureIntake> m_intake;
};

QTEST_MAIN(PictureIntakeTest)
#include "picture_intake_test.moc"
