// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/color_map.h"

#include <QTest>

using core::report::heatColor;

namespace {

/// Relative luminance after ITU-R BT.709, of linear light.
double luminance(QRgb color) {
    const auto linear = [](int value) { return std::pow(value / 255.0, 2.2); };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) +
           0.0722 * linear(qBlue(color));
}

} // namespace

class ColorMapTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void colorsGetLighterAllTheWay() {
        for (int i = 1; i <= 100; ++i)
            QVERIFY2(luminance(heatColor(i / 100.0)) > luminance(heatColor((i - 1) / 100.0)),
                     qPrintable(QString::number(i)));
    }

    void endsAreDarkBlueAndYellow() {
        const QRgb low = heatColor(0);
        const QRgb high = heatColor(1);
        QVERIFY(qBlue(low) > qRed(low) + 50);
        QVERIFY(luminance(low) < 0.05);
        QVERIFY(qRed(high) > 200 && qGreen(high) > 200 && qBlue(high) < 100);
    }

    void valuesOutsideAreThoseOfTheEnds() {
        QCOMPARE(heatColor(-3), heatColor(0));
        QCOMPARE(heatColor(7), heatColor(1));
    }
};

QTEST_APPLESS_MAIN(ColorMapTest)
#include "color_map_test.moc"
