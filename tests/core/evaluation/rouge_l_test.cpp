// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/rouge_l.h"

#include <QTest>

using core::evaluation::rougeL;

class RougeLTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sameTextScoresOne() { QCOMPARE(rougeL("The sky is fake.", "the SKY is fake"), 1.0); }

    // Common: the, cat, the, mat (4); 2 * (4/6 * 4/5) / (4/6 + 4/5).
    void longestCommonSubsequenceIsCounted() {
        QVERIFY(qAbs(rougeL("the cat sat on the mat", "the cat lay: the mat") - 8.0 / 11) < 1e-12);
    }

    // Only one of the two words can be in order.
    void orderMatters() { QCOMPARE(rougeL("a b", "b a"), 0.5); }

    void textWithoutWordsScoresZero() {
        QCOMPARE(rougeL("", "word"), 0.0);
        QCOMPARE(rougeL("word", "?!"), 0.0);
    }
};

QTEST_GUILESS_MAIN(RougeLTest)
#include "rouge_l_test.moc"
