// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/inference/conversations.h"
#include "tests/support/picture_maker.h"
#include "tests/support/queued_jobs.h"
#include "tests/support/sample_examination.h"
#include "ui/review/review_page.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <utility>
#include <vector>

using core::inference::JobState;
using core::workspace::Picture;
using ui::review::ReviewPage;

class ReviewPageTest : public QObject {
    Q_OBJECT

  private:
    /// A queue whose pictures the test examines, and the conversations about them.
    struct Talk {
        core::inference::AnalysisQueue queue{{}};
        core::inference::Conversations conversations{&queue};
        std::vector<core::inference::JobId> ids;
        std::vector<core::inference::EngineTask> asked;
        QStringList paths;
        std::shared_ptr<const core::examination::Examination> result;

        Talk(ReviewPage* page, const QStringList& pictures) : paths(pictures) {
            page->listenTo(&queue, &conversations);
            QObject::connect(&conversations, &core::inference::Conversations::requested, page,
                             [this](const auto& task) { asked.push_back(task); });
            auto examination =
                std::make_shared<core::examination::Examination>(*tests::sampleExamination());
            examination->answer = "This is a fake image. Six fingers.";
            result = examination;
            ids = tests::addJobs(queue, paths);
        }
        void finish(core::inference::JobId id) {
            tests::complete(queue, {id, queue.path(id), result});
        }
        Picture waiting(core::inference::JobId id) const {
            Picture state;
            state.id = id;
            state.path = queue.path(id);
            return state;
        }
        Picture running(core::inference::JobId id) const {
            Picture state = waiting(id);
            state.state = JobState::Running;
            return state;
        }
        Picture done(core::inference::JobId id) const {
            Picture state = waiting(id);
            state.state = JobState::Done;
            state.examination = result;
            return state;
        }
    };

    QTemporaryDir m_folder;
    std::unique_ptr<ReviewPage> m_page;

    template <typename Part> [[nodiscard]] Part* part(const char* name) const {
        return m_page->findChild<Part*>(name);
    }
    [[nodiscard]] QListView* list() const { return part<QListView>("clueList"); }
    [[nodiscard]] ui::viewer::ImageView* view() const { return m_page->imageView(); }

    QString picture(const std::string& name) {
        return QString::fromStdString(
            tests::writeFile(m_folder, name, tests::pngBytes(tests::slope(400, 200))).string());
    }

    [[nodiscard]] Picture done(const QString& path) const {
        Picture state;
        state.path = path;
        state.state = JobState::Done;
        auto examination = tests::sampleExamination();
        if (const auto hash = core::sha256OfFile(path.toStdString(), {}))
            examination->source.sha256 = *hash;
        state.examination = std::move(examination);
        return state;
    }

    void show(const Picture& state) {
        m_page->showPicture(state);
        QTRY_VERIFY(view()->hasPicture());
    }

    void trigger(const char* name) { part<QAction>(name)->trigger(); }

  private Q_SLOTS:
    void init() {
        m_page = std::make_unique<ReviewPage>();
        m_page->resize(1100, 700);
        m_page->addActions(m_page->viewActions());
        m_page->clear();
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup() { m_page.reset(); }

    void pointingAtAClueLightsItsRegion() {
        show(done(picture("a.png")));
        const auto* model = list()->model();
        const QPoint second = list()->visualRect(model->index(1, 0)).center();
        QElapsedTimer timer;
        timer.start();
        QTest::mouseMove(list()->viewport(), second);
        QTRY_COMPARE_WITH_TIMEOUT(view()->highlightedClue(), 1, 1000);
        const qint64 linked = timer.restart();
        view()->repaint();
        qInfo("pointing to highlight: %lld ms, painting it: %lld ms", linked, timer.elapsed());
    }

    void pointingGoesBothWaysAtOnceOnALargePicture() {
        show(done(QString::fromStdString(
            tests::writeFile(m_folder, "large.png", tests::pngBytes(tests::slope(4000, 3000)))
                .string())));
        const auto* model = list()->model();
        qint64 slowest = 0;
        for (int round = 0; round < 10; ++round) {
            const int clue = round % 2;
            QElapsedTimer timer;
            timer.start();
            QTest::mouseMove(list()->viewport(),
                             list()->visualRect(model->index(clue, 0)).center());
            while (view()->highlightedClue() != clue && timer.elapsed() < 1000)
                QCoreApplication::processEvents();
            QCOMPARE(view()->highlightedClue(), clue);
            view()->repaint();
            slowest = std::max(slowest, timer.restart());
            const bool isOut = clue == 0;
            const QPointF place = isOut ? QPointF(3900, 2900) : QPointF(30, 30);
            QTest::mouseMove(view(), view()->transform().toView(place).toPoint());
            const int expected = isOut ? -1 : 0;
            while (view()->highlightedClue() != expected && timer.elapsed() < 1000)
                QCoreApplication::processEvents();
            QCOMPARE(view()->highlightedClue(), expected);
            list()->viewport()->repaint();
            slowest = std::max(slowest, timer.elapsed());
        }
        qInfo("slowest of 20 from pointing to the other side painted: %lld ms", slowest);
    }

    void theZoomCanBeTyped() {
        show(done(picture("zoom.png")));
        auto* zoom = part<QLineEdit>("zoomText");
        for (const char* typed : {"133.3", "250 %", "112,5"}) {
            zoom->setFocus();
            zoom->selectAll();
            QTest::keyClicks(zoom, typed);
            QTest::keyClick(zoom, Qt::Key_Return);
            QCOMPARE(QString::number(100 * view()->transform().magnification(), 'g', 4),
                     QString(typed).remove(" %").replace(',', '.'));
        }
        const QString before = zoom->text();
        zoom->setFocus();
        zoom->setText("wide");
        QTest::keyClick(zoom, Qt::Key_Return);
        QCOMPARE(zoom->text(), before);
    }

    void theGroundAndTheHatchingCanBeChosen() {
        Picture state = done(picture("ground.png"));
        auto hatched = std::make_shared<core::examination::Examination>(*state.examination);
        hatched->notExamined = {{0, 0, 200, 200}};
        hatched->clues.clear();
        hatched->map = nullptr;
        state.examination = hatched;
        show(state);
        const QImage with = view()->grab().toImage();
        trigger("showNotExamined");
        const QImage without = view()->grab().toImage();
        QVERIFY(with != without);
        const QPoint corner(5, 5);
        QSet<QRgb> seen;
        for (int i = 0; i < ui::viewer::kGrounds; ++i) {
            seen.insert(view()->grab().toImage().pixel(corner));
            trigger("nextGround");
        }
        QCOMPARE(seen.size(), ui::viewer::kGrounds);
        QCOMPARE(view()->ground(), ui::viewer::Ground::Neutral);
        QVERIFY(view()->grab().toImage() == without);
    }

    void tabsHaveKeys() {
        show(done(picture("tabs.png")));
        auto* tabs = part<QTabWidget>("reviewTabs");
        for (const auto& [key, title] :
             {std::pair(Qt::Key_I, "Details"), {Qt::Key_M, "Metadata"}, {Qt::Key_G, "Plots"}}) {
            QTest::keyClick(view(), key);
            QCOMPARE(tabs->tabText(tabs->currentIndex()), QString(title));
        }
    }

    void aFileThatIsGoneIsSaidInItsPlace() {
        Picture state = done(picture("gone.png"));
        QVERIFY(QFile::remove(state.path));
        m_page->showPicture(state);
        QTRY_VERIFY(view()->notice().contains("no longer there"));
        QVERIFY(!view()->hasPicture());
        QVERIFY(view()->accessibleDescription().contains("no longer there"));
        QCOMPARE(list()->model()->rowCount(), 4); // the result is still to be read
        show(done(picture("there.png")));
        QTRY_VERIFY(view()->notice().isEmpty());
    }

    void nothingIsDrawnOverOtherBytesThanThoseExamined() {
        Picture state = done(picture("changed.png"));
        tests::writeFile(m_folder, "changed.png", tests::pngBytes(tests::slope(200, 400)));
        show(state);
        QTRY_VERIFY(view()->notice().contains("other bytes"));
        QTest::mouseClick(view(), Qt::LeftButton, {},
                          view()->transform().toView(QPointF(70, 50)).toPoint());
        QCOMPARE(list()->currentIndex().row(), -1);
        show(done(picture("same.png")));
        QTRY_VERIFY(view()->notice().isEmpty());
    }

    void clickingARegionSelectsItsClue() {
        show(done(picture("b.png")));
        part<QTabWidget>("reviewTabs")->setCurrentIndex(3);
        QSignalSpy selected(m_page.get(), &ReviewPage::selectedClueChanged);
        const QPoint place = view()->transform().toView(QPointF(70, 50)).toPoint();
        QTest::mouseClick(view(), Qt::LeftButton, {}, place);
        QCOMPARE(list()->currentIndex().row(), 1);
        QCOMPARE(selected.last().first().toInt(), 1);
        QCOMPARE(part<QTabWidget>("reviewTabs")->currentIndex(), 0);
        QTest::mouseClick(view(), Qt::LeftButton, {}, place);
        QCOMPARE(list()->currentIndex().row(), 0);
        const QPoint beside = view()->transform().toView(QPointF(250, 30)).toPoint();
        QTest::mouseClick(view(), Qt::LeftButton, {}, beside);
        QCOMPARE(list()->currentIndex().row(), -1);
        QCOMPARE(selected.last().first().toInt(), -1);
    }

    void keysStepThroughTheClues() {
        show(done(picture("c.png")));
        trigger("nextClue");
        QCOMPARE(list()->currentIndex().row(), 0);
        QCOMPARE(part<QToolButton>("layerName")->text(), QString("Map of clue 1"));
        trigger("nextClue");
        QCOMPARE(list()->currentIndex().row(), 1);
        QCOMPARE(part<QToolButton>("layerName")->text(), QString("Overall map"));
        trigger("previousClue");
        QCOMPARE(list()->currentIndex().row(), 0);
    }

    void layersCycle() {
        show(done(picture("d.png")));
        QStringList names;
        for (int i = 0; i < 4; ++i) {
            names << part<QToolButton>("layerName")->text();
            trigger("nextLayer");
        }
        QCOMPARE(names,
                 QStringList({"Overall map", "Noise level", "Map of clue 1", "Overall map"}));
        trigger("previousLayer");
        QCOMPARE(part<QToolButton>("layerName")->text(), QString("Overall map"));
    }

    void theKeyHPeeksFromTheClueListToo() {
        show(done(picture("e.png")));
        if (!QTest::qWaitForWindowActive(m_page.get()))
            QSKIP("this screen gives no window the keyboard");
        list()->setFocus();
        QTest::keyPress(list(), Qt::Key_H);
        QVERIFY(view()->isPeeking());
        QTest::keyRelease(list(), Qt::Key_H);
        if (view()->isPeeking()) // quick enough to be a tap
            QTest::keyClick(list(), Qt::Key_H);
        QVERIFY(!view()->isPeeking());
    }

    void regionsWaitForTheirOwnPicture() {
        show(done(picture("f.png")));
        QVERIFY(!view()->accessibleDescription().isEmpty());
        m_page->showPicture(done(picture("g.png")));
        // The picture before is still seen, and nothing of the new one lies over it.
        QVERIFY(view()->hasPicture());
        QVERIFY(view()->accessibleDescription().isEmpty());
        QTRY_VERIFY(!view()->accessibleDescription().isEmpty());
    }

    void aResultThatComesLaterIsShown() {
        Picture state;
        state.path = picture("h.png");
        state.state = JobState::Running;
        state.stage = "decode";
        state.progress = 0.4;
        show(state);
        QVERIFY(part<QProgressBar>("pictureProgress")->isVisible());
        QCOMPARE(part<QProgressBar>("pictureProgress")->value(), 40);
        QVERIFY(part<QLabel>("stateText")->text().contains("Decoding"));
        m_page->updateProgress("noise_residual", 0.7);
        QCOMPARE(part<QProgressBar>("pictureProgress")->value(), 70);
        QVERIFY(!list()->isVisible());
        m_page->showPicture(done(state.path));
        QVERIFY(!part<QProgressBar>("pictureProgress")->isVisible());
        QVERIFY(list()->isVisible());
        QVERIFY(!view()->accessibleDescription().isEmpty());
    }

    void aFailureSaysWhatToDoAndCanBeRetried() {
        Picture state;
        state.path = m_folder.filePath("missing.jpg");
        state.state = JobState::Failed;
        state.error = core::Error{core::ErrorCode::FileNotFound, "There is no file missing.jpg."};
        m_page->showPicture(state);
        auto* retry = part<QPushButton>("retryButton");
        QVERIFY(retry->isVisible());
        QVERIFY(part<QLabel>("stateText")->text().contains("There is no file missing.jpg."));
        QSignalSpy requested(m_page.get(), &ReviewPage::retryRequested);
        QTest::mouseClick(retry, Qt::LeftButton);
        QCOMPARE(requested.size(), 1);
    }

    void opacityFollowsSliderAndWheel() {
        show(done(picture("i.png")));
        auto* slider = part<QSlider>("heatOpacity");
        QCOMPARE(slider->value(), 60);
        slider->setValue(80);
        QCOMPARE(view()->heatOpacity(), 0.8);
        view()->setHeatOpacity(0.3);
        QCOMPARE(slider->value(), 30);
    }

    void aModelsWordsAppearAsTheyCome() {
        Talk talk(m_page.get(), {picture("l.png"), picture("m.png")});
        const auto [first, second] = std::pair(talk.ids[0], talk.ids[1]);
        show(talk.running(first));
        auto* stream = part<QPlainTextEdit>("answerStream");
        QVERIFY(!stream->isVisible());
        talk.queue.receiveLikelihood(tests::examining(first), 0.934);
        QVERIFY(stream->isVisible());
        QVERIFY(part<QLabel>("answerLikelihood")->text().contains("93 %"));
        talk.queue.receivePiece(tests::examining(first), "This is");
        talk.queue.receivePiece(tests::examining(first), " a fake");
        QVERIFY(stream->isVisible());
        QCOMPARE(stream->toPlainText(), QString("This is a fake"));
        // Another picture shows nothing of it, and what came meanwhile is there on the way back.
        show(talk.waiting(second));
        QVERIFY(!stream->isVisible());
        talk.queue.receivePiece(tests::examining(first), " image.");
        QVERIFY(!stream->isVisible());
        show(talk.running(first));
        QCOMPARE(stream->toPlainText(), QString("This is a fake image."));
        talk.finish(first);
        m_page->showPicture(talk.done(first));
        QVERIFY(!stream->isVisible());
        QVERIFY(list()->isVisible());
        part<QTabWidget>("reviewTabs")->setCurrentIndex(1);
        QCOMPARE(part<QPlainTextEdit>("modelAnswer")->toPlainText(),
                 QString("This is a fake image. Six fingers."));
    }

    void questionsAreAskedAndAnsweredBelowTheAnswer() {
        Talk talk(m_page.get(), {picture("n.png"), picture("o.png")});
        talk.finish(talk.ids[0]);
        show(talk.done(talk.ids[0]));
        part<QTabWidget>("reviewTabs")->setCurrentIndex(1);
        auto* text = part<QPlainTextEdit>("modelAnswer");
        auto* edit = part<QLineEdit>("questionEdit");
        QVERIFY(edit->isVisible());
        QVERIFY(!part<QPushButton>("askButton")->isEnabled());
        edit->setFocus();
        if (!QTest::qWaitForWindowActive(m_page.get()))
            QSKIP("this screen gives no window the keyboard");
        QTest::keyClicks(edit, "Which hand, h?"); // H is a key of the viewer as well
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(talk.asked.size(), std::size_t{1});
        QCOMPARE(std::get<core::inference::AskQuestion>(talk.asked[0].work).inquiry.question,
                 std::string("Which hand, h?"));
        QVERIFY(edit->text().isEmpty());
        QVERIFY(part<QPushButton>("cancelQuestion")->isVisible());
        talk.conversations.receivePiece(talk.asked[0].id(), "The left");
        QVERIFY(text->toPlainText().endsWith("Question: Which hand, h?\nThe left"));
        show(talk.running(talk.ids[1]));
        show(talk.done(talk.ids[0]));
        QVERIFY(text->toPlainText().endsWith("The left"));
        talk.conversations.complete(
            {talk.asked[0].id(), core::inference::TaskValue(QString("The left one."))});
        QVERIFY(text->toPlainText().startsWith("This is a fake image. Six fingers."));
        QVERIFY(text->toPlainText().endsWith("The left one."));
        QVERIFY(!part<QPushButton>("cancelQuestion")->isVisible());
    }

    void aQuestionIsCancelled() {
        Talk talk(m_page.get(), {picture("p.png")});
        talk.finish(talk.ids[0]);
        show(talk.done(talk.ids[0]));
        part<QTabWidget>("reviewTabs")->setCurrentIndex(1);
        part<QLineEdit>("questionEdit")->setText("Why?");
        QTest::mouseClick(part<QPushButton>("askButton"), Qt::LeftButton);
        QTest::mouseClick(part<QPushButton>("cancelQuestion"), Qt::LeftButton);
        QVERIFY(talk.asked[0].stop.stop_requested());
        talk.conversations.complete({talk.asked[0].id(), core::cancelled()});
        QVERIFY(part<QPlainTextEdit>("modelAnswer")->toPlainText().endsWith("(cancelled)"));
        QVERIFY(part<QPushButton>("askButton")->isVisible());
    }

    void engineWithoutWordsHasNoAnswerTab() {
        auto* tabs = part<QTabWidget>("reviewTabs");
        Picture state = done(picture("q.png"));
        auto silent = std::make_shared<core::examination::Examination>(*state.examination);
        silent->answer.reset();
        state.examination = silent;
        show(state);
        QVERIFY(!tabs->isTabVisible(1));
    }

    void clearingForgetsEverything() {
        m_page->showPicture(done(picture("j.png")));
        m_page->clear();
        QVERIFY(!view()->hasPicture());
        QVERIFY(!list()->isVisible());
        QVERIFY(part<QLabel>("cursorInfo")->text().isEmpty());
    }

    void everyControlHasAName() {
        show(done(picture("k.png")));
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isEnabled())
                continue;
            if (widget->objectName().startsWith("qt_") || widget->inherits("QTabBar") ||
                widget->inherits("QTabWidget") || widget->inherits("QAbstractButton") ||
                widget->inherits("QHeaderView") || widget->inherits("QScrollBar"))
                continue;
            const QString name = widget->accessibleName() + widget->property("text").toString();
            QVERIFY2(!name.isEmpty(),
                     qPrintable(widget->objectName() + " " + widget->metaObject()->className()));
        }
    }
};

QTEST_MAIN(ReviewPageTest)
#include "review_page_test.moc"
