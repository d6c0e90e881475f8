// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/place_in_words.h"

#include <QTest>

using ui::clues::placeInWords;
using ui::clues::placesInWords;

class PlaceInWordsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void namesEveryThirdOfThePicture_data() {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::addColumn<QString>("words");
        QTest::newRow("upper left") << 0 << 0 << "upper left, 1 % of the picture";
        QTest::newRow("top") << 145 << 0 << "top, 1 % of the picture";
        QTest::newRow("upper right") << 290 << 0 << "upper right, 1 % of the picture";
        QTest::newRow("left") << 0 << 145 << "left, 1 % of the picture";
        QTest::newRow("middle") << 145 << 145 << "middle, 1 % of the picture";
        QTest::newRow("right") << 290 << 145 << "right, 1 % of the picture";
        QTest::newRow("lower left") << 0 << 290 << "lower left, 1 % of the picture";
        QTest::newRow("bottom") << 145 << 290 << "bottom, 1 % of the picture";
        QTest::newRow("lower right") << 290 << 290 << "lower right, 1 % of the picture";
    }

    void namesEveryThirdOfThePicture() {
        QFETCH(int, x);
        QFETCH(int, y);
        QFETCH(QString, words);
        QCOMPARE(placeInWords({{x, y, 10, 10}, {}, 1}, 300, 300), words);
    }

    void regionsOfUnknownPicturesDoNotDivideByZero() {
        QVERIFY(!placeInWords({{5, 5, 10, 10}, {}, 1}, 0, 0).isEmpty());
    }

    void severalRegionsAreAllNamed() {
        core::examination::Clue clue;
        core::examination::Source source;
        source.width = 100;
        source.height = 100;
        QCOMPARE(placesInWords(clue, source), QString("whole image"));
        clue.regions = {{{0, 0, 10, 10}, {}, 1}, {{80, 80, 20, 20}, {}, 1}};
        QCOMPARE(placesInWords(clue, source),
                 QString("upper left, 1 % of the picture; lower right, 4 % of the picture"));
    }
};

QTEST_APPLESS_MAIN(PlaceInWordsTest)
#include "place_in_words_test.moc"
