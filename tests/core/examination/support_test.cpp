// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/support.h"

#include <QTest>

using namespace core::examination;

class SupportTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void stepsAreThePublishedOnes_data() {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<SupportStep>("step");
        QTest::newRow("one") << 1.0 << SupportStep::None;
        QTest::newRow("below two") << 1.99 << SupportStep::None;
        QTest::newRow("two") << 2.0 << SupportStep::Limited;
        QTest::newRow("ten") << 10.0 << SupportStep::Moderate;
        QTest::newRow("hundred") << 100.0 << SupportStep::ModeratelyStrong;
        QTest::newRow("thousand") << 1000.0 << SupportStep::Strong;
        QTest::newRow("more") << 5e5 << SupportStep::VeryStrong;
    }
    void stepsAreThePublishedOnes() {
        QFETCH(double, ratio);
        QFETCH(SupportStep, step);
        QCOMPARE(stepFor(ratio), step);
        QCOMPARE(stepFor(1 / ratio), step);
    }

    void directionFollowsFromTheRatio() {
        QCOMPARE(supportFrom(3, 2, 5, {}).direction, Direction::Fake);
        QCOMPARE(supportFrom(0.3, 0.2, 0.5, {}).direction, Direction::Real);
        QCOMPARE(supportFrom(1.5, 0.8, 3, {}).direction, Direction::Neutral);
    }
};

QTEST_GUILESS_MAIN(SupportTest)
#include "support_test.moc"
