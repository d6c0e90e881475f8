// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/analysis_queue.h"
#include "tests/support/active_window.h"
#include "tests/support/gallery_rows.h"
#include "tests/support/picture_maker.h"
#include "tests/support/queued_jobs.h"
#include "ui/engines/engine_desk.h"
#include "ui/main_window/main_window.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

using core::examination::Verdict;
using core::inference::AnalysisQueue;
using core::inference::JobId;
using ui::main_window::MainWindow;

/// The window without a worker: the test answers the queue's requests.
class MainWindowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        qRegisterMetaType<core::settings::Settings>();
        for (int i = 1; i <= 4; ++i)
            m_files << QString::fromStdString(
                tests::writeFile(m_directory, "p" + std::to_string(i) + ".png",
                                 tests::pngBytes(tests::slope(64 + i, 48)))
                    .string());
    }

    void init() {
        m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
        m_requests.clear();
        connect(
            m_queue.get(), &AnalysisQueue::requested, this,
            [this](const core::inference::EngineTask& task) { m_requests << tests::pathOf(task); });
        core::settings::Settings settings;
        settings.overlayOpacity = 0.3;
        m_window = std::make_unique<MainWindow>(m_queue.get(), settings);
        QVERIFY(tests::showActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void thePictureOnScreenIsExaminedNext() {
        openAll();
        QCOMPARE(m_requests, QStringList{m_files[0]});
        select(3);
        answer(1, Verdict::Real, 0.1);
        QCOMPARE(m_requests.last(), m_files[3]);
    }

    void keysWorkAtOnceAfterADrop() {
        openAll();
        QTRY_VERIFY(QApplication::focusWidget() == part<QListView>("galleryView"));
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Space);
        QCOMPARE(current(), 1);
    }

    void keysGoThroughThePictures() {
        openAll();
        QCOMPARE(current(), 0);
        auto* view = part<QWidget>("imageView");
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(current(), 1);
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(current(), 2);
        QTest::keyClick(view, Qt::Key_Space, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(current(), 0);
    }

    void controlRightGoesToWhatWasNotSeen() {
        openAll();
        answer(1, Verdict::Real, 0.1); // on screen, therefore seen
        answer(2, Verdict::Fake, 0.9);
        select(1);
        select(0);
        part<QWidget>("imageView")->setFocus();
        QTest::keyClick(part<QWidget>("imageView"), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(current(), 2);
        const auto chosen = part<QListView>("galleryView")->selectionModel()->selectedIndexes();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().row(), 2);
    }

    void aPictureIsExaminedAgainOnRequest() {
        openAll();
        for (JobId id = 1; id <= 4; ++id)
            answer(id, Verdict::Real, 0.1);
        m_requests.clear();
        select(2);
        part<QAction>("examineAgain")->trigger();
        QCOMPARE(m_requests, QStringList{m_files[2]});
        answer(3, Verdict::Fake, 0.95);
        QCOMPARE(m_queue->count(core::inference::JobState::Done), 4);
    }

    void aFocusedControlKeepsItsOwnKeys() {
        openAll();
        auto* pause = part<QPushButton>("pauseButton");
        QTRY_VERIFY(pause->isEnabled());
        pause->setFocus();
        QTest::keyClick(pause, Qt::Key_Space);
        QVERIFY(m_queue->isPaused());
        QCOMPARE(current(), 0);
        auto* opacity = part<QSlider>("heatOpacity");
        const int before = opacity->value();
        opacity->setFocus();
        QTest::keyClick(opacity, Qt::Key_Right);
        QVERIFY(opacity->value() > before);
        QCOMPARE(current(), 0);
    }

    void singleLettersAreTextInTheSearch() {
        openAll();
        auto* search = part<QLineEdit>("gallerySearch");
        search->setFocus();
        QTest::keyClicks(search, "fvz+-.,? ");
        QCOMPARE(search->text(), QString("fvz+-.,? "));
    }

    void noKeyHasTwoActions() {
        QHash<QKeySequence, QString> owners;
        for (const QAction* action : m_window->findChildren<QAction*>()) {
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!owners.contains(key),
                         qPrintable(key.toString() + ": " + action->text() + ", " + owners[key]));
                owners[key] = action->text();
            }
        }
        // The letters that open the menus are keys as well.
        for (const QAction* menu : m_window->menuBar()->actions()) {
            const QKeySequence key = QKeySequence::mnemonic(menu->text());
            QVERIFY2(!key.isEmpty() && !owners.contains(key), qPrintable(menu->text()));
            owners[key] = menu->text();
        }
        for (const char* key : {"Ctrl+O", "Ctrl+Shift+O", "Ctrl+V", "Ctrl+E", "Ctrl+,", "Ctrl+Q",
                                "F1", "F11", "Ctrl+Right", "Ctrl+Left"})
            QVERIFY2(owners.contains(QKeySequence(QString::fromLatin1(key))), key);
    }

    void theShortcutListNamesEveryKey() {
        m_window->findChild<QAction*>("shortcuts")->trigger();
        const auto* table = part<QTreeWidget>("shortcutTable");
        QVERIFY(table != nullptr);
        int actionsWithKeys = 0;
        for (const QAction* action : m_window->findChildren<QAction*>())
            actionsWithKeys += action->shortcuts().isEmpty() ? 0 : 1;
        QVERIFY(table->topLevelItemCount() >= actionsWithKeys);
    }

    void pastingTakesPaths() {
        QGuiApplication::clipboard()->setText(m_files[0] + "\n" + m_files[2]);
        m_window->findChild<QAction*>("paste")->trigger();
        QTRY_COMPARE(m_queue->total(), 2);
    }

    void copiesTheVerdictAsASentence() {
        openAll();
        answer(1, Verdict::Fake, 0.93);
        m_window->findChild<QAction*>("copySentence")->trigger();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(m_files[0]) && text.contains("93"), qPrintable(text));
    }

    void openingMorePicturesLeavesTheOpacityAlone() {
        openAll();
        auto* opacity = part<QSlider>("heatOpacity");
        QCOMPARE(opacity->value(), 30);
        opacity->setValue(80);
        m_window->open({m_directory.path()});
        QCOMPARE(opacity->value(), 80);
    }

    void settingsApplyAtOnceWithoutBlocking() {
        QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
        m_window->findChild<QAction*>("settings")->trigger(); // comes back although it is open
        auto* opacity = part<QSlider>("opacityDefault");
        QVERIFY(opacity != nullptr);
        opacity->setValue(65);
        QCOMPARE(part<QSlider>("heatOpacity")->value(), 65);
        QVERIFY(changed.count() >= 1);
        part<QDialog>("settingsDialog")->close();
    }

    void theEngineInUseIsNamedAndLeadsToItsDialog() {
        m_window->engines()->setInUse({});
        auto* button = part<QToolButton>("engineButton");
        QCOMPARE(button->text(), QString("Engine: Embedded engine"));
        QVERIFY(!button->accessibleName().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(part<QDialog>("engineDialog") != nullptr);
        part<QDialog>("engineDialog")->close();
        QTRY_VERIFY(part<QDialog>("engineDialog") == nullptr);
        m_window->findChild<QAction*>("engines")->trigger();
        QVERIFY(part<QDialog>("engineDialog")->isVisible());
    }

    void foldersAndTheEngineAreRemembered() {
        QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
        Q_EMIT m_window->engines()->foldersChanged({"/models/a"});
        m_window->rememberEngine("fakevlm", "/models/a");
        const auto settings = changed.last()[0].value<core::settings::Settings>();
        QCOMPARE(settings.modelDirectories, QStringList{"/models/a"});
        QCOMPARE(settings.engine, QString("fakevlm"));
        QCOMPARE(settings.modelDirectory, QString("/models/a"));
    }

    void theSettingsDialogDoesNotBringAnOldEngineBack() {
        m_window->findChild<QAction*>("settings")->trigger();
        m_window->rememberEngine("fakevlm", "/models/a");
        QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
        part<QSlider>("opacityDefault")->setValue(65);
        QCOMPARE(changed.last()[0].value<core::settings::Settings>().engine, QString("fakevlm"));
    }

    void aReportNeedsAResult() {
        openAll();
        m_window->findChild<QAction*>("exportPdf")->trigger();
        QVERIFY(part<QDialog>("reportDialog") == nullptr);
        QVERIFY(part<QWidget>("messageBar")->isVisible());
        answer(1, Verdict::Fake, 0.93);
        m_window->findChild<QAction*>("exportPdf")->trigger();
        QVERIFY(part<QDialog>("reportDialog") != nullptr);
        const QString file = part<QLineEdit>("reportFile")->text();
        QVERIFY2(!file.startsWith(m_directory.path()), qPrintable(file));
    }

    void everyControlIsNamedAndReachable() {
        openAll();
        answer(1, Verdict::Fake, 0.93);
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool isControl = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                                   qobject_cast<const QComboBox*>(widget) != nullptr ||
                                   qobject_cast<const QSlider*>(widget) != nullptr ||
                                   qobject_cast<const QListView*>(widget) != nullptr;
            if (!isControl || !widget->isVisible() || widget->objectName().startsWith("qt_"))
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() ||
                                 (button != nullptr && !button->text().isEmpty());
            QVERIFY2(isNamed, qPrintable(widget->metaObject()->className() + QStringLiteral(" ") +
                                         widget->objectName()));
        }
    }

  private:
    void openAll() {
        m_window->open(m_files);
        QTRY_COMPARE(m_queue->total(), 4);
    }
    void answer(JobId id, Verdict verdict, double pFake) {
        tests::complete(*m_queue, tests::outcomeOf(id, verdict, pFake));
    }
    void select(int row) {
        auto* view = part<QListView>("galleryView");
        view->selectionModel()->setCurrentIndex(view->model()->index(row, 0),
                                                QItemSelectionModel::ClearAndSelect);
    }
    int current() const { return part<QListView>("galleryView")->currentIndex().row(); }

    template <typename T> T* part(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }

    QTemporaryDir m_directory;
    QStringList m_files;
    QStringList m_requests;
    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
