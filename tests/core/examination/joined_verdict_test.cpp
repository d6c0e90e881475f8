// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/joined_verdict.h"

#include <QTest>

using namespace core::examination;

class JoinedVerdictTest : public QObject {
    Q_OBJECT

  private:
    static Examination examined(Verdict verdict, double pFake) {
        Examination examination;
        examination.verdictBasis = Basis::Pixels;
        examination.thresholds = {0.1, 0.9};
        examination.verdict = verdict;
        examination.pFake = pFake;
        return examination;
    }

  private Q_SLOTS:
    void verdictsThatThePixelsGiveAreTheirs() {
        QVERIFY(!restsOnFormAsWell(examined(Verdict::Fake, 0.95)));
        QVERIFY(!restsOnFormAsWell(examined(Verdict::Real, 0.05)));
        QVERIFY(!restsOnFormAsWell(examined(Verdict::Inconclusive, 0.5)));
        QVERIFY(!restsOnFormAsWell(examined(Verdict::Inconclusive, 0.95)));
    }

    void othersRestOnTheFormAsWell() {
        QVERIFY(restsOnFormAsWell(examined(Verdict::Fake, 0.8)));
        QVERIFY(restsOnFormAsWell(examined(Verdict::Real, 0.3)));
    }

    void statedVerdictsDoNot() {
        Examination stated = examined(Verdict::Fake, 0.5);
        stated.verdictBasis = Basis::File;
        QVERIFY(!restsOnFormAsWell(stated));
    }
};

QTEST_GUILESS_MAIN(JoinedVerdictTest)
#include "joined_verdict_test.moc"
