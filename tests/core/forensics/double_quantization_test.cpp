// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/double_quantization.h"
#include "tests/core/forensics/constructed_edits.h"

#include <opencv2/core.hpp>

#include <QtTest>

using namespace core;
using namespace core::forensics;
using namespace tests;

namespace {

constexpr Rect kPlace{192, 112, 136, 120};

/// The picture was saved before, the part was not.
cv::Mat insertion(unsigned seed, int earlier) {
    return withPart(savedAt(texturedScene(512, 384, seed), earlier),
                    texturedScene(512, 384, seed + 1000), kPlace);
}

} // namespace

class DoubleQuantizationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void partWithoutTheEarlierSaveIsFound_data();
    void partWithoutTheEarlierSaveIsFound();
    void wholePictureSavedTwiceIsNeutral_data();
    void wholePictureSavedTwiceIsNeutral();
    void pictureSavedOnceDoesNotApply_data();
    void pictureSavedOnceDoesNotApply();
    void coarserLastSaveDoesNotApply();
    void partIsFoundInATurnedPicture_data();
    void partIsFoundInATurnedPicture();
    void plainResaveChangesNothing();
    void pngDoesNotApply();
    void flatPictureDoesNotApply();
    void stoppedSearchEndsAsCancelled();
    void threadsDoNotChangeTheResult();
};

void DoubleQuantizationTest::partWithoutTheEarlierSaveIsFound_data() {
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("earlier");
    QTest::addColumn<int>("last");
    for (unsigned seed = 1; seed <= 3; ++seed)
        QTest::addRow("60 then 92, scene %u", seed) << seed << 60 << 92;
    QTest::newRow("75 then 95") << 4U << 75 << 95;
    QTest::newRow("50 then 75") << 5U << 50 << 75;
    QTest::newRow("80 then 98") << 6U << 80 << 98;
}

void DoubleQuantizationTest::partWithoutTheEarlierSaveIsFound() {
    QFETCH(unsigned, seed);
    QFETCH(int, earlier);
    QFETCH(int, last);
    const auto evidence =
        measuredBy(*makeDoubleQuantization(), jpegSubject(insertion(seed, earlier), last));
    QVERIFY(evidence.applies);
    QCOMPARE(accusations(evidence), 1);
    QVERIFY2(bestOverlap(evidence, kPlace) > 0.7,
             qPrintable(QString::number(bestOverlap(evidence, kPlace))));
    QVERIFY2(std::abs(evidence.parameters.at("quality") - earlier) <= 5,
             qPrintable(QString::number(evidence.parameters.at("quality"))));
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void DoubleQuantizationTest::wholePictureSavedTwiceIsNeutral_data() {
    QTest::addColumn<int>("earlier");
    QTest::addColumn<int>("last");
    QTest::newRow("60 then 92") << 60 << 92;
    QTest::newRow("75 then 90") << 75 << 90;
    QTest::newRow("50 then 75") << 50 << 75;
}

void DoubleQuantizationTest::wholePictureSavedTwiceIsNeutral() {
    QFETCH(int, earlier);
    QFETCH(int, last);
    for (unsigned seed = 20; seed < 24; ++seed) {
        const auto evidence =
            measuredBy(*makeDoubleQuantization(),
                       jpegSubject(savedAt(texturedScene(512, 384, seed), earlier), last));
        QVERIFY(evidence.applies);
        QCOMPARE(evidence.findings.size(), std::size_t{1});
        QCOMPARE(evidence.findings[0].templateId, std::string("double_quantization.whole_picture"));
        QCOMPARE(evidence.findings[0].direction, examination::Direction::Neutral);
        QVERIFY2(std::abs(evidence.parameters.at("quality") - earlier) <= 5,
                 qPrintable(QString::number(evidence.parameters.at("quality"))));
        QCOMPARE(sentenceProblem(evidence), std::string());
    }
}

void DoubleQuantizationTest::pictureSavedOnceDoesNotApply_data() {
    QTest::addColumn<int>("quality");
    for (const int quality : {60, 75, 85, 92, 98})
        QTest::addRow("quality %d", quality) << quality;
}

void DoubleQuantizationTest::pictureSavedOnceDoesNotApply() {
    QFETCH(int, quality);
    for (unsigned seed = 30; seed < 34; ++seed) {
        const auto evidence = measuredBy(*makeDoubleQuantization(),
                                         jpegSubject(texturedScene(512, 384, seed), quality));
        QVERIFY(!evidence.applies);
        QCOMPARE(evidence.reasonId, std::string("reason.no_earlier_save"));
        QCOMPARE(sentenceProblem(evidence), std::string());
    }
}

void DoubleQuantizationTest::coarserLastSaveDoesNotApply() {
    const auto evidence = measuredBy(*makeDoubleQuantization(), jpegSubject(insertion(7, 95), 60));
    QVERIFY(!evidence.applies);
}

void DoubleQuantizationTest::partIsFoundInATurnedPicture_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QList<int>>("upright"); // x, y, width, height
    // The stored picture is 512 x 384 and the part lies at (192, 112), 136 x 120.
    QTest::newRow("2 mirrored") << 2 << QList<int>{184, 112, 136, 120};
    QTest::newRow("3 upside down") << 3 << QList<int>{184, 152, 136, 120};
    QTest::newRow("5 transposed") << 5 << QList<int>{112, 192, 120, 136};
    QTest::newRow("6 clockwise") << 6 << QList<int>{152, 192, 120, 136};
    QTest::newRow("8 counterclockwise") << 8 << QList<int>{112, 184, 120, 136};
}

void DoubleQuantizationTest::partIsFoundInATurnedPicture() {
    QFETCH(int, orientation);
    QFETCH(QList<int>, upright);
    const auto evidence =
        measuredBy(*makeDoubleQuantization(), jpegSubject(insertion(8, 60), 92, orientation));
    QVERIFY(bestOverlap(evidence, {upright[0], upright[1], upright[2], upright[3]}) > 0.7);
}

void DoubleQuantizationTest::plainResaveChangesNothing() {
    const cv::Mat picture = insertion(9, 60);
    const auto once = measuredBy(*makeDoubleQuantization(), jpegSubject(picture, 92));
    const auto twice = measuredBy(*makeDoubleQuantization(), jpegSubject(savedAt(picture, 92), 92));
    QVERIFY(std::abs(once.value - twice.value) < 5);
    QCOMPARE(accusations(twice), 1);
}

void DoubleQuantizationTest::pngDoesNotApply() {
    const auto evidence = measuredBy(*makeDoubleQuantization(), pngSubject(insertion(10, 60)));
    QVERIFY(!evidence.applies);
    QCOMPARE(sentenceProblem(evidence), std::string());
}

void DoubleQuantizationTest::flatPictureDoesNotApply() {
    const cv::Mat flat(256, 256, CV_8UC3, cv::Scalar(90, 120, 200));
    QVERIFY(!measuredBy(*makeDoubleQuantization(), jpegSubject(flat, 92)).applies);
}

void DoubleQuantizationTest::stoppedSearchEndsAsCancelled() {
    std::stop_source source;
    source.request_stop();
    const auto evidence =
        makeDoubleQuantization()->analyze(jpegSubject(insertion(11, 60), 92), source.get_token());
    QVERIFY(!evidence);
    QCOMPARE(evidence.error().code, ErrorCode::Cancelled);
}

void DoubleQuantizationTest::threadsDoNotChangeTheResult() {
    const Subject subject = jpegSubject(insertion(12, 60), 92);
    const int threads = cv::getNumThreads();
    cv::setNumThreads(1);
    const Evidence one = measuredBy(*makeDoubleQuantization(), subject);
    cv::setNumThreads(4);
    const Evidence four = measuredBy(*makeDoubleQuantization(), subject);
    cv::setNumThreads(threads);
    QCOMPARE(one.features, four.features);
    QVERIFY(*one.map == *four.map);
}

QTEST_APPLESS_MAIN(DoubleQuantizationTest)
#include "double_quantization_test.moc"
