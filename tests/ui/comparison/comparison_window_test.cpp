// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/active_window.h"
#include "tests/support/picture_maker.h"
#include "ui/comparison/comparison_window.h"
#include "ui/comparison/overlaid_picture.h"
#include "ui/comparison/picture_difference.h"
#include "ui/viewer/image_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace ui::comparison;
using ui::viewer::ImageView;

/// Pictures of 400 x 300, but for "b", which has twice that.
class ComparisonWindowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        add("a.png", tests::noisyScene(400, 300, 1));
        add("b.png", tests::noisyScene(800, 600, 1));
        add("c.png", tests::noisyScene(400, 300, 2));
        add("white.png", tests::flatPicture(400, 300, {255, 255, 255}));
        add("black.png", tests::flatPicture(400, 300, {0, 0, 0}));
    }
    void cleanup() { m_window.reset(); }

    void differenceIsAmplifiedAndBlackWhereNothingDiffers() {
        QImage a(3, 1, QImage::Format_RGB32);
        QImage b(3, 1, QImage::Format_RGB32);
        a.fill(qRgb(10, 20, 30));
        b.fill(qRgb(10, 20, 30));
        b.setPixel(1, 0, qRgb(13, 18, 30));
        b.setPixel(2, 0, qRgb(250, 20, 30));
        const QImage result = difference(a, b, 10);
        QCOMPARE(result.pixel(0, 0), qRgb(0, 0, 0));
        QCOMPARE(result.pixel(1, 0), qRgb(30, 20, 0));
        QCOMPARE(result.pixel(2, 0), qRgb(255, 0, 0));
    }

    void picturesMoveTogetherRelativeToTheirSizes() {
        open({"a.png", "b.png", "c.png"});
        view(1)->showPlace(4, {200, 150});
        QCOMPARE(view(2)->transform().magnification(), 2.0);
        QVERIFY((view(2)->center() - QPointF(400, 300)).manhattanLength() < 2);
        QVERIFY((view(3)->center() - QPointF(200, 150)).manhattanLength() < 1);
        // Back from the other one, without a jump.
        view(2)->showPlace(2, {500, 200});
        QCOMPARE(view(1)->transform().magnification(), 4.0);
        QVERIFY((view(1)->center() - QPointF(250, 100)).manhattanLength() < 1);
        m_window->findChild<QCheckBox*>("comparisonLinked")->setChecked(false);
        view(3)->showPlace(8, {50, 50});
        QCOMPARE(view(1)->transform().magnification(), 4.0);
        QCOMPARE(m_window->findChild<QComboBox*>("comparisonMode")->count(), 1); // three pictures
    }

    void theEdgeIsDraggedAndMovedByKeys() {
        open({"white.png", "black.png"});
        m_window->setMode(ComparisonWindow::Mode::Split);
        QVERIFY(view(2)->isHidden() || !view(2)->isVisible());
        const auto edgeAt = [this](double x) {
            return view(1)->transform().toView(QPointF(x, 100)).toPoint();
        };
        QTRY_VERIFY(qGray(pixel(edgeAt(120))) > 200 && qGray(pixel(edgeAt(280))) < 50);
        QTest::mousePress(view(1), Qt::LeftButton, Qt::NoModifier, edgeAt(200));
        QTest::mouseMove(view(1), edgeAt(300));
        QTest::mouseRelease(view(1), Qt::LeftButton, Qt::NoModifier, edgeAt(300));
        QTRY_VERIFY(qGray(pixel(edgeAt(280))) > 200);
        auto* amount = m_window->findChild<QSlider*>("comparisonAmount");
        QVERIFY(std::abs(amount->value() - 75) <= 1);
        QTest::keyClick(view(1), Qt::Key_Left);
        QVERIFY(std::abs(amount->value() - 74) <= 1);
        amount->setValue(10);
        QTRY_VERIFY(qGray(pixel(edgeAt(120))) < 50);
    }

    void blendingMixesBoth() {
        open({"white.png", "black.png"});
        m_window->setMode(ComparisonWindow::Mode::Blend);
        m_window->findChild<QSlider*>("comparisonAmount")->setValue(50);
        const QPoint middle = view(1)->rect().center();
        QTRY_VERIFY(std::abs(qGray(pixel(middle)) - 127) < 5);
        m_window->findChild<QSlider*>("comparisonAmount")->setValue(0);
        QTRY_VERIFY(qGray(pixel(middle)) > 250);
    }

    void theDifferenceIsShownAndTheGainMatters() {
        open({"white.png", "white.png"});
        m_window->setMode(ComparisonWindow::Mode::Difference);
        const QPoint middle = view(1)->rect().center();
        QTRY_VERIFY(qGray(pixel(middle)) < 5);
        m_window->setMode(ComparisonWindow::Mode::SideBySide);
        QTRY_VERIFY(qGray(pixel(middle)) > 250);
        open({"white.png", "black.png"});
        m_window->setMode(ComparisonWindow::Mode::Difference);
        QTRY_VERIFY(qGray(pixel(view(1)->rect().center())) > 250);
    }

    void escapeClosesIt() {
        open({"a.png", "c.png"});
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }

  private:
    void add(const char* name, const tests::Image& image) {
        tests::writeFile(*m_directory, name, tests::pngBytes(image));
    }
    void open(const QStringList& names) {
        QStringList files;
        for (const QString& name : names)
            files << m_directory->filePath(name);
        m_window =
            std::make_unique<ComparisonWindow>(files, std::make_shared<core::image::Documents>(),
                                               core::image::DecodeLimits(), nullptr);
        QVERIFY(tests::showActive(m_window.get()));
        for (int i = 1; i <= names.size(); ++i)
            QTRY_VERIFY(view(i)->hasPicture());
    }
    QRgb pixel(QPoint place) {
        const QImage shown = view(1)->grab().toImage();
        return shown.pixel(place * shown.devicePixelRatio());
    }
    ImageView* view(int number) const {
        return m_window->findChild<ImageView*>(QStringLiteral("comparedPicture%1").arg(number));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ComparisonWindow> m_window;
};

QTEST_MAIN(ComparisonWindowTest)
#include "comparison_window_test.moc"
