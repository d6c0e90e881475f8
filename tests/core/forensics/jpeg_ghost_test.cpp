// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/jpeg_ghost.h"
#include "tests/core/forensics/constructed_edits.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace core;
using namespace core::forensics;
using namespace tests;

namespace {

constexpr Rect kPlace{160, 96, 128, 112};

/// A part that was saved at quality 60 before lies in a picture that was not.
cv::Mat splice(unsigned seed) {
    const cv::Mat other = texturedScene(512, 384, seed + 1000);
    return withPart(texturedScene(512, 384, seed), savedAt(other, 60), kPlace);
}

} // namespace

class JpegGhostTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void partSavedBeforeIsFound_data();
    void partSavedBeforeIsFound();
    void pictureSavedOnceStaysSilent_data();
    void pictureSavedOnceStaysSilent();
    void pictureSavedTwiceStaysSilent();
    void blurredPartAloneIsNoGhost();
    void partIsFoundInATurnedPicture();
    void plainResaveChangesNothing();
    void pngDoesNotApply();
    void smallPictureDoesNotApply();
    void coarseLastSaveDoesNotApply();
    void stoppedSearchEndsAsCancelled();
    void threadsDoNotChangeTheResult();
};

void JpegGhostTest::partSavedBeforeIsFound_data() {
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("quality");
    for (unsigned seed = 1; seed <= 4; ++seed)
        QTest::addRow("scene %u", seed) << seed << 92;
    QTest::newRow("last save 80") << 5U << 80;
    QTest::newRow("last save 97") << 6U << 97;
}

void JpegGhostTest::partSavedBeforeIsFound() {
    QFETCH(unsigned, seed);
    QFETCH(int, quality);
    const Evidence evidence = measuredBy(*makeJpegGhost(), jpegSubject(splice(seed), quality));
    QVERIFY(evidence.applies);
    QCOMPARE(accusations(evidence), 1);
    QVERIFY2(bestOverlap(evidence, kPlace) > 0.7,
             qPrintable(QString::number(bestOverlap(evidence, kPlace))));
    QVERIFY(std::abs(evidence.parameters.at("quality") - 60) <= 1);
    QVERIFY(evidence.value > evidence.referenceHigh);
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void JpegGhostTest::pictureSavedOnceStaysSilent_data() {
    QTest::addColumn<int>("quality");
    for (const int quality : {70, 85, 92, 98})
        QTest::addRow("quality %d", quality) << quality;
}

void JpegGhostTest::pictureSavedOnceStaysSilent() {
    QFETCH(int, quality);
    for (unsigned seed = 20; seed < 24; ++seed) {
        const auto evidence =
            measuredBy(*makeJpegGhost(), jpegSubject(texturedScene(512, 384, seed), quality));
        QVERIFY(evidence.applies);
        QVERIFY(evidence.findings.empty());
        QCOMPARE(sentenceProblem(evidence), std::string());
    }
}

void JpegGhostTest::pictureSavedTwiceStaysSilent() {
    for (unsigned seed = 30; seed < 34; ++seed) {
        const cv::Mat before =
            savedAt(texturedScene(512, 384, seed), 60 + static_cast<int>(seed % 4) * 6);
        QCOMPARE(accusations(measuredBy(*makeJpegGhost(), jpegSubject(before, 92))), 0);
    }
}

void JpegGhostTest::blurredPartAloneIsNoGhost() {
    for (unsigned seed = 40; seed < 44; ++seed) {
        const cv::Mat scene = texturedScene(512, 384, seed);
        cv::Mat blurred;
        cv::GaussianBlur(scene, blurred, {}, 1.5);
        QCOMPARE(accusations(measuredBy(*makeJpegGhost(),
                                        jpegSubject(withPart(scene, blurred, kPlace), 92))),
                 0);
    }
}

void JpegGhostTest::partIsFoundInATurnedPicture() {
    const Evidence evidence = measuredBy(*makeJpegGhost(), jpegSubject(splice(7), 92, 6));
    // Turned clockwise, 384 x 512: stored (x, y) comes to (384 - y - height, x).
    const Rect upright{384 - kPlace.y - kPlace.height, kPlace.x, kPlace.height, kPlace.width};
    QVERIFY(bestOverlap(evidence, upright) > 0.7);
    QCOMPARE(evidence.map->columns, 384 / 8);
}

void JpegGhostTest::plainResaveChangesNothing() {
    const cv::Mat again = savedAt(splice(8), 92);
    const Evidence once = measuredBy(*makeJpegGhost(), jpegSubject(splice(8), 92));
    const Evidence twice = measuredBy(*makeJpegGhost(), jpegSubject(again, 92));
    QVERIFY(std::abs(once.value - twice.value) < 5);
    QCOMPARE(accusations(twice), 1);
}

void JpegGhostTest::pngDoesNotApply() {
    const auto evidence = measuredBy(*makeJpegGhost(), pngSubject(texturedScene(256, 256, 1)));
    QVERIFY(!evidence.applies);
    QCOMPARE(evidence.reasonId, std::string("reason.not_jpeg"));
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void JpegGhostTest::smallPictureDoesNotApply() {
    const auto evidence = measuredBy(*makeJpegGhost(), jpegSubject(texturedScene(100, 300, 1), 90));
    QVERIFY(!evidence.applies);
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void JpegGhostTest::coarseLastSaveDoesNotApply() {
    const auto evidence = measuredBy(*makeJpegGhost(), jpegSubject(texturedScene(256, 256, 1), 30));
    QVERIFY(!evidence.applies);
    QCOMPARE(evidence.reasonId, std::string("reason.last_save_too_coarse"));
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void JpegGhostTest::stoppedSearchEndsAsCancelled() {
    std::stop_source source;
    source.request_stop();
    const auto evidence = makeJpegGhost()->analyze(jpegSubject(splice(9), 92), source.get_token());
    QVERIFY(!evidence);
    QCOMPARE(evidence.error().code, ErrorCode::Cancelled);
}

void JpegGhostTest::threadsDoNotChangeTheResult() {
    const Subject subject = jpegSubject(splice(10), 92);
    const int threads = cv::getNumThreads();
    cv::setNumThreads(1);
    const Evidence one = measuredBy(*makeJpegGhost(), subject);
    cv::setNumThreads(4);
    const Evidence four = measuredBy(*makeJpegGhost(), subject);
    cv::setNumThreads(threads);
    QCOMPARE(one.value, four.value);
    QCOMPARE(one.features, four.features);
    QVERIFY(*one.map == *four.map);
}

QTEST_APPLESS_MAIN(JpegGhostTest)
#include "jpeg_ghost_test.moc"
