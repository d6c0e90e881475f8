// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/picture_levels.h"

#include <QElapsedTimer>
#include <QTest>

using ui::viewer::levelsOf;
using ui::viewer::PictureLevels;
using ui::viewer::ViewTransform;

class PictureLevelsTest : public QObject {
    Q_OBJECT

  private:
    /// Every pixel says where it lies.
    static QImage numbered(int width, int height) {
        QImage image(width, height, QImage::Format_RGB32);
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x)
                image.setPixel(x, y, qRgb(x % 256, y % 256, (x / 256) * 16 + y / 256));
        }
        return image;
    }

    static QImage painted(const PictureLevels& levels, const ViewTransform& transform, QSize view) {
        QImage canvas(view, QImage::Format_RGB32);
        canvas.fill(Qt::magenta);
        QPainter painter(&canvas);
        paintPicture(painter, levels, transform, QRect(QPoint(), view));
        return canvas;
    }

  private Q_SLOTS:
    void everyLevelIsHalfTheOneBefore() {
        const PictureLevels levels = levelsOf(numbered(6001, 4000));
        QCOMPARE(levels.size, QSize(6001, 4000));
        QCOMPARE(levels.images.size(), std::size_t(3));
        QCOMPARE(levels.images[1].size(), QSize(3000, 2000));
        QCOMPARE(levels.images[2].size(), QSize(1500, 1000));
    }

    void noPictureHasNoLevels() { QVERIFY(levelsOf({}).isNull()); }

    void pixelsAreExactFromHundredPercentOn_data() {
        QTest::addColumn<int>("times");
        for (const int times : {1, 2, 3, 8, 32})
            QTest::addRow("%d", times) << times;
    }

    void pixelsAreExactFromHundredPercentOn() {
        QFETCH(int, times);
        const QImage picture = numbered(700, 500);
        const PictureLevels levels = levelsOf(picture);
        const QSize view(320, 200);
        ViewTransform transform;
        transform.setPictureSize(picture.size());
        transform.setViewSize(view);
        transform.setMagnification(times, {123, 45});
        transform.pan({-333, -222});
        const QImage shown = painted(levels, transform, view);
        for (int y = 0; y < view.height(); ++y) {
            for (int x = 0; x < view.width(); ++x) {
                const QPointF place = transform.toPicture(QPointF(x + 0.5, y + 0.5));
                QCOMPARE(shown.pixel(x, y),
                         picture.pixel(static_cast<int>(place.x()), static_cast<int>(place.y())));
            }
        }
    }

    void fineStripesBecomeGrayInsteadOfAliasing() {
        QImage stripes(4096, 2048, QImage::Format_RGB32);
        for (int y = 0; y < stripes.height(); ++y) {
            for (int x = 0; x < stripes.width(); ++x)
                stripes.setPixel(x, y, x % 2 == 0 ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
        }
        const QSize view(517, 259);
        ViewTransform transform;
        transform.setPictureSize(stripes.size());
        transform.setViewSize(view);
        transform.fit();
        const QImage shown = painted(levelsOf(stripes), transform, view);
        for (int x = 4; x < view.width() - 4; ++x)
            QVERIFY(std::abs(qRed(shown.pixel(x, 130)) - 127) < 12);
    }

    void largePicturesPaintQuickly() {
        QImage large(8000, 6000, QImage::Format_RGB32);
        large.fill(Qt::gray);
        const PictureLevels levels = levelsOf(large);
        const QSize view(1280, 800);
        ViewTransform transform;
        transform.setPictureSize(large.size());
        transform.setViewSize(view);
        for (const double magnification : {0.13, 0.3, 0.7, 1.0, 5.0}) {
            transform.setMagnification(magnification, {600, 400});
            QElapsedTimer timer;
            timer.start();
            const QImage shown = painted(levels, transform, view);
            qInfo("48 megapixels at %g: %lld ms", magnification, timer.elapsed());
            QCOMPARE(shown.pixel(640, 400), QColor(Qt::gray).rgb());
        }
    }
};

QTEST_MAIN(PictureLevelsTest)
#include "picture_levels_test.moc"
