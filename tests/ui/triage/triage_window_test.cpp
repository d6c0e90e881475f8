// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/sqlite_case_store.h"
#include "core/inference/analysis_queue.h"
#include "tests/support/active_window.h"
#include "ui/cases/case_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/main_window/main_window.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <fstream>

using namespace core::cases;
using core::examination::Verdict;
using core::inference::AnalysisQueue;
using ui::gallery::GalleryModel;
using ui::main_window::MainWindow;

/// A case of six examined pictures in the window, decided about with the keyboard alone.
/// Picture 4 has the bytes of picture 3.
class TriageWindowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        fillCase();
        openWindow();
    }
    void cleanup() {
        m_window->close();
        m_window.reset();
    }

    void sixPicturesAreDecidedWithTwoKeysEach() {
        for (int i = 0; i < 6; ++i) {
            key(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(marks(i).conclusion.has_value());
            if (i < 5)
                key(Qt::Key_Right, Qt::ControlModifier);
        }
        QCOMPARE(marks(0).conclusion->verdict, Verdict::Fake); // the machine's
        QTRY_COMPARE(part<QLabel>("galleryCounts")->text(), QString("6 of 6 shown, 6 reviewed"));
        QCOMPARE(model()->reviewedCount(), 6);
        // The machine's verdict stands beside it.
        QCOMPARE(model()->verdict(0), std::optional(Verdict::Fake));
    }

    void everyKeyDoesWhatItSays() {
        key(Qt::Key_4);
        QTRY_COMPARE(marks(0).rating, 4);
        key(Qt::Key_0);
        QTRY_COMPARE(marks(0).rating, 0);
        key(Qt::Key_P);
        QTRY_VERIFY(marks(0).isPicked);
        key(Qt::Key_X);
        QTRY_VERIFY(marks(0).isRejected && !marks(0).isPicked);
        key(Qt::Key_U);
        QTRY_VERIFY(!marks(0).isRejected);
        key(Qt::Key_8);
        QTRY_COMPARE(marks(0).color, 3);
        key(Qt::Key_8);
        QTRY_COMPARE(marks(0).color, 0);
        key(Qt::Key_F2);
        QTRY_VERIFY(marks(0).conclusion && marks(0).conclusion->verdict == Verdict::Real);
        key(Qt::Key_F3);
        QTRY_COMPARE(marks(0).conclusion->verdict, Verdict::Fake);
        part<QToolButton>("concludeRealButton")->click();
        QTRY_COMPARE(marks(0).conclusion->verdict, Verdict::Real);
        QVERIFY(part<QLabel>("triageState")->text().contains("they disagree"));
        key(Qt::Key_I, Qt::ControlModifier);
        QTRY_COMPARE(marks(0).conclusion->verdict, Verdict::Inconclusive);
    }

    void undoIsNamedAndOutlivesTheProgram() {
        auto* undo = part<QAction>("undo");
        QVERIFY(!undo->isEnabled());
        key(Qt::Key_5);
        QTRY_COMPARE(undo->text(), QString("&Undo: rating"));
        key(Qt::Key_P);
        QTRY_COMPARE(undo->text(), QString("&Undo: flag"));
        m_window->close();
        m_window.reset();
        openWindow();
        QTRY_COMPARE(part<QAction>("undo")->text(), QString("&Undo: flag"));
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!marks(0).isPicked);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(marks(0).rating, 0);
        QTRY_VERIFY(!part<QAction>("undo")->isEnabled());
        key(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(marks(0).rating, 5);
    }

    void theSelectionAndItsIdenticalFilesAreDecidedAtOnce() {
        auto* view = part<QListView>("galleryView");
        view->selectionModel()->select(view->model()->index(0, 0), QItemSelectionModel::Clear);
        for (const int row : {1, 2})
            view->selectionModel()->select(view->model()->index(row, 0),
                                           QItemSelectionModel::Select);
        key(Qt::Key_3, Qt::AltModifier);
        for (const int row : {1, 2, 3}) // row 3 has the bytes of row 2
            QTRY_COMPARE(marks(row).rating, 3);
        QCOMPARE(marks(0).rating, 0);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(marks(3).rating, 0);
        QCOMPARE(marks(1).rating, 0);
    }

    void theSelectionIsConcludedAndItsFlagTakenAway() {
        auto* view = part<QListView>("galleryView");
        for (const int row : {0, 1})
            view->selectionModel()->select(view->model()->index(row, 0),
                                           QItemSelectionModel::Select);
        key(Qt::Key_P, Qt::AltModifier);
        QTRY_VERIFY(marks(0).isPicked && marks(1).isPicked);
        key(Qt::Key_U, Qt::AltModifier);
        QTRY_VERIFY(!marks(0).isPicked && !marks(1).isPicked);
        for (const auto& [pressed, verdict] :
             {std::pair(Qt::Key_F3, Verdict::Fake), {Qt::Key_F2, Verdict::Real}}) {
            key(pressed, Qt::ControlModifier);
            for (const int row : {0, 1})
                QTRY_VERIFY(marks(row).conclusion && marks(row).conclusion->verdict == verdict);
        }
    }

    void lettersAndDigitsInTextFieldsAreText() {
        for (const char* name : {"tagsEdit", "noteEdit", "gallerySearch"}) {
            auto* edit = part<QLineEdit>(name);
            edit->setFocus();
            QTest::keyClicks(edit, "px5 8u");
            QVERIFY2(edit->text().endsWith("px5 8u"), name);
        }
        QVERIFY(marks(0).rating == 0 && !marks(0).isPicked && !marks(0).isRejected);
    }

    void tagsNotesAndReasonsAreKept() {
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(marks(0).conclusion.has_value());
        type("reasonsEdit", "Six fingers.");
        QTRY_COMPARE(marks(0).conclusion->reasons, std::string("Six fingers."));
        type("tagsEdit", "harbor,  night ");
        QTRY_VERIFY((marks(0).tags == std::vector<std::string>{"harbor", "night"}));
        type("noteEdit", "Ask the photographer");
        QTRY_COMPARE(marks(0).note, std::string("Ask the photographer"));
        m_window->close();
        m_window.reset();
        const auto store = openCase(folder().toStdString(), "tester");
        QVERIFY((*store)->verify({}, {})->findings.size() == 0);
        QCOMPARE((*store)->entry(1)->marks.tags.size(), std::size_t{2});
        QVERIFY((*store)->entry(1)->marks.isSeen == false); // by somebody else
        openWindow();
    }

    void looseDecisionsAreExplained() {
        part<QAction>("closeCase")->trigger();
        part<QAction>("confirm")->trigger();
        QVERIFY(part<QLabel>("messageText")->text().contains("New case"));
    }

    void everyKeyCanBeChangedAndTwoActionsNeverShareOne() {
        QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
        part<QAction>("shortcuts")->trigger();
        auto* table = part<QTreeWidget>("shortcutTable");
        const auto choose = [&](const QString& action) {
            for (int i = 0; i < table->topLevelItemCount(); ++i) {
                if (table->topLevelItem(i)->text(0) == action)
                    table->setCurrentItem(table->topLevelItem(i));
            }
        };
        choose("Pick");
        part<QKeySequenceEdit>("shortcutEdit")->setKeySequence(QKeySequence("X"));
        part<QPushButton>("shortcutSet")->click();
        QVERIFY(part<QLabel>("shortcutProblem")->text().contains("Reject"));
        QCOMPARE(part<QAction>("pick")->shortcut(), QKeySequence("P"));
        part<QKeySequenceEdit>("shortcutEdit")->setKeySequence(QKeySequence("F9"));
        part<QPushButton>("shortcutSet")->click();
        QCOMPARE(part<QAction>("pick")->shortcut(), QKeySequence("F9"));
        QVERIFY(part<QToolButton>("pickButton")->toolTip().contains("F9"));
        choose("Reject"); // the keys that are held are no exception
        part<QKeySequenceEdit>("shortcutEdit")->setKeySequence(QKeySequence("L"));
        part<QPushButton>("shortcutSet")->click();
        QVERIFY(part<QLabel>("shortcutProblem")->text().contains("Loupe"));
        const auto keys = changed.last()[0].value<core::settings::Settings>().keys;
        QCOMPARE(keys, (QMap<QString, QString>{{"pick", "F9"}}));
        part<QDialog>("shortcutsDialog")->close();

        core::settings::Settings settings;
        settings.keys = keys;
        AnalysisQueue queue{core::image::DecodeLimits()};
        const MainWindow other(&queue, settings);
        QCOMPARE(other.findChild<QAction*>("pick")->shortcut(), QKeySequence("F9"));
    }

  private:
    void fillCase() {
        auto store = createCase(folder().toStdString(), "maker");
        QVERIFY(store.has_value());
        for (int i = 1; i <= 6; ++i) {
            const auto file = m_directory->filePath(QStringLiteral("p%1.jpg").arg(i)).toStdString();
            std::ofstream(file) << "bytes " << (i == 4 ? 3 : i);
            const auto intake = (*store)->takeIn(file, Keeping::Referenced, {});
            QVERIFY(intake.has_value());
            if (intake->exhibit.duplicateOf != 0)
                continue;
            core::examination::Examination examination;
            examination.source.path = file;
            examination.source.sha256 = intake->exhibit.sha256;
            examination.verdict = Verdict::Fake;
            examination.pFake = 0.93;
            QVERIFY((*store)->recordExamination(intake->exhibit.number, examination).has_value());
        }
    }
    void openWindow() {
        m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
        m_window = std::make_unique<MainWindow>(m_queue.get(), core::settings::Settings());
        QVERIFY(tests::showActive(m_window.get()));
        QSignalSpy loaded(m_window->cases(), &ui::cases::CaseDesk::loaded);
        m_window->open({folder()});
        QTRY_COMPARE(loaded.count(), 1);
        QTRY_COMPARE(part<QListView>("galleryView")->currentIndex().row(), 0);
        part<QListView>("galleryView")->setFocus();
    }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_window->windowHandle(), which, modifiers);
    }
    void type(const char* name, const QString& text) {
        auto* edit = part<QLineEdit>(name);
        edit->setFocus();
        edit->setText(text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    GalleryModel* model() const { return m_window->findChild<GalleryModel*>(); }
    const Marks& marks(int row) const { return model()->marks(row); }
    QString folder() const { return m_directory->filePath("desk.clueglass"); }
    template <typename T> T* part(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TriageWindowTest)
#include "triage_window_test.moc"
