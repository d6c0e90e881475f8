// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/support_sentences.h"

#include <QTest>

using namespace core;
using examination::supportFrom;

class SupportSentencesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void bothDirectionsAreSaidWithTheirInterval() {
        QCOMPARE(clues::supportSentence(supportFrom(3.1, 2, 4.5, {})).text(),
                 std::string("Limited support for generated: what was measured is 3.1 times as "
                             "frequent among generated pictures as among photographs (2.0 to "
                             "4.5)."));
        QCOMPARE(clues::supportSentence(supportFrom(0.05, 0.04, 0.1, {})).text(),
                 std::string("Moderate support for a photograph: what was measured is 20 times as "
                             "frequent among photographs as among generated pictures (10 to "
                             "25)."));
    }

    void ratiosNearOneSupportNeither() {
        QVERIFY(clues::supportSentence(supportFrom(1.7, 1, 3, {}))
                    .text()
                    .starts_with("Supports neither"));
    }

    void everyStepHasASentence() {
        for (double ratio = 2; ratio < 1e6; ratio *= 3) {
            QVERIFY(!clues::supportSentence(supportFrom(ratio, 1, 1e7, {})).text().empty());
            QVERIFY(!clues::supportSentence(supportFrom(1 / ratio, 1e-7, 1, {})).text().empty());
        }
    }
};

QTEST_GUILESS_MAIN(SupportSentencesTest)
#include "support_sentences_test.moc"
