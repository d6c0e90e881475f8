// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_catalog.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>

using namespace core::clues;

class ClueCatalogTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyIdIsUnique() {
        std::set<std::string> ids;
        for (const ClueTemplate& entry : clueCatalog())
            QVERIFY2(ids.insert(std::string(entry.id)).second, std::string(entry.id).c_str());
    }

    void everySentenceIsOneAndCloses() {
        for (const ClueTemplate& entry : clueCatalog()) {
            const std::string sentence = entry.sentence;
            QVERIFY2(sentence.ends_with('.'), entry.sentence);
            QCOMPARE(std::ranges::count(sentence, '{'), std::ranges::count(sentence, '}'));
        }
    }

    void noSentenceClaimsMoreThanWasMeasured() {
        for (const ClueTemplate& entry : clueCatalog()) {
            const QString sentence = QString::fromUtf8(entry.sentence).toLower();
            for (const char* word :
                 {"authentic", "genuine", "tamper", "proves", "certainly", "100 %"})
                QVERIFY2(!sentence.contains(word), entry.sentence);
        }
    }

    void gapsAreFilledWithTheirDigits() {
        QCOMPARE(filled("{a} of {b:2}, {@who}", {{"a", 3.4}, {"b", 2.0}}, {{"who", "x"}}),
                 std::string("3 of 2.00, x"));
    }

    void germanNumbersHaveACommaAndSentencesKeepTheirPoints() {
        QCOMPARE(filled("Wert. {b:1}", {{"b", 2.5}}, {}, ','), std::string("Wert. 2,5"));
    }

    void missingNumbersAndOpenGapsAreVisible() {
        QCOMPARE(filled("{gone} and {open", {}, {}), std::string("? and {open"));
    }

    void unknownIdHasNoSentence() { QVERIFY(clueSentence("no.such") == nullptr); }
};

QTEST_GUILESS_MAIN(ClueCatalogTest)
#include "clue_catalog_test.moc"
