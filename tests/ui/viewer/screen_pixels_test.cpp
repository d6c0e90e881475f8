// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_examination.h"
#include "ui/viewer/image_view.h"

#include <QTest>

using ui::viewer::ImageView;

/// What reaches the screen, at the scale factor that the environment sets (see CMakeLists.txt).
class ScreenPixelsTest : public QObject {
    Q_OBJECT

  private:
    static QImage numbered(int width, int height) {
        QImage image(width, height, QImage::Format_RGB32);
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x)
                image.setPixel(x, y, qRgb(x % 256, y % 256, x / 256 * 40));
        }
        return image;
    }

  private Q_SLOTS:
    void everyPictureHitsItsScreenPixel_data() {
        QTest::addColumn<double>("magnification");
        for (const double magnification : {1.0, 2.0, 4.0})
            QTest::addRow("%g", magnification) << magnification;
    }

    void everyPictureHitsItsScreenPixel() {
        QFETCH(double, magnification);
        const QImage picture = numbered(1500, 1100);
        ImageView view;
        view.resize(331, 247);
        view.setPicture(picture);
        view.setMagnification(magnification);
        const double ratio = view.devicePixelRatioF();
        const QImage shown = view.grab().toImage();
        int wrong = 0;
        for (int y = 4; y < shown.height() - 4; ++y) {
            for (int x = 4; x < shown.width() - 4; ++x) {
                const QPointF place =
                    view.transform().toPicture(QPointF((x + 0.5) / ratio, (y + 0.5) / ratio));
                wrong += (shown.pixel(x, y) & 0xffffff) !=
                         (picture.pixel(static_cast<int>(place.x()), static_cast<int>(place.y())) &
                          0xffffff);
            }
        }
        QCOMPARE(wrong, 0);
    }

    void outlinesLieWhereTheRegionIs_data() {
        QTest::addColumn<double>("magnification");
        for (const double magnification : {0.5, 1.0, 3.0, 7.3})
            QTest::addRow("%g", magnification) << magnification;
    }

    void outlinesLieWhereTheRegionIs() {
        QFETCH(double, magnification);
        auto examination = tests::sampleExamination();
        examination->map.reset();
        examination->clues = {tests::sampleClue("One.", {{{150, 80, 100, 40}, {}, 1}})};
        QImage gray(400, 200, QImage::Format_RGB32);
        gray.fill(QColor(128, 128, 128));
        ImageView view;
        view.resize(500, 300);
        view.setPicture(gray);
        view.setExamination(examination);
        view.setMagnification(magnification);
        const double ratio = view.devicePixelRatioF();
        const QImage shown = view.grab().toImage();
        // The middle of the right edge, which no number covers: white, with black beside it.
        QPointF edge = view.transform().toView(QPointF(250, 100)) * ratio;
        if (edge.x() > shown.width() - 8)
            edge = view.transform().toView(QPointF(200, 120)) * ratio;
        if (!QRectF(shown.rect()).adjusted(8, 8, -8, -8).contains(edge))
            QSKIP("the edge is outside of the view at this magnification");
        int brightest = 0;
        int darkest = 255;
        for (int dy = -4; dy <= 4; ++dy) {
            for (int dx = -4; dx <= 4; ++dx) {
                const int value = qRed(shown.pixel(edge.toPoint() + QPoint(dx, dy)));
                brightest = std::max(brightest, value);
                darkest = std::min(darkest, value);
            }
        }
        QVERIFY2(brightest > 220, qPrintable(QString::number(brightest)));
        QVERIFY2(darkest < 64, qPrintable(QString::number(darkest)));
    }
};

QTEST_MAIN(ScreenPixelsTest)
#include "screen_pixels_test.moc"
