// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"
#include "core/inference/analysis_queue.h"
#include "core/inference/engine_catalog.h"
#include "tests/support/dropped_files.h"
#include "tests/support/fake_engine.h"
#include "tests/support/picture_maker.h"
#include "ui/main_window/main_window.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QElapsedTimer>
#include <QListView>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <filesystem>

using app::desktop::Composition;
using core::inference::Engine;
using core::inference::EngineChoice;
using core::inference::JobState;

namespace {

constexpr int kTickMs = 10;
/// A window that blocks by itself does so in every round; a busy machine hardly does.
constexpr int kRounds = 3;

/// Measures every event that the window handles.
class WatchedApplication : public QApplication {
  public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        // The worker's thread comes through here as well.
        if (QThread::currentThread() != thread() || m_isInside || !m_isWatching)
            return QApplication::notify(receiver, event);
        m_isInside = true;
        const int type = event->type();
        // By now: the receiver may be gone after the event.
        const QString name =
            QString::fromLatin1(receiver->metaObject()->className()) + ' ' + receiver->objectName();
        QElapsedTimer timer;
        timer.start();
        const bool result = QApplication::notify(receiver, event);
        m_isInside = false;
        if (timer.nsecsElapsed() > m_longest) {
            m_longest = timer.nsecsElapsed();
            m_who = QStringLiteral("event %1 to %2").arg(type).arg(name);
        }
        return result;
    }

    void watch() {
        m_isWatching = true;
        m_longest = 0;
    }
    double longestMs() const { return static_cast<double>(m_longest) / 1e6; }
    QString who() const { return m_who; }

  private:
    bool m_isInside = false;
    std::atomic<bool> m_isWatching = false;
    qint64 m_longest = 0;
    QString m_who;
};

/// The longest time that the event loop did not come round.
class GapMeter : public QObject {
  public:
    GapMeter() {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_longest = std::max(m_longest, m_clock.restart() - kTickMs); });
        m_clock.start();
        m_timer.start(kTickMs);
    }
    qint64 longestMs() const { return m_longest; }

  private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

class ResponsivenessTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QDir(m_directory.path()).mkpath("small");
        QDir(m_directory.path()).mkpath("medium");
        QDir(m_directory.path()).mkpath("large");
        const auto small = tests::jpegBytes(tests::noisyScene(320, 240, 1));
        for (int i = 0; i < 200; ++i)
            tests::writeFile(m_directory, "small/" + std::to_string(1000 + i) + ".jpg", small);
        const auto medium = tests::jpegBytes(tests::noisyScene(1600, 1200, 2));
        for (int i = 0; i < 6; ++i)
            tests::writeFile(m_directory, "medium/" + std::to_string(i) + ".jpg", medium);
        const auto large = tests::jpegBytes(tests::slope(4000, 3000));
        for (int i = 0; i < 3; ++i)
            tests::writeFile(m_directory, "large/" + std::to_string(i) + ".jpg", large);
    }

    void theWindowStaysAwake_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("longestGapMs");
        QTest::addColumn<bool>("isEmbedded");
        // The aim is 50 ms; the test allows more because other programs take the processor away as
        // well.
        QTest::newRow("two hundred pictures") << "small" << 200 << 150 << false;
        QTest::newRow("pictures of 12 megapixels") << "large" << 3 << 250 << false;
        QTest::newRow("the embedded engine") << "medium" << 6 << 250 << true;
    }

    void theWindowStaysAwake() {
        QFETCH(QString, folder);
        QFETCH(int, count);
        QFETCH(int, longestGapMs);
        QFETCH(bool, isEmbedded);
        qint64 shortest = 0;
        for (int round = 0; round < kRounds; ++round) {
            const qint64 gap = longestGap(m_directory.filePath(folder), count, isEmbedded);
            if (QTest::currentTestFailed())
                return;
            shortest = round == 0 ? gap : std::min(shortest, gap);
            if (shortest < longestGapMs)
                break;
        }
        QVERIFY2(shortest < longestGapMs, qPrintable(QString::number(shortest)));
    }

    void aFolderOfTenThousandOpensAndIsCancelled() {
        const QString folder = m_directory.filePath("many");
        QDir().mkpath(folder);
        const auto source = m_directory.filePath("small/1000.jpg").toStdString();
        for (int i = 0; i < 10'000; ++i)
            std::filesystem::create_hard_link(source, folder.toStdString() + "/" +
                                                          std::to_string(i) + ".jpg");
        auto control = std::make_shared<tests::FakeEngineControl>();
        control->waitsForCancel = true;
        const QTemporaryDir own;
        Composition composition(own.filePath("settings.ini").toStdString(), fakeEngine(control));
        composition.start();
        QVERIFY(QTest::qWaitForWindowExposed(composition.window()));
        const GapMeter gaps;
        QElapsedTimer timer;
        timer.start();
        tests::dropFiles(composition.window(), {folder});
        QTRY_COMPARE_WITH_TIMEOUT(composition.queue()->total(), 10'000, 60'000);
        qInfo("10,000 rows after %lld ms, longest gap %lld ms", timer.restart(), gaps.longestMs());
        composition.window()->findChild<QAction*>("cancelQueue")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(composition.queue()->count(JobState::Cancelled), 10'000, 20'000);
        qInfo("cancelled after %lld ms, longest gap %lld ms", timer.elapsed(), gaps.longestMs());
    }

  private:
    static core::inference::InferenceWorker::EngineFactory
    fakeEngine(const std::shared_ptr<tests::FakeEngineControl>& control) {
        return [control](const EngineChoice&) {
            return core::Result<std::unique_ptr<Engine>>(
                std::make_unique<tests::FakeEngine>(control));
        };
    }

    /// Examines a folder while a person goes through its pictures.
    static qint64 longestGap(const QString& folder, int count, bool isEmbedded) {
        auto* application = static_cast<WatchedApplication*>(QCoreApplication::instance());
        auto control = std::make_shared<tests::FakeEngineControl>();
        control->millisecondsPerPicture = 5;
        const QTemporaryDir own;
        Composition composition(own.filePath("settings.ini").toStdString(),
                                isEmbedded ? core::inference::makeEngine : fakeEngine(control));
        composition.start();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(composition.window())); }();
        QTest::qWait(200); // the first layout and the fonts are not what is measured
        application->watch();
        const GapMeter gaps;
        QTimer user;
        connect(&user, &QTimer::timeout, composition.window(),
                [&] { composition.window()->findChild<QAction*>("nextPicture")->trigger(); });
        user.start(60);
        tests::dropFiles(composition.window(), {folder});
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(composition.queue()->count(JobState::Done), count, 120'000);
            auto* view = composition.window()->findChild<ui::viewer::ImageView*>("imageView");
            QTRY_VERIFY_WITH_TIMEOUT(view->hasPicture(), 20'000);
        }();
        qInfo("longest gap %lld ms; longest single event %.1f ms (%s)", gaps.longestMs(),
              application->longestMs(), qPrintable(application->who()));
        return gaps.longestMs();
    }

    QTemporaryDir m_directory;
};

int main(int argc, char** argv) {
    WatchedApplication application(argc, argv);
    ResponsivenessTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "responsiveness_test.moc"
