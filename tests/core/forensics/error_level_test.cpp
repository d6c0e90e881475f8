// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/error_level.h"
#include "tests/core/forensics/constructed_edits.h"

#include <opencv2/core.hpp>

#include <QtTest>

using namespace core;
using namespace core::forensics;
using namespace tests;

namespace {

constexpr Rect kPlace{192, 112, 136, 120};

cv::Mat insertion(unsigned seed) {
    return withPart(savedAt(texturedScene(512, 384, seed), 60),
                    texturedScene(512, 384, seed + 1000), kPlace);
}

} // namespace

class ErrorLevelTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void insertedPartStandsOut();
    void untouchedPictureHasNoFinding_data();
    void untouchedPictureHasNoFinding();
    void neverSpeaksForFakeOrReal();
    void mapLiesUpright();
    void pngDoesNotApply();
    void flatPictureDoesNotApply();
    void tinyPictureDoesNotApply();
    void stoppedAnalysisEndsAsCancelled();
    void threadsDoNotChangeTheResult();
};

void ErrorLevelTest::insertedPartStandsOut() {
    const auto evidence = measuredBy(*makeErrorLevel(), jpegSubject(insertion(1), 97));
    QVERIFY(evidence.applies);
    QVERIFY(evidence.value > evidence.referenceHigh);
    QCOMPARE(evidence.findings.size(), std::size_t{1});
    QVERIFY(bestOverlap(evidence, kPlace) > 0.7);
    QVERIFY(evidence.findings[0].numbers.at("control") > 1);
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void ErrorLevelTest::untouchedPictureHasNoFinding_data() {
    QTest::addColumn<int>("quality");
    for (const int quality : {60, 75, 90, 98})
        QTest::addRow("quality %d", quality) << quality;
}

void ErrorLevelTest::untouchedPictureHasNoFinding() {
    QFETCH(int, quality);
    for (unsigned seed = 20; seed < 23; ++seed) {
        const auto evidence =
            measuredBy(*makeErrorLevel(), jpegSubject(texturedScene(500, 390, seed), quality));
        QVERIFY(evidence.applies);
        QVERIFY(evidence.findings.empty());
        QVERIFY(evidence.map);
        QCOMPARE(sentenceProblem(evidence), std::string());
    }
}

void ErrorLevelTest::neverSpeaksForFakeOrReal() {
    for (unsigned seed = 2; seed < 5; ++seed) {
        const auto evidence = measuredBy(*makeErrorLevel(), jpegSubject(insertion(seed), 97));
        for (const Finding& finding : evidence.findings)
            QCOMPARE(finding.direction, examination::Direction::Neutral);
    }
}

void ErrorLevelTest::mapLiesUpright() {
    const auto evidence = measuredBy(*makeErrorLevel(), jpegSubject(insertion(6), 97, 6));
    // Turned clockwise, 384 x 512: stored (x, y) comes to (384 - y - height, x).
    QVERIFY(bestOverlap(evidence, {152, 192, 120, 136}) > 0.7);
    QCOMPARE(evidence.map->columns, 384 / 8);
}

void ErrorLevelTest::pngDoesNotApply() {
    const auto evidence = measuredBy(*makeErrorLevel(), pngSubject(texturedScene(128, 128, 1)));
    QVERIFY(!evidence.applies);
    QCOMPARE(evidence.reasonId, std::string("reason.not_jpeg"));
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void ErrorLevelTest::flatPictureDoesNotApply() {
    const cv::Mat flat(256, 256, CV_8UC3, cv::Scalar(90, 120, 200));
    const auto evidence = measuredBy(*makeErrorLevel(), jpegSubject(flat, 92));
    QCOMPARE(evidence.reasonId, std::string("reason.too_little_detail"));
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void ErrorLevelTest::tinyPictureDoesNotApply() {
    const auto evidence = measuredBy(*makeErrorLevel(), jpegSubject(texturedScene(40, 200, 1), 90));
    QCOMPARE(evidence.reasonId, std::string("reason.too_small"));
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void ErrorLevelTest::stoppedAnalysisEndsAsCancelled() {
    std::stop_source source;
    source.request_stop();
    const auto evidence =
        makeErrorLevel()->analyze(jpegSubject(insertion(7), 92), source.get_token());
    QVERIFY(!evidence);
    QCOMPARE(evidence.error().code, ErrorCode::Cancelled);
}

void ErrorLevelTest::threadsDoNotChangeTheResult() {
    const Subject subject = jpegSubject(texturedScene(300, 700, 8), 92);
    const int threads = cv::getNumThreads();
    cv::setNumThreads(1);
    const Evidence one = measuredBy(*makeErrorLevel(), subject);
    cv::setNumThreads(4);
    const Evidence four = measuredBy(*makeErrorLevel(), subject);
    cv::setNumThreads(threads);
    QCOMPARE(one.features, four.features);
    QVERIFY(*one.map == *four.map);
}

QTEST_APPLESS_MAIN(ErrorLevelTest)
#include "error_level_test.moc"
