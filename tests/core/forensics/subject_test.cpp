// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/analyzer_catalog.h"
#include "core/image/safe_decoder.h"
#include "tests/core/forensics/constructed_edits.h"
#include "tests/support/picture_maker.h"

#include <opencv2/core.hpp>

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

using namespace core;
using namespace core::forensics;
using namespace tests;

class SubjectTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lumaIsNotRounded();
    void jpegBringsStructureAndCoefficients();
    void turnedJpegKeepsItsStoredGrid();
    void pngBringsPixelsOnly();
    void stoppedPreparationEndsAsCancelled();
    void everyAnalyzerHasItsOwnName();
    void everyAnalyzerBearsDamagedFiles();
    void everyAnalyzerBearsOddSizes();
};

void SubjectTest::lumaIsNotRounded() {
    const Subject subject = pngSubject(cv::Mat(20, 30, CV_8UC3, cv::Scalar(10, 101, 200)));
    QCOMPARE(subject.luma.rows, 20);
    QCOMPARE(subject.luma.cols, 30);
    const double expected = 0.299 * 200 + 0.587 * 101 + 0.114 * 10;
    QVERIFY(std::abs(subject.luma.at<float>(7, 11) - expected) < 1e-4);
}

void SubjectTest::jpegBringsStructureAndCoefficients() {
    const Subject subject = jpegSubject(texturedScene(203, 150, 1), 83);
    QVERIFY(subject.jpeg && subject.coefficients);
    QCOMPARE(subject.jpeg->lumaQuality, 83);
    QVERIFY(subject.coefficients->blocksWide >= 26 && subject.coefficients->blocksHigh >= 19);
}

void SubjectTest::turnedJpegKeepsItsStoredGrid() {
    const Subject subject = jpegSubject(texturedScene(320, 160, 2), 90, 6);
    QCOMPARE(subject.luma.cols, 160);
    QCOMPARE(subject.coefficients->blocksWide, 40);
}

void SubjectTest::pngBringsPixelsOnly() {
    const Subject subject = pngSubject(texturedScene(64, 64, 3));
    QVERIFY(!subject.jpeg && !subject.coefficients);
}

void SubjectTest::stoppedPreparationEndsAsCancelled() {
    std::stop_source source;
    source.request_stop();
    const Subject whole = jpegSubject(texturedScene(300, 300, 4), 90);
    const auto stopped = makeSubject(whole.file, whole.picture, source.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

void SubjectTest::everyAnalyzerHasItsOwnName() {
    std::set<std::string_view> names;
    const auto analyzers = makeAnalyzers();
    for (const auto& analyzer : analyzers)
        names.insert(analyzer->name());
    QCOMPARE(names.size(), analyzers.size());
    QVERIFY(names.contains("error_level"));
    QVERIFY(names.contains("jpeg_ghost"));
    QVERIFY(names.contains("double_quantization"));
}

void SubjectTest::everyAnalyzerBearsDamagedFiles() {
    const Subject whole = jpegSubject(texturedScene(400, 300, 5), 90);
    const auto analyzers = makeAnalyzers();
    for (const double share : {0.3, 0.6, 0.95}) {
        image::EvidenceFile file = whole.file;
        auto bytes = *whole.file.bytes;
        bytes.resize(static_cast<std::size_t>(share * static_cast<double>(bytes.size())));
        file.bytes = std::make_shared<const image::ByteBuffer>(std::move(bytes));
        const auto picture = image::decode(file, {});
        if (!picture)
            continue;
        const auto subject = makeSubject(file, *picture);
        QVERIFY(subject);
        for (const auto& analyzer : analyzers)
            QCOMPARE(sentenceProblem(measuredBy(*analyzer, *subject)), std::string());
    }
}

void SubjectTest::everyAnalyzerBearsOddSizes() {
    const auto analyzers = makeAnalyzers();
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(7, 600), cv::Size(129, 131),
                                cv::Size(64, 64), cv::Size(1000, 128)}) {
        const Subject subject = jpegSubject(texturedScene(size.width, size.height, 6), 88, 5);
        for (const auto& analyzer : analyzers) {
            const Evidence evidence = measuredBy(*analyzer, subject);
            QCOMPARE(sentenceProblem(evidence), std::string());
            QCOMPARE(evidence.analyzer, std::string(analyzer->name()));
        }
    }
}

QTEST_APPLESS_MAIN(SubjectTest)
#include "subject_test.moc"
