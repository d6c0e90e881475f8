// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotations/geometry.h"
#include "core/cases/sqlite_case_store.h"
#include "core/inference/analysis_queue.h"
#include "tests/support/active_window.h"
#include "tests/support/picture_maker.h"
#include "ui/cases/case_desk.h"
#include "ui/gallery/gallery_model.h"
#include "ui/main_window/main_window.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using core::annotations::Annotation;
using core::annotations::Shape;
using core::inference::AnalysisQueue;
using ui::main_window::MainWindow;

/// A case of one picture of 640 x 480 in the window, drawn on with mouse and keys.
class AnnotationWindowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        const auto file =
            tests::writeFile(*m_directory, "p.png", tests::pngBytes(tests::slope(640, 480)));
        auto store = core::cases::createCase(folder().toStdString(), "maker");
        QVERIFY(store.has_value());
        QVERIFY((*store)->takeIn(file, core::cases::Keeping::Referenced, {}).has_value());
        store->reset();
        openWindow();
    }
    void cleanup() {
        m_window->close();
        m_window.reset();
    }

    void everyShapeIsDrawnWhereThePointerWas() {
        key(Qt::Key_D);
        QVERIFY(part<QAction>("annotate")->isChecked());
        key(Qt::Key_R);
        drag({100, 50}, {300, 250});
        QTRY_COMPARE(annotations().size(), std::size_t{1});
        isNear(annotations()[0], {{100, 50}, {300, 250}});
        key(Qt::Key_A);
        drag({400, 100}, {500, 200});
        QTRY_COMPARE(annotations().size(), std::size_t{2});
        QCOMPARE(annotations()[1].shape, Shape::Arrow);
        isNear(annotations()[1], {{400, 100}, {500, 200}});
        key(Qt::Key_Y);
        for (const QPointF corner : {QPointF(50, 300), QPointF(150, 300), QPointF(100, 400)})
            click(corner);
        key(Qt::Key_Return);
        QTRY_COMPARE(annotations().size(), std::size_t{3});
        isNear(annotations()[2], {{50, 300}, {150, 300}, {100, 400}});
        key(Qt::Key_B);
        drag({400, 300}, {600, 400});
        QTRY_COMPARE(annotations().size(), std::size_t{4});
        QCOMPARE(annotations()[3].width, 24 / view()->transform().zoom());
        // The same shape again, without its own key.
        key(Qt::Key_Escape);
        key(Qt::Key_Return, Qt::ShiftModifier);
        drag({20, 20}, {60, 20});
        QTRY_COMPARE(annotations().size(), std::size_t{5});
        QCOMPARE(annotations()[4].shape, Shape::Brush);
        isKept();
    }

    void labelsComeFromAListThatCanBeChanged() {
        QSignalSpy settings(m_window.get(), &MainWindow::settingsChanged);
        part<QAction>("annotationLabels")->trigger();
        auto* list = part<QListWidget>("labelList");
        QVERIFY(list->count() > 5); // the kinds of clues
        const QString first = list->item(0)->text();
        list->item(0)->setText("halo");
        part<QPushButton>("moveLabelDown")->click();
        QCOMPARE(list->item(1)->text(), QString("halo"));
        list->setCurrentRow(0);
        part<QPushButton>("removeLabel")->click();
        QCOMPARE(list->item(0)->text(), QString("halo"));
        part<QDialog>("labelListDialog")->reject();
        const auto kept = settings.last()[0].value<core::settings::Settings>().annotationLabels;
        QCOMPARE(kept.first(), QString("halo"));
        drawRectangle();
        auto* label = part<QComboBox>("annotationLabel");
        QCOMPARE(label->itemText(0), QString("halo"));
        QCOMPARE(label->findText(first), -1);
    }

    void aShapeEndsAtThePicturesEdge() {
        key(Qt::Key_D);
        key(Qt::Key_E);
        drag({500, 400}, {900, 900});
        QTRY_COMPARE(annotations().size(), std::size_t{1});
        const auto box = core::annotations::boundsOf(annotations()[0]);
        QVERIFY(box.right == 640 && box.bottom == 480);
    }

    void keysMoveDuplicateAndDelete() {
        drawRectangle();
        key(Qt::Key_Right);
        QTRY_COMPARE(left(), m_left + 1);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Left, Qt::ShiftModifier);
        QTRY_COMPARE(left(), m_left - 9);
        key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(annotations().size(), std::size_t{2});
        key(Qt::Key_Delete);
        QTRY_COMPARE(annotations().size(), std::size_t{1});
        isKept();
    }

    void pointerMovesAndResizes() {
        drawRectangle(); // 100, 50 to 300, 250
        key(Qt::Key_Escape);
        drag({100, 150}, {110, 170}); // its edge
        QTRY_VERIFY(std::abs(left() - m_left - 10) < 1.5);
        drag({310, 270}, {400, 300}); // its corner
        QTRY_VERIFY(std::abs(core::annotations::boundsOf(annotations().at(0)).right - 400) < 1.5);
        QVERIFY(std::abs(left() - m_left - 10) < 1.5);
        isKept();
    }

    void everyStepIsUndone() {
        drawRectangle();
        key(Qt::Key_Right);
        QTRY_COMPARE(part<QAction>("undo")->text(), QString("&Undo: annotation"));
        key(Qt::Key_Delete);
        QTRY_COMPARE(part<QAction>("undo")->text(), QString("&Undo: deleted annotation"));
        QTRY_VERIFY(annotations().empty());
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(annotations().size(), std::size_t{1});
        QCOMPARE(left(), m_left + 1);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(left(), m_left);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(annotations().empty());
        key(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(annotations().size(), std::size_t{1});
    }

    void labelCommentAndLinkAreKept() {
        drawRectangle();
        part<QTabWidget>("reviewTabs")->setCurrentWidget(part<QWidget>("annotationPanel"));
        auto* comment = part<QLineEdit>("annotationComment");
        comment->setFocus();
        QTest::keyClicks(comment, "drxt 5");
        QTest::keyClick(comment, Qt::Key_Return);
        QTRY_COMPARE(annotations().at(0).comment, std::string("drxt 5"));
        auto* label = part<QComboBox>("annotationLabel")->lineEdit();
        label->setFocus();
        QTest::keyClicks(label, "halo");
        QTest::keyClick(label, Qt::Key_Return);
        QTRY_COMPARE(annotations().at(0).label, std::string("halo"));
        // Letters in the fields were text: nothing was rated, and drawing is still on.
        QVERIFY(model()->marks(0).rating == 0 && part<QAction>("annotate")->isChecked());
        QVERIFY(part<QListWidget>("annotationList")->item(0)->text().contains("halo"));
        isKept();
    }

    void theSpaceBarAndTheMiddleButtonMoveThePictureWhileDrawing() {
        key(Qt::Key_D);
        key(Qt::Key_Y);
        part<QAction>("doubleSize")->trigger();
        const QPointF before = view()->center();
        click({300, 200});
        click({400, 200});
        QTest::keyPress(view(), Qt::Key_Space);
        dragBy(Qt::LeftButton, {-40, 0});
        QTest::keyRelease(view(), Qt::Key_Space);
        QCOMPARE(view()->center().x(), before.x() + 20);
        dragBy(Qt::MiddleButton, {-40, 0});
        QCOMPARE(view()->center().x(), before.x() + 40);
        click({350, 260});
        key(Qt::Key_Return);
        QTRY_COMPARE(annotations().size(), std::size_t{1});
        isNear(annotations()[0], {{300, 200}, {400, 200}, {350, 260}});
        key(Qt::Key_Escape);
        key(Qt::Key_Escape); // the space bar is the next picture's again
        QVERIFY(!part<QAction>("annotate")->isChecked());
    }

    void wordsAreTypedWithoutThePointer() {
        drawRectangle();
        key(Qt::Key_Return);
        auto* label = part<QComboBox>("annotationLabel")->lineEdit();
        QCOMPARE(QApplication::focusWidget(), part<QComboBox>("annotationLabel"));
        QTest::keyClicks(part<QComboBox>("annotationLabel"), "halo");
        QCOMPARE(label->text(), QString("halo"));
        QTest::keyClick(part<QComboBox>("annotationLabel"), Qt::Key_Return);
        auto* comment = part<QLineEdit>("annotationComment");
        QCOMPARE(QApplication::focusWidget(), comment);
        QTest::keyClicks(comment, "bright edge");
        QTest::keyClick(comment, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), view());
        QTRY_COMPARE(annotations()[0].comment, std::string("bright edge"));
        QCOMPARE(annotations()[0].label, std::string("halo"));
        key(Qt::Key_T); // a text asks for its words at once
        click({300, 400});
        QTRY_COMPARE(annotations().size(), std::size_t{2});
        QCOMPARE(QApplication::focusWidget(), comment);
        QTest::keyClicks(comment, "look here");
        QTest::keyClick(comment, Qt::Key_Return);
        QTRY_COMPARE(annotations()[1].comment, std::string("look here"));
    }

    void escapeGivesUpTheDraftThenTheShapeThenDrawing() {
        key(Qt::Key_D);
        key(Qt::Key_Y);
        click({50, 50});
        click({90, 50});
        key(Qt::Key_Escape);
        key(Qt::Key_Return);
        QVERIFY(part<QAction>("draw_polygon")->isChecked());
        key(Qt::Key_Escape);
        QVERIFY(!part<QAction>("draw_polygon")->isChecked());
        QVERIFY(part<QAction>("annotate")->isChecked());
        key(Qt::Key_Escape);
        QVERIFY(!part<QAction>("annotate")->isChecked());
        QVERIFY(annotations().empty());
    }

    void withoutACaseNothingIsDrawnAndItIsSaidWhy() {
        part<QAction>("closeCase")->trigger();
        part<QAction>("annotate")->trigger();
        QVERIFY(!part<QAction>("annotate")->isChecked());
        QVERIFY(part<QLabel>("messageText")->text().contains("New case"));
    }

  private:
    void openWindow() {
        m_queue = std::make_unique<AnalysisQueue>(core::image::DecodeLimits());
        m_window = std::make_unique<MainWindow>(m_queue.get(), core::settings::Settings());
        QVERIFY(tests::showActive(m_window.get()));
        QSignalSpy loaded(m_window->cases(), &ui::cases::CaseDesk::loaded);
        m_window->open({folder()});
        QTRY_COMPARE(loaded.count(), 1);
        QTRY_COMPARE(part<QListView>("galleryView")->currentIndex().row(), 0);
        QTRY_COMPARE(view()->transform().pictureSize(), QSizeF(640, 480));
        view()->setFocus();
    }
    void drawRectangle() {
        key(Qt::Key_D);
        key(Qt::Key_R);
        drag({100, 50}, {300, 250});
        QTRY_COMPARE(annotations().size(), std::size_t{1});
        m_left = left();
    }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(view(), which, modifiers);
    }
    QPoint at(QPointF picture) const { return view()->transform().toView(picture).toPoint(); }
    void click(QPointF picture) {
        // Apart in time, or two clicks would be a double click.
        QTest::mouseClick(view(), Qt::LeftButton, Qt::NoModifier, at(picture), 600);
    }
    void drag(QPointF from, QPointF to) {
        QTest::mousePress(view(), Qt::LeftButton, Qt::NoModifier, at(from));
        QTest::mouseMove(view(), at((from + to) / 2));
        QTest::mouseMove(view(), at(to));
        QTest::mouseRelease(view(), Qt::LeftButton, Qt::NoModifier, at(to));
    }
    void dragBy(Qt::MouseButton button, QPoint by) {
        const QPoint from = view()->rect().center();
        QTest::mousePress(view(), button, {}, from);
        QMouseEvent move(QEvent::MouseMove, from + by, view()->mapToGlobal(from + by), Qt::NoButton,
                         button, {});
        QApplication::sendEvent(view(), &move);
        QTest::mouseRelease(view(), button, {}, from + by);
    }
    /// To the pixels of the screen that the pointer can meet.
    void isNear(const Annotation& annotation, const std::vector<QPointF>& points) {
        QCOMPARE(annotation.points.size(), points.size());
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto [x, y] = annotation.points[i];
            QVERIFY2(std::hypot(x - points[i].x(), y - points[i].y()) <
                         1.0 / view()->transform().zoom(),
                     qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
        }
    }
    /// What is on screen is what another session finds, and the log vouches for it.
    void isKept() {
        const auto shown = annotations();
        m_window->close();
        m_window.reset();
        {
            const auto store = core::cases::openCase(folder().toStdString(), "tester");
            QVERIFY(store.has_value());
            QVERIFY((*store)->entry(1)->marks.annotations == shown);
            QVERIFY((*store)->verify({}, {})->findings.empty());
        }
        openWindow();
        QVERIFY(annotations() == shown);
    }
    [[nodiscard]] double left() const {
        const auto& all = annotations();
        return all.empty() ? -1 : core::annotations::boundsOf(all.front()).left;
    }
    const std::vector<Annotation>& annotations() const { return model()->marks(0).annotations; }
    ui::gallery::GalleryModel* model() const {
        return m_window->findChild<ui::gallery::GalleryModel*>();
    }
    ui::viewer::ImageView* view() const { return part<ui::viewer::ImageView>("imageView"); }
    QString folder() const { return m_directory->filePath("desk.clueglass"); }
    template <typename T> T* part(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }

    double m_left = 0; ///< of the rectangle as drawn
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AnalysisQueue> m_queue;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(AnnotationWindowTest)
#include "annotation_window_test.moc"
