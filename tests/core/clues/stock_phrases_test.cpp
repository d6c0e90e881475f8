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
    row("Waves and materials hardly match reality", true);
    row("Light falls otherwise on the upper part than on the lower", true);
    row("A blurred boundary parts the waves from the shore", true);
    row("Some areas of the fur have an inconsistent texture", true);
    row("Keys of the keyboard are disorganized", true);
    row("Its feathers are clear and well-defined, a texture that matches those of owls", true);
    row("Texture and material are consistent with real towels", true);
    // About this picture.
    row("The waves run up the hill", false);
    row("The shadow of the mast falls toward the lamp", false);
    row("The third key has two letters", false);
    row("The beak opens on the wrong side", false);
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
