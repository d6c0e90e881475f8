// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/sqlite_case_store.h"
#include "core/inference/analysis_queue.h"
#include "core/inference/examine_file.h"
#include "tests/support/active_window.h"
#include "tests/support/fake_engine.h"
#include "tests/support/picture_maker.h"
#include "tests/support/queued_jobs.h"
#include "ui/cases/case_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/main_window/main_window.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using core::cases::CaseStore;
using core::inference::AnalysisQueue;
using core::inference::JobState;
using ui::main_window::MainWindow;

/// The window with a case; requests are answered by a fake engine in the window's own thread.
class CaseWindowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_directory->path()).mkdir("pictures"));
        for (int i = 1; i <= 4; ++i)
            tests::writeFile(*m_directory, "pictures/p" + std::to_string(i) + ".png",
                             tests::pngBytes(tests::slope(640 + i, 480)));
        m_answers = 100;
        m_examined = 0;
        openWindow();
    }
    void cleanup() { closeWindow(); }

    void everythingIsInTheCaseAsItComes() {
        make("desk");
        m_window->open({path("pictures")});
        QTRY_COMPARE(m_queue->count(JobState::Done), 4);
        QTRY_COMPARE(examinedInCase("desk"), 4);
        QVERIFY(m_window->windowTitle().contains("desk"));
        closeWindow();
        const auto store = openStore("desk");
        QVERIFY(store->verify({}, {})->findings.empty());
        QCOMPARE(store->exhibits()->front().receivedPath, path("pictures/p1.png").toStdString());
    }

    void aCaseIsReopenedAsItWasLeft() {
        make("desk");
        m_window->open({path("pictures")});
        QTRY_COMPARE(m_queue->count(JobState::Done), 4);
        select(2);
        auto* view = part<ui::viewer::ImageView>("imageView");
        QTRY_VERIFY(view->hasPicture());
        QTRY_COMPARE(view->transform().pictureSize(), QSizeF(643, 480));
        view->setMagnification(4);
        const QPointF center = view->center();
        part<QTabWidget>("reviewTabs")->setCurrentIndex(2);
        part<QComboBox>("galleryOrder")->setCurrentIndex(1);
        QTRY_COMPARE(examinedInCase("desk"), 4);
        closeWindow();

        openWindow();
        m_window->open({path("desk.clueglass")});
        QTRY_COMPARE(m_window->cases()->isOpen(), true);
        QTRY_COMPARE(part<QListView>("galleryView")->currentIndex().row(), 2);
        view = part<ui::viewer::ImageView>("imageView");
        QTRY_COMPARE(view->transform().pictureSize(), QSizeF(643, 480));
        QTRY_COMPARE(view->transform().magnification(), 4.0);
        QTRY_VERIFY2((view->center() - center).manhattanLength() < 2,
                     qPrintable(QStringLiteral("%1, %2 and not %3, %4")
                                    .arg(view->center().x())
                                    .arg(view->center().y())
                                    .arg(center.x())
                                    .arg(center.y())));
        QCOMPARE(part<QTabWidget>("reviewTabs")->currentIndex(), 2);
        QCOMPARE(part<QComboBox>("galleryOrder")->currentIndex(), 1);
        // The verdict came from the case; nothing was examined again.
        QTRY_VERIFY(!part<QLabel>("verdictText")->text().isEmpty());
        QCOMPARE(m_queue->total(), 0);
    }

    void aWatchedFolderFillsTheCaseAlsoAfterReopening() {
        make("desk");
        m_window->cases()->watch(path("pictures"));
        QVERIFY(part<QAction>("watchFolder")->isChecked());
        QTRY_COMPARE_WITH_TIMEOUT(examinedInCase("desk"), 4, 15'000);
        closeWindow();
        tests::writeFile(*m_directory, "pictures/later.png",
                         tests::pngBytes(tests::slope(300, 200)));
        openWindow();
        m_window->open({path("desk.clueglass")});
        QTRY_COMPARE(m_window->cases()->watchedFolder(), path("pictures"));
        QTRY_COMPARE_WITH_TIMEOUT(examinedInCase("desk"), 5, 15'000);
        QCOMPARE(m_examined, 5); // nothing twice
        part<QAction>("watchFolder")->trigger();
        QVERIFY(m_window->cases()->watchedFolder().isEmpty());
        closeWindow();
        const auto log = openStore("desk")->auditLog();
        QCOMPARE(std::ranges::count(*log, std::string("watch"), &core::cases::AuditRow::action), 3);
    }

    void aPauseOutlivesTheProgram() {
        make("desk");
        m_queue->pause();
        m_window->open({path("pictures")});
        QTRY_COMPARE(m_queue->count(JobState::Waiting), 4);
        closeWindow();
        openWindow();
        m_window->open({path("desk.clueglass")});
        QTRY_COMPARE(m_queue->count(JobState::Waiting), 4);
        QVERIFY(m_queue->isPaused());
        m_queue->resume();
        QTRY_COMPARE(examinedInCase("desk"), 4);
    }

    void theCaseIsSearchedForNamesAndNotes() {
        make("desk");
        m_window->open({path("pictures")});
        QTRY_COMPARE(examinedInCase("desk"), 4);
        m_window->cases()->session()->apply("note",
                                            {{3, core::cases::mark::kNote, {}, "from the desk"}});
        auto* search = part<QLineEdit>("gallerySearch");
        const auto* shown = part<QListView>("galleryView")->model();
        search->setText("p2");
        QTRY_COMPARE(shown->rowCount(), 1);
        QCOMPARE(shown->index(0, 0).data().toString(), QString("p2.png"));
        search->setText("DESK from");
        QTRY_COMPARE(shown->index(0, 0).data().toString(), QString("p3.png"));
        QCOMPARE(shown->rowCount(), 1);
        search->clear();
        QTRY_COMPARE(shown->rowCount(), 4);
    }

    void whatWasNotExaminedIsExaminedAfterReopening() {
        m_answers = 2;
        make("desk");
        m_window->open({path("pictures")});
        QTRY_COMPARE(examinedInCase("desk"), 2);
        closeWindow();
        m_answers = 100;
        openWindow();
        m_window->open({path("desk.clueglass")});
        QTRY_VERIFY(m_window->cases()->isOpen()); // else the test would lock it
        QTRY_COMPARE(examinedInCase("desk"), 4);
        QCOMPARE(m_queue->total(), 2);
    }

    void loosePicturesBecomeACaseWithTheirResults() {
        m_window->open({path("pictures")});
        QTRY_COMPARE(m_queue->count(JobState::Done), 4);
        m_examined = 0;
        make("desk", core::cases::Keeping::Copied);
        QTRY_COMPARE(examinedInCase("desk"), 4);
        QCOMPARE(m_examined, 0);
        QVERIFY(!openStore("desk")->exhibits()->front().storedName.empty());
        QTRY_VERIFY(part<ui::viewer::ImageView>("imageView")->hasPicture());
    }

    void aSecondWindowOnlyReads() {
        make("desk");
        m_window->open({path("pictures")});
        QTRY_COMPARE(examinedInCase("desk"), 4);
        AnalysisQueue queue{core::image::DecodeLimits()};
        MainWindow second(&queue, {});
        second.open({path("desk.clueglass")});
        auto* model = second.findChild<ui::gallery::GalleryModel*>();
        QTRY_COMPARE(model->rowCount(), 4);
        QVERIFY(!second.cases()->session()->isWritable());
        QVERIFY(second.windowTitle().contains("read-only"));
        QVERIFY(second.findChild<QLabel*>("messageText")->text().contains("has this case open"));
        second.open({path("pictures/p1.png")});
        QCOMPARE(openStore("desk")->exhibits()->size(), std::size_t{4});
    }

    void closingACaseLeavesAnEmptyWindow() {
        make("desk");
        m_window->open({path("pictures")});
        QTRY_COMPARE(m_queue->count(JobState::Done), 4);
        part<QAction>("closeCase")->trigger();
        QCOMPARE(m_queue->total(), 0);
        QVERIFY(part<QWidget>("startPage")->isVisible());
        // And loose pictures work as ever.
        m_window->open({path("pictures/p1.png")});
        QTRY_COMPARE(m_queue->count(JobState::Done), 1);
    }

    void aFolderThatIsNoCaseIsAMessage() {
        m_window->open({path("no.clueglass")});
        QTRY_VERIFY(part<QWidget>("messageBar")->isVisible());
        QVERIFY(!m_window->cases()->isOpen());
    }

    void missingPicturesAreFoundAgain() {
        make("desk");
        m_window->open({path("pictures")});
        QTRY_COMPARE(examinedInCase("desk"), 4);
        QVERIFY(QDir(m_directory->path()).rename("pictures", "moved"));
        QVERIFY(QFile::remove(path("moved/p4.png")));
        select(1);
        auto* view = part<ui::viewer::ImageView>("imageView");
        QTRY_VERIFY(view->notice().contains("Find missing pictures again"));
        m_window->cases()->session()->locate(m_directory->path());
        QSignalSpy located(m_window->cases()->session(), &core::cases::CaseSession::located);
        QTRY_COMPARE(located.count(), 1);
        QCOMPARE(located[0][0].toInt(), 3);
        QCOMPARE(located[0][1].toInt(), 1);
        const auto* model = m_window->findChild<ui::gallery::GalleryModel*>();
        QCOMPARE(model->file(0), path("moved/p1.png"));
        QTRY_VERIFY(view->hasPicture()); // without going to another one and back
        QVERIFY(view->notice().isEmpty());
    }

  private:
    void openWindow() {
        m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
        connect(
            m_queue.get(), &AnalysisQueue::requested, this,
            [this](const core::inference::EngineTask& task) { answer(task); },
            Qt::QueuedConnection);
        m_window = std::make_unique<MainWindow>(m_queue.get(), core::settings::Settings());
        QVERIFY(tests::showActive(m_window.get()));
    }
    void closeWindow() {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_queue.reset();
    }
    void answer(const core::inference::EngineTask& task) {
        if (m_answers-- <= 0 || !m_queue)
            return;
        ++m_examined;
        auto examined = core::inference::examineFile(tests::pathOf(task).toStdString(), m_engine,
                                                     task.rules, {}, task.stop);
        core::inference::AnalysisOutcome outcome{task.number, tests::pathOf(task),
                                                 core::cancelled()};
        if (examined)
            outcome.examination =
                std::make_shared<const core::examination::Examination>(std::move(*examined));
        else
            outcome.examination = tl::unexpected(examined.error());
        tests::complete(*m_queue, outcome);
    }
    void make(const char* name, core::cases::Keeping keeping = core::cases::Keeping::Referenced) {
        QSignalSpy opened(m_window->cases(), &ui::cases::CaseDesk::loaded);
        m_window->cases()->make({path(name) + ".clueglass", keeping, true});
        QTRY_COMPARE(opened.count(), 1);
    }
    std::unique_ptr<CaseStore> openStore(const char* name) const {
        auto store = core::cases::openCase((path(name) + ".clueglass").toStdString(), "tester");
        return store ? std::move(*store) : nullptr;
    }
    int examinedInCase(const char* name) const {
        const auto store = openStore(name);
        if (!store)
            return -1;
        const auto exhibits = store->exhibits();
        int count = 0;
        for (const auto& exhibit : *exhibits)
            count += exhibit.state == core::cases::ExhibitState::Examined ? 1 : 0;
        return count;
    }
    void select(int row) {
        auto* view = part<QListView>("galleryView");
        view->setCurrentIndex(view->model()->index(row, 0));
    }
    QString path(const char* name) const {
        return m_directory->filePath(QString::fromLatin1(name));
    }
    template <typename T> T* part(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<MainWindow> m_window;
    tests::FakeEngine m_engine{std::make_shared<tests::FakeEngineControl>()};
    int m_answers = 100;
    int m_examined = 0;
};

QTEST_MAIN(CaseWindowTest)
#include "case_window_test.moc"
