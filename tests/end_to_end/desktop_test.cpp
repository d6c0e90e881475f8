// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"
#include "core/base/data_directory.h"
#include "core/base/digest.h"
#include "core/inference/analysis_queue.h"
#include "core/inference/engine_catalog.h"
#include "tests/support/active_window.h"
#include "tests/support/dropped_files.h"
#include "tests/support/fake_engine.h"
#include "tests/support/opens_counter.h"
#include "tests/support/picture_maker.h"
#include "tests/support/tiny_checkpoint.h"
#include "ui/clues/clue_list_model.h"
#include "ui/engines/engine_desk.h"
#include "ui/engines/engine_words.h"
#include "ui/gallery/gallery_model.h"
#include "ui/main_window/main_window.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QDialog>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using app::desktop::Composition;
using core::inference::Engine;
using core::inference::EngineChoice;
using core::inference::JobState;
using ui::gallery::GalleryModel;
using ui::viewer::ImageView;

namespace {

constexpr int kPatienceMs = 120'000; ///< for an engine on a busy machine; no test waits that long

/// The whole program but its main function, and its parts by their names.
struct Program {
    Program(const QTemporaryDir& directory, core::inference::InferenceWorker::EngineFactory factory)
        : composition(directory.filePath("settings.ini").toStdString(), std::move(factory)) {
        composition.start();
    }

    template <typename T> T* part(const char* name) const {
        return composition.window()->findChild<T*>(QString::fromLatin1(name));
    }
    QWidget* window() const { return composition.window(); }
    core::inference::AnalysisQueue* queue() const { return composition.queue(); }
    QAbstractItemModel* gallery() const { return part<QListView>("galleryView")->model(); }
    int finished() const {
        return queue()->count(JobState::Done) + queue()->count(JobState::Failed) +
               queue()->count(JobState::Cancelled);
    }
    void select(const QString& name) const {
        for (int row = 0; row < gallery()->rowCount(); ++row) {
            if (gallery()->index(row, 0).data().toString() == name)
                part<QListView>("galleryView")->setCurrentIndex(gallery()->index(row, 0));
        }
    }

    Composition composition;
};

bool hasEmbeddedModels() {
    const auto data = core::dataDirectory();
    return data && std::filesystem::exists(*data / "models" / "embedded" / "fusion.json");
}

QString withoutSpaces(QString text) {
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

QString textOfPdf(const QString& file) {
    QProcess pdftotext;
    pdftotext.start("pdftotext", {"-layout", file, "-"});
    pdftotext.waitForFinished();
    return QString::fromUtf8(pdftotext.readAllStandardOutput());
}

} // namespace

class DesktopTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QDir(m_directory.path()).mkpath("folder");
        const auto jpeg = tests::jpegBytes(tests::noisyScene(640, 480, 1), 85);
        tests::writeFile(m_directory, "scene.jpg", jpeg);
        tests::writeFile(m_directory, "folder/ramp.png", tests::pngBytes(tests::slope(256, 256)));
        tests::writeFile(m_directory, "folder/board.webp",
                         tests::webpBytes(tests::checkerboard(320, 200, 16)));
        tests::writeFile(m_directory, "broken.jpg", {'n', 'o', ' ', 'p', 'i', 'c'});
    }

    void init() { m_control = std::make_shared<tests::FakeEngineControl>(); }

    void fromADropToAPdf_data() {
        QTest::addColumn<bool>("isEmbedded");
        QTest::newRow("fake engine") << false;
        QTest::newRow("embedded engine") << true;
    }

    void fromADropToAPdf() {
        QFETCH(bool, isEmbedded);
        if (isEmbedded && !hasEmbeddedModels())
            QSKIP("The models of the embedded engine are not in the data directory.");
        const QByteArray before = digest("scene.jpg");
        const QDateTime changed = QFileInfo(path("scene.jpg")).lastModified();
        const QTemporaryDir own;
        const Program program(own, isEmbedded ? core::inference::makeEngine : fakeEngine());
        QVERIFY(tests::showActive(program.window()));

        QVERIFY(tests::dropFiles(program.window(), {path("scene.jpg"), path("folder")}));
        QTRY_COMPARE(program.queue()->total(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(program.queue()->count(JobState::Done), 3, kPatienceMs);
        for (int row = 0; row < 3; ++row) {
            const QModelIndex index = program.gallery()->index(row, 0);
            QVERIFY(index.data(GalleryModel::VerdictRole).isValid());
            const double pFake = index.data(GalleryModel::ProbabilityRole).toDouble();
            QVERIFY(pFake >= 0 && pFake <= 1);
        }

        program.select("scene.jpg");
        QTRY_VERIFY(program.part<ImageView>("imageView")->hasPicture());
        QVERIFY(!program.part<QLabel>("verdictText")->text().isEmpty());
        pointAtClues(program);
        if (QTest::currentTestFailed())
            return;

        const QString text = exported(program, own.filePath("report.pdf"));
        QVERIFY2(text.contains("scene.jpg"), qPrintable(text));
        for (const char* part : {"ramp.png", "board.webp"})
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY(withoutSpaces(text).contains(QString::fromLatin1(before)));
        QVERIFY(text.contains(isEmbedded ? "embedded" : "fake"));
        QCOMPARE(digest("scene.jpg"), before);
        QCOMPARE(QFileInfo(path("scene.jpg")).lastModified(), changed);
    }

    void aFileIsOpenedOnceFromTheDropToTheReport_data() { fromADropToAPdf_data(); }
    void aFileIsOpenedOnceFromTheDropToTheReport() {
        QFETCH(bool, isEmbedded);
        if (isEmbedded && !hasEmbeddedModels())
            QSKIP("The models of the embedded engine are not in the data directory.");
        const QTemporaryDir own;
        const Program program(own, isEmbedded ? core::inference::makeEngine : fakeEngine());
        QVERIFY(tests::showActive(program.window()));
        QTRY_VERIFY(isSettled("scene.jpg") && isSettled("folder/ramp.png"));
        tests::OpensCounter scene(path("scene.jpg").toStdString());
        tests::OpensCounter ramp(path("folder/ramp.png").toStdString());
        QVERIFY(scene.isWatching() && ramp.isWatching());
        QVERIFY(tests::dropFiles(program.window(), {path("scene.jpg"), path("folder")}));
        QTRY_COMPARE(program.queue()->total(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(program.queue()->count(JobState::Done), 3, kPatienceMs);
        for (const char* name : {"ramp.png", "scene.jpg"}) {
            program.select(name);
            QTRY_VERIFY(program.part<ImageView>("imageView")->hasPicture());
        }
        QVERIFY(exported(program, own.filePath("report.pdf")).contains("scene.jpg"));
        QCOMPARE(scene.count(), 1);
        QCOMPARE(ramp.count(), 1);
    }

    void aFileReplacedBehindItsResultIsNotShownAsExamined() {
        const QTemporaryDir own;
        const QString name = own.filePath("a.png");
        tests::writeFile(own, "a.png", tests::pngBytes(tests::slope(320, 240)));
        const Program program(own, fakeEngine());
        QVERIFY(tests::showActive(program.window()));
        QVERIFY(tests::dropFiles(program.window(), {path("scene.jpg"), name}));
        QTRY_COMPARE(program.queue()->count(JobState::Done), 2);
        program.select("scene.jpg");
        auto* view = program.part<ImageView>("imageView");
        QTRY_VERIFY(view->hasPicture() && view->examination() != nullptr);
        tests::writeFile(own, "a.png", tests::pngBytes(tests::checkerboard(320, 240, 16)));
        program.select("a.png");
        QTRY_VERIFY(view->hasPicture() && !view->notice().isEmpty());
        QVERIFY(view->examination() == nullptr);
        const QString text = exported(program, own.filePath("report.pdf"));
        QVERIFY2(withoutSpaces(text).contains("haschangedsinceitwasexamined"), qPrintable(text));
    }

    void aChosenClueLightsItsRegionAndAClickedRegionChoosesItsClue() {
        const QTemporaryDir own;
        const Program program(own, fakeEngine());
        QVERIFY(tests::showActive(program.window()));
        QVERIFY(tests::dropFiles(program.window(), {path("scene.jpg")}));
        QTRY_COMPARE(program.queue()->count(JobState::Done), 1);
        auto* view = program.part<ImageView>("imageView");
        auto* clues = program.part<QListView>("clueList");
        QTRY_VERIFY(view->hasPicture());
        // The fake engine's second clue lies at (320, 240), 160 x 120.
        const QPoint inside = view->transform().toView(QPointF(400, 300)).toPoint();
        const QPoint outside = view->transform().toView(QPointF(560, 60)).toPoint();
        const QImage plain = view->grab().toImage();
        QTest::mouseClick(clues->viewport(), Qt::LeftButton, Qt::NoModifier,
                          clues->visualRect(clues->model()->index(1, 0)).center());
        const QImage lit = view->grab().toImage();
        const auto at = [view](const QImage& image, QPoint place) {
            return image.pixelColor(place * view->devicePixelRatioF()).lightness();
        };
        QVERIFY(at(lit, inside) > at(plain, inside));
        QCOMPARE(at(lit, outside), at(plain, outside));

        const QPoint first = view->transform().toView(QPointF(80, 60)).toPoint();
        QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, first);
        QCOMPARE(clues->currentIndex().row(), 0);
        QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, inside);
        QCOMPARE(clues->currentIndex().row(), 1);
    }

    void aBadFileSaysWhatToDoAndDoesNotStopTheOthers() {
        const QTemporaryDir own;
        const Program program(own, fakeEngine());
        QVERIFY(tests::showActive(program.window()));
        QVERIFY(tests::dropFiles(program.window(), {path("broken.jpg"), path("scene.jpg")}));
        QTRY_COMPARE(program.finished(), 2);
        QCOMPARE(program.queue()->count(JobState::Failed), 1);
        QCOMPARE(program.part<QListWidget>("problemList")->count(), 1);
        program.select("broken.jpg");
        const auto* state = program.part<QLabel>("stateText");
        QTRY_VERIFY(state->isVisible());
        QVERIFY2(state->text().contains("Check what the file really is"),
                 qPrintable(state->text()));
        QVERIFY(program.part<QPushButton>("retryButton")->isVisible());
        program.select("scene.jpg");
        QVERIFY(!program.part<QPushButton>("retryButton")->isVisible());
        const QString text = exported(program, own.filePath("report.pdf"));
        QVERIFY2(text.contains("broken.jpg") && text.contains("The content is no picture"),
                 qPrintable(text));
    }

    void cancellingInTheMiddleEndsEverythingWithinASecond() {
        m_control->waitsForCancel = true;
        const QTemporaryDir own;
        const Program program(own, fakeEngine());
        QVERIFY(tests::showActive(program.window()));
        QVERIFY(tests::dropFiles(program.window(), {path("scene.jpg"), path("folder")}));
        QTRY_COMPARE(program.queue()->count(JobState::Running), 1);
        QTRY_COMPARE(program.queue()->total(), 3);
        auto* cancel = program.part<QPushButton>("cancelButton");
        QTRY_VERIFY(cancel->isEnabled());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(program.queue()->count(JobState::Cancelled), 3, 1000);
        // What was cancelled can be examined after all.
        m_control->waitsForCancel = false;
        QTRY_VERIFY(program.part<QPushButton>("retryButton")->isVisible());
        QTest::mouseClick(program.part<QPushButton>("retryButton"), Qt::LeftButton);
        QTRY_COMPARE(program.queue()->count(JobState::Done), 1);
    }

    void closingWhileItWorksEndsAtOnce() {
        m_control->waitsForCancel = true;
        const QTemporaryDir own;
        auto program = std::make_unique<Program>(own, fakeEngine());
        QVERIFY(tests::dropFiles(program->window(), {path("scene.jpg")}));
        QTRY_COMPARE(program->queue()->count(JobState::Running), 1);
        program->window()->close();
        QElapsedTimer timer;
        timer.start();
        program.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        // What the program remembers was written before it ended.
        const auto settings =
            core::settings::loadSettings(own.filePath("settings.ini").toStdString());
        QCOMPARE(settings.recentPictures, QStringList{path("scene.jpg")});
        QVERIFY(!settings.windowGeometry.isEmpty());
    }

    void anEngineThatCannotStartIsSaidInTheWindow() {
        m_control->failsToPrepare = true;
        const QTemporaryDir own;
        const Program program(own, fakeEngine());
        QTRY_VERIFY(program.part<QLabel>("messageText")->text().contains("took the model away"));
    }

    void aFolderThatVanishedFallsBackToTheEmbeddedEngine() {
        const QTemporaryDir own;
        core::settings::Settings settings;
        settings.engine = "fakevlm";
        settings.modelDirectory = own.filePath("gone");
        QVERIFY(core::settings::saveSettings(settings, file(own)).has_value());
        const Program program(own, [control = m_control](const EngineChoice& choice) {
            if (choice.kind == core::inference::EngineKind::FakeVlm)
                return core::inference::makeEngine(choice);
            return core::Result<std::unique_ptr<Engine>>(
                std::make_unique<tests::FakeEngine>(control));
        });
        const auto* button = program.part<QToolButton>("engineButton");
        QTRY_COMPARE(button->text(), QString("Engine: Embedded engine"));
        QVERIFY(program.part<QLabel>("messageText")->text().contains("gone"));
        QTest::qWait(400); // longer than settings wait to be saved
        QCOMPARE(core::settings::loadSettings(file(own)).engine, QString("fakevlm"));
    }

    void choosingACheckpointExaminesWithIt() {
        QTemporaryDir own;
        const QString model = own.filePath("tiny");
        QDir().mkpath(model);
        tests::TinyCheckpoint options;
        options.maxPositions = 2048; // room for a further question
        QVERIFY(tests::writeTinyCheckpoint(model.toStdString(), options).has_value());
        const Program program(own, [control = m_control](const EngineChoice& choice) {
            if (choice.kind == core::inference::EngineKind::FakeVlm)
                return core::inference::makeEngine(choice);
            return core::Result<std::unique_ptr<Engine>>(
                std::make_unique<tests::FakeEngine>(control));
        });
        QVERIFY(tests::showActive(program.window()));
        auto* button = program.part<QToolButton>("engineButton");
        QTRY_COMPARE(button->text(), QString("Engine: Embedded engine"));
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = program.part<QDialog>("engineDialog");
        QVERIFY(tests::dropFiles(dialog, {model}));
        QTRY_COMPARE(program.part<QLabel>("checkHeadline")->text(), QString("Ready to use."));
        QTest::mouseClick(program.part<QPushButton>("useEngine"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), QString("Engine: FakeVLM: tiny"), kPatienceMs);
        dialog->close();
        QVERIFY(tests::dropFiles(program.window(), {path("scene.jpg")}));
        QTRY_COMPARE_WITH_TIMEOUT(program.queue()->count(JobState::Done), 1, kPatienceMs);
        const auto* answer = program.part<QPlainTextEdit>("modelAnswer");
        QTRY_VERIFY(!answer->toPlainText().isEmpty());
        const QString verbatim = answer->toPlainText();
        program.part<QLineEdit>("questionEdit")->setText("Why?");
        QTest::keyClick(program.part<QLineEdit>("questionEdit"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            !program.part<QPushButton>("cancelQuestion")
                 ->isVisibleTo(program.part<QPushButton>("askButton")->parentWidget()),
            kPatienceMs);
        QVERIFY(answer->toPlainText().startsWith(verbatim));
        QVERIFY(answer->toPlainText().contains("Question: Why?"));
        QVERIFY(!answer->toPlainText().contains("No answer"));
        QTRY_COMPARE(core::settings::loadSettings(file(own)).modelDirectory, model);
    }

    void aNewChoiceCancelsTheLoadingBeforeAndClosingCancelsIt() {
        const QTemporaryDir own;
        auto program = std::make_unique<Program>(own, fakeEngine());
        QTRY_COMPARE(program->part<QToolButton>("engineButton")->text(),
                     QString("Engine: Embedded engine"));
        m_control->loadsUntilCancelled = true;
        auto* desk = program->composition.window()->engines();
        Q_EMIT desk->chosen(ui::engines::folderChoice("/models/a"));
        QTRY_COMPARE(m_control->loads.load(), 2);
        Q_EMIT desk->chosen(ui::engines::folderChoice("/models/b"));
        QTRY_COMPARE_WITH_TIMEOUT(m_control->loads.load(), 3, 1000);
        QVERIFY(program->part<QToolButton>("engineButton")->text().contains("Loading FakeVLM: b"));
        QElapsedTimer timer;
        timer.start();
        program.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void cancelledLoadingKeepsTheEngineInUse() {
        const QTemporaryDir own;
        const Program program(own, fakeEngine());
        const auto* button = program.part<QToolButton>("engineButton");
        QTRY_COMPARE(button->text(), QString("Engine: Embedded engine"));
        m_control->loadsUntilCancelled = true;
        auto* desk = program.composition.window()->engines();
        Q_EMIT desk->chosen(ui::engines::folderChoice("/models/a"));
        QTRY_COMPARE(m_control->loads.load(), 2);
        Q_EMIT desk->loadingCancelled();
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), QString("Engine: Embedded engine"), 1000);
        QVERIFY(desk->state().problem.isEmpty());
    }

    void theProgramItselfStartsAndEndsInOrderWhenTerminated() {
        const QTemporaryDir own;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CONFIG_HOME", own.path());
        program.setProcessEnvironment(environment);
        const QString file = qEnvironmentVariable("CLUEGLASS_BIN_DIR") + "/clueglass";
        if (!QFileInfo(file).isExecutable())
            QSKIP("The program is not built.");
        program.start(file, {path("scene.jpg")});
        QVERIFY(program.waitForStarted());
        // The settings are written a moment after the picture was opened.
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(own.filePath("clueglass/clueglass.ini")),
                                 kPatienceMs);
        program.terminate();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }

    void theVersionNeedsNoScreen() {
        const QString file = qEnvironmentVariable("CLUEGLASS_BIN_DIR") + "/clueglass";
        if (!QFileInfo(file).isExecutable())
            QSKIP("The program is not built.");
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove("DISPLAY");
        environment.insert("QT_QPA_PLATFORM", "xcb");
        program.setProcessEnvironment(environment);
        program.start(file, {"--version"});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().startsWith("clueglass "));
    }

  private:
    static std::filesystem::path file(const QTemporaryDir& own) {
        return own.filePath("settings.ini").toStdString();
    }

    QString path(const char* name) const { return m_directory.filePath(QString::fromLatin1(name)); }

    /// Files that changed a moment ago are read each time, see core::image::Documents.
    bool isSettled(const char* name) const {
        constexpr qint64 kTicksMs = 150;
        const QDateTime changed =
            QFileInfo(path(name)).fileTime(QFileDevice::FileMetadataChangeTime);
        return changed.msecsTo(QDateTime::currentDateTime()) > kTicksMs;
    }

    QByteArray digest(const char* name) const {
        const auto hash = core::sha256OfFile(path(name).toStdString());
        return hash ? QByteArray::fromStdString(*hash) : QByteArray();
    }

    core::inference::InferenceWorker::EngineFactory fakeEngine() const {
        return [control = m_control](const EngineChoice&) {
            return core::Result<std::unique_ptr<Engine>>(
                std::make_unique<tests::FakeEngine>(control));
        };
    }

    /// Rests the pointer on every clue that is visible in the list.
    static void pointAtClues(const Program& program) {
        auto* clues = program.part<QListView>("clueList");
        const auto* view = program.part<ImageView>("imageView");
        QVERIFY(clues->model()->rowCount() > 0);
        QWindow* window = program.window()->windowHandle();
        QTest::mouseMove(window, QPoint(1, 1)); // it may rest on the first clue already
        for (int row = 0; row < clues->model()->rowCount(); ++row) {
            const QModelIndex index = clues->model()->index(row, 0);
            const QRect place = clues->visualRect(index);
            if (!clues->viewport()->visibleRegion().contains(place.center()))
                break;
            QTest::mouseMove(window, clues->viewport()->mapTo(program.window(), place.center()));
            const int clue = index.data(ui::clues::ClueListModel::NumberRole).toInt() - 1;
            QTRY_COMPARE(view->highlightedClue(), clue);
        }
    }

    /// Writes the report through the dialog and reads its text back.
    static QString exported(const Program& program, const QString& file) {
        program.window()->findChild<QAction*>("exportPdf")->trigger();
        program.part<QLineEdit>("reportFile")->setText(file);
        QTest::mouseClick(program.part<QPushButton>("reportSave"), Qt::LeftButton);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), kPatienceMs); }();
        return textOfPdf(file);
    }

    QTemporaryDir m_directory;
    std::shared_ptr<tests::FakeEngineControl> m_control;
};

QTEST_MAIN(DesktopTest)
#include "desktop_test.moc"
