// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/stock_phrases.h"

#include <QtTest>

using core::clues::isStockPhrase;

class StockPhrasesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void stockPhrasesAreKnown_data();
    void stockPhrasesAreKnown();
};

void StockPhrasesTest::stockPhrasesAreKnown_data() {
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("isStock");
    const auto row = [](const char* sentence, bool isStock) {
        QTest::newRow(sentence) << sentence << isStock;
    };
    row("The mouth is too rigid for any expression", true);
    row("The eyes seem to be in the wrong place of the face", true);
    row("The shadow of the nose has the ambient occlusion of a photograph", true);
    row("The fur is clear and well-defined, its texture matches that of a fox", true);
    row("The car is seamlessly integrated into the environment", true);
    row("It has underlying inconsistencies that are characteristic", true);
    // About this picture.
    row("The left hand has six fingers", false);
    row("The mouth is open wider than the jaw allows", false);
    row("The letters on the sign are no letters", false);
    row("The lid of the box is integrated into its shadow", false);
    row("", false);
}

void StockPhrasesTest::stockPhrasesAreKnown() {
    QFETCH(QString, sentence);
    QTEST(isStockPhrase(sentence.toStdString()), "isStock");
}

QTEST_GUILESS_MAIN(StockPhrasesTest)
#include "stock_phrases_test.moc"
