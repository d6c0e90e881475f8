// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"
#include "core/workspace/workspace.h"
#include "tests/support/active_window.h"
#include "tests/support/dropped_files.h"
#include "tests/support/gallery_rows.h"
#include "tests/support/picture_maker.h"
#include "tests/support/queued_jobs.h"
#include "ui/cases/case_desk.h"
#include "ui/cases/scratch_desk.h"
#include "ui/main_window/main_window.h"

#include <QAccessible>
#include <QAction>
#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using core::examination::Verdict;
using core::inference::AnalysisQueue;
using core::inference::JobState;
using ui::main_window::MainWindow;

/// What happens between the first drop and a saved case, in the real window.
class WindowFlowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        for (int i = 1; i <= 4; ++i)
            m_files << QString::fromStdString(
                tests::writeFile(m_pictures, "p" + std::to_string(i) + ".png",
                                 tests::pngBytes(tests::slope(64 + i, 48)))
                    .string());
    }

    void init() {
        m_own = std::make_unique<QTemporaryDir>();
        openWindow();
    }

    void cleanup() {
        m_window.reset();
        m_queue.reset();
    }

    void whatIsOpenedLastComesToTheFront() {
        QVERIFY(tests::dropFiles(m_window.get(), {m_files[0], m_files[1]}));
        QTRY_COMPARE(m_queue->total(), 2);
        QCOMPARE(shownName(), QString("p1.png"));
        QVERIFY(tests::dropFiles(m_window.get(), {m_files[2], m_files[3]}));
        QTRY_COMPARE(shownName(), QString("p3.png"));
        QVERIFY(m_window->windowTitle().startsWith("p3.png"));
        // Also when a search hides it.
        part<QLineEdit>("gallerySearch")->setText("p3");
        QTRY_COMPARE(part<QListView>("galleryView")->model()->rowCount(), 1);
        const QString late = QString::fromStdString(
            tests::writeFile(m_pictures, "late.png", tests::pngBytes(tests::slope(30, 30)))
                .string());
        QVERIFY(tests::dropFiles(m_window.get(), {late}));
        QTRY_COMPARE(shownName(), QString("late.png"));
    }

    void theDropTargetLightsUpOverPictures() {
        openAll();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_files[0])});
        hover(data);
        QVERIFY(part<QWidget>("dropVeil")->isVisible());
        QDragLeaveEvent leave;
        QApplication::sendEvent(m_window.get(), &leave);
        QVERIFY(!part<QWidget>("dropVeil")->isVisible());
    }

    void anAddressAloneIsRefusedWithWhatToDo() {
        QMimeData data;
        data.setUrls({QUrl("https://example.org/picture.jpg")});
        hover(data);
        QVERIFY(part<QWidget>("dropVeil")->accessibleName().contains("only an address"));
        drop(data);
        QVERIFY(part<QLabel>("messageText")->text().contains("Save the picture in the browser"));
        QCOMPARE(m_queue->total(), 0);
    }

    void aPictureInADataUrlArrives() {
        QImage image(20, 10, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
        QMimeData data;
        data.setHtml("<meta><img src=\"data:image/png;base64," + bytes.toBase64() + "\">");
        hover(data);
        drop(data);
        QTRY_COMPARE(m_queue->total(), 1);
        QVERIFY(shownName().startsWith("pasted-"));
        QVERIFY(part<QLabel>("messageText")->text().contains("without a file"));
    }

    void withoutACaseDecisionsAreKeptAndComeBack() {
        m_window->setScratchRoot(m_own->filePath("scratch"));
        openAll();
        QVERIFY(part<QToolButton>("saveScratchButton")->isVisible());
        QVERIFY(m_window->windowTitle().contains("not saved as a case"));
        const auto& first = m_window->workspace()->pictures()->at(0);
        QFile file(first.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto result = std::make_shared<core::examination::Examination>();
        result->verdict = Verdict::Fake;
        result->pFake = 0.9;
        result->source.sha256 = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                                    .toHex()
                                    .toStdString();
        tests::complete(*m_queue, {first.id, first.path,
                                   std::shared_ptr<const core::examination::Examination>(result)});
        part<QAction>("rate4")->trigger();
        QTRY_COMPARE(m_window->workspace()->pictures()->at(0).marks.rating, 4);
        // As after a crash: nothing was asked and nothing saved.
        openWindow();
        m_window->setScratchRoot(m_own->filePath("scratch"));
        QCOMPARE(m_window->keptFromLastTime().size(), 1);
        m_window->open(m_window->keptFromLastTime());
        QTRY_COMPARE(m_window->workspace()->pictures()->count(), 4);
        QCOMPARE(m_window->workspace()->pictures()->at(0).marks.rating, 4);
        QTRY_VERIFY(m_window->workspace()->pictures()->at(0).verdict == Verdict::Fake);
    }

    void aScratchCaseIsSavedAsACase() {
        m_window->setScratchRoot(m_own->filePath("scratch"));
        openAll();
        part<QAction>("rate3")->trigger();
        QTRY_COMPARE(m_window->workspace()->pictures()->at(0).marks.rating, 3);
        part<QAction>("saveAsCase")->trigger();
        part<QLineEdit>("caseName")->setText("Harbor");
        part<QLineEdit>("casePlace")->setText(m_own->path());
        part<QPushButton>("makeCaseButton")->click();
        QTRY_VERIFY(QFileInfo::exists(m_own->filePath("Harbor.clueglass/case.sqlite")));
        QTRY_COMPARE(m_window->workspace()->pictures()->count(), 4);
        QTRY_VERIFY(m_window->windowTitle().contains("Harbor"));
        QCOMPARE(m_window->workspace()->pictures()->at(0).marks.rating, 3);
        QVERIFY(!part<QToolButton>("saveScratchButton")->isVisible());
        QVERIFY(m_window->keptFromLastTime().isEmpty());
    }

    void discardedPicturesAreGoneAndTheirFilesAreNot() {
        m_window->setScratchRoot(m_own->filePath("scratch"));
        openAll();
        part<QAction>("closeCase")->trigger();
        QVERIFY(part<QDialog>("keepBox")->isVisible());
        part<QDialog>("keepBox")->close();
        part<QAction>("discardUnsaved")->trigger();
        part<QPushButton>("discardButton")->click();
        QTRY_COMPARE(m_window->workspace()->pictures()->count(), 0);
        QTRY_VERIFY(m_window->keptFromLastTime().isEmpty());
        for (const QString& file : m_files)
            QVERIFY(QFileInfo::exists(file));
    }

    void escapeGoesBackToThePicture() {
        openAll();
        auto* search = part<QLineEdit>("gallerySearch");
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(part<QWidget>("imageView")->hasFocus());
    }

    void keysWithControlWorkWhileAFieldHasTheKeyboard() {
        openAll();
        auto* search = part<QLineEdit>("gallerySearch");
        search->setText("abc");
        search->setFocus();
        search->setCursorPosition(1);
        QTest::keyClick(search, Qt::Key_E, Qt::ControlModifier); // a field would go to its end
        QCOMPARE(search->cursorPosition(), 1);
        QVERIFY(part<QWidget>("messageBar")->isVisible()); // the report needs a result first
    }

    void anEmptyResultSaysSoAndLeadsBack() {
        openAll();
        part<QListView>("galleryView")
            ->setCurrentIndex(part<QListView>("galleryView")->model()->index(2, 0));
        part<QLineEdit>("gallerySearch")->setText("no such picture");
        QTRY_VERIFY(part<QLabel>("nothingFound")->isVisible());
        QVERIFY(part<QLabel>("positionText")->text().isEmpty());
        part<QPushButton>("showAllPictures")->click();
        QTRY_COMPARE(part<QListView>("galleryView")->model()->rowCount(), 4);
        QCOMPARE(shownName(), QString("p3.png"));
        QVERIFY(!part<QLabel>("nothingFound")->isVisible());
    }

    void countsAreTrueAfterCancelling() {
        openAll();
        tests::complete(*m_queue, tests::outcomeOf(1, Verdict::Real, 0.1));
        part<QAction>("pauseQueue")->trigger();
        QVERIFY(m_queue->isPaused());
        part<QAction>("cancelQueue")->trigger();
        QVERIFY(!m_queue->isPaused());
        tests::complete(
            *m_queue,
            {2, m_files[1], tl::unexpected(core::Error{core::ErrorCode::Cancelled, "cancelled"})});
        QTRY_COMPARE(part<QLabel>("queueText")->text(), QString("1 of 4 examined, 3 cancelled"));
        QVERIFY(!part<QPushButton>("pauseButton")->isVisible());
    }

    void theResultOfAVanishedFileStays() {
        m_window->open({m_files[0]});
        QTRY_COMPARE(m_queue->count(JobState::Running), 1);
        tests::complete(*m_queue, tests::outcomeOf(1, Verdict::Fake, 0.9));
        part<QAction>("examineAgain")->trigger();
        tests::complete(
            *m_queue,
            {1, m_files[0], tl::unexpected(core::Error{core::ErrorCode::FileNotFound, "gone"})});
        const auto& picture = m_window->workspace()->pictures()->at(0);
        QCOMPARE(picture.state, JobState::Failed);
        QVERIFY(picture.examination != nullptr);
        QVERIFY(picture.verdict == Verdict::Fake);
        QVERIFY(part<QLabel>("stateText")->text().contains("no longer there"));
        QCOMPARE(part<QLabel>("verdictText")->text(), QString("Generated"));
    }

    void picturesAndListHaveContextMenus() {
        openAll();
        for (const char* name : {"imageView", "galleryView"}) {
            QCOMPARE(part<QWidget>(name)->contextMenuPolicy(), Qt::ActionsContextMenu);
            QVERIFY(part<QWidget>(name)->actions().size() > 5);
        }
        QVERIFY(part<QWidget>("galleryView")->actions().contains(part<QAction>("concludeFake")));
    }

    void everythingThatTakesTheKeyboardHasANameAndARole() {
        openAll();
        tests::complete(*m_queue, tests::outcomeOf(1, Verdict::Fake, 0.9));
        QStringList nameless;
        int named = 0;
        walk(QAccessible::queryAccessibleInterface(m_window.get()), nameless, named);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join("; ")));
        QVERIFY2(named >= 20, qPrintable(QString::number(named)));
    }

    void nothingIsPushedOffASmallWindow_data() {
        QTest::addColumn<double>("font");
        QTest::newRow("usual font") << 1.0;
        QTest::newRow("font of 150 %") << 1.5;
    }
    void nothingIsPushedOffASmallWindow() {
        QFETCH(double, font);
        const QFont before = QApplication::font();
        QFont scaled = before;
        scaled.setPointSizeF(before.pointSizeF() * font);
        QApplication::setFont(scaled);
        openWindow();
        m_window->setScratchRoot(m_own->filePath("scratch"));
        m_window->open(
            {QString::fromStdString(tests::writeFile(m_pictures, std::string(180, 'n') + ".png",
                                                     tests::pngBytes(tests::slope(40, 30)))
                                        .string())});
        QTRY_COMPARE(m_queue->total(), 1);
        tests::complete(*m_queue, tests::outcomeOf(m_window->workspace()->pictures()->at(0).id,
                                                   Verdict::Fake, 0.9));
        const QSize least = m_window->minimumSizeHint();
        QApplication::setFont(before);
        QVERIFY2(least.width() <= 900 && least.height() <= 600,
                 qPrintable(QString("%1 x %2").arg(least.width()).arg(least.height())));
    }

  private:
    /// Depth first, as a screen reader goes.
    static void walk(QAccessibleInterface* node, QStringList& nameless, int& named) {
        if (node == nullptr || !node->isValid() || node->state().invisible)
            return;
        const bool isControl = node->state().focusable && !node->state().disabled &&
                               node->role() != QAccessible::Window;
        if (isControl && node->role() == QAccessible::NoRole)
            nameless << "no role: " + describe(node);
        if (isControl && node->text(QAccessible::Name).isEmpty() &&
            node->text(QAccessible::Value).isEmpty())
            nameless << describe(node);
        named += isControl ? 1 : 0;
        for (int i = 0; i < node->childCount(); ++i)
            walk(node->child(i), nameless, named);
    }
    static QString describe(const QAccessibleInterface* node) {
        const QObject* object = node->object();
        return object != nullptr
                   ? QString("%1 %2").arg(object->metaObject()->className(), object->objectName())
                   : QString("role %1").arg(node->role());
    }
    void openWindow() {
        m_window.reset();
        m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
        m_window = std::make_unique<MainWindow>(m_queue.get(), core::settings::Settings());
        QVERIFY(tests::showActive(m_window.get()));
    }
    void openAll() {
        m_window->open(m_files);
        QTRY_COMPARE(m_queue->total(), 4);
        QTRY_COMPARE(shownName(), QString("p1.png"));
    }
    [[nodiscard]] QString shownName() const { return part<QLabel>("pictureName")->text(); }
    void hover(const QMimeData& data) {
        QDragEnterEvent enter(m_window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
    }
    void drop(const QMimeData& data) {
        QDropEvent event(m_window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }
    template <typename T> T* part(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }

    QTemporaryDir m_pictures;
    QStringList m_files;
    std::unique_ptr<QTemporaryDir> m_own;
    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(WindowFlowTest)
#include "window_flow_test.moc"
