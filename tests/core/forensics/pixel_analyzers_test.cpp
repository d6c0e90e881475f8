// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/copy_move.h"
#include "core/forensics/noise_residual.h"
#include "core/forensics/resampling.h"
#include "core/forensics/spectrum.h"
#include "core/image/mat.h"
#include "tests/support/picture_maker.h"

#include <opencv2/imgproc.hpp>

#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace core;
using examination::Direction;

namespace {

image::Image imageOf(const cv::Mat& bgr) {
    const cv::Mat packed = bgr.clone();
    return tests::pictureOf(packed.cols, packed.rows,
                            {packed.data, packed.data + packed.total() * packed.elemSize()});
}

forensics::Subject subjectOf(const cv::Mat& bgr) {
    image::EvidenceFile file;
    file.bytes = std::make_shared<image::ByteBuffer>();
    file.format = image::Format::Png;
    image::DecodedPicture picture;
    picture.image = imageOf(bgr);
    auto subject = forensics::makeSubject(file, picture);
    if (!subject)
        qFatal("no subject");
    return *subject;
}

/// Smooth shading with seeded gaussian noise that grows with brightness, as a sensor's does.
cv::Mat sensorScene(int width, int height, int seed) {
    cv::Mat shade(height, width, CV_32F);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            shade.at<float>(y, x) =
                50.0F + 150.0F * static_cast<float>(x) / static_cast<float>(width);
    }
    cv::Mat noise(height, width, CV_32FC3);
    cv::RNG random(static_cast<uint64_t>(seed));
    random.fill(noise, cv::RNG::NORMAL, 0, 1);
    cv::Mat out(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const float value = shade.at<float>(y, x);
            for (int c = 0; c < 3; ++c)
                out.at<cv::Vec3b>(y, x)[c] = cv::saturate_cast<uchar>(
                    value + 0.35F * std::sqrt(value) * noise.at<cv::Vec3f>(y, x)[c]);
        }
    }
    return out;
}

/// Shapes with corners, so that keypoints exist, under fresh noise.
cv::Mat shapes(int seed) {
    cv::Mat out(260, 260, CV_8UC3, cv::Scalar(120, 130, 140));
    cv::RNG random(5);
    for (int i = 0; i < 60; ++i)
        cv::rectangle(
            out,
            cv::Rect(random.uniform(0, 230), random.uniform(0, 230), random.uniform(8, 40),
                     random.uniform(8, 40)),
            cv::Scalar(random.uniform(30, 220), random.uniform(30, 220), random.uniform(30, 220)),
            cv::FILLED);
    cv::Mat noise(out.size(), CV_16SC3);
    cv::RNG(static_cast<uint64_t>(seed)).fill(noise, cv::RNG::NORMAL, 0, 4);
    cv::Mat noisy;
    cv::add(out, noise, noisy, {}, CV_8U);
    return noisy;
}

forensics::Evidence measured(const std::unique_ptr<forensics::Analyzer>& analyzer,
                             const cv::Mat& picture) {
    const auto evidence = analyzer->analyze(subjectOf(picture), {});
    if (!evidence)
        qFatal("%s", evidence.error().message.c_str());
    return *evidence;
}

bool hasFakeFinding(const forensics::Evidence& evidence) {
    return std::ranges::any_of(evidence.findings, [](const forensics::Finding& finding) {
        return finding.direction == Direction::Fake;
    });
}

const forensics::Finding* find(const forensics::Evidence& evidence, const std::string& id) {
    const auto found = std::ranges::find(evidence.findings, id, &forensics::Finding::templateId);
    return found == evidence.findings.end() ? nullptr : &*found;
}

} // namespace

class PixelAnalyzersTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void evenSensorNoiseIsCalledConsistent() {
        const auto evidence = measured(forensics::makeNoiseResidual(), sensorScene(900, 700, 1));
        QVERIFY(evidence.applies);
        QVERIFY(find(evidence, "noise_residual.consistent") != nullptr);
        QVERIFY(find(evidence, "noise_residual.quieter_region") == nullptr);
        QVERIFY(evidence.features.at("noise.rise") > 0.2);
    }

    void denoisedPatchIsFoundWhereItIs() {
        cv::Mat picture = sensorScene(900, 700, 2);
        const cv::Rect patch(300, 200, 240, 200);
        cv::GaussianBlur(picture(patch), picture(patch), {9, 9}, 2.5);
        const auto evidence = measured(forensics::makeNoiseResidual(), picture);
        const auto* finding = find(evidence, "noise_residual.quieter_region");
        QVERIFY(finding != nullptr);
        QVERIFY(intersectionOverUnion(finding->regions.front().box,
                                      {patch.x, patch.y, patch.width, patch.height}) > 0.5);
        QVERIFY(finding->numbers.at("ratio") < 0.4);
    }

    void copiedPatchIsFoundAtBothPlaces() {
        cv::Mat picture = sensorScene(1000, 700, 3);
        const cv::Mat patch = shapes(1);
        patch.copyTo(picture(cv::Rect(60, 80, 260, 260)));
        patch.copyTo(picture(cv::Rect(610, 330, 260, 260)));
        const auto evidence = measured(forensics::makeCopyMove(), picture);
        const auto* finding = find(evidence, "copy_move.copied");
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->direction, Direction::Fake);
        QCOMPARE(finding->regions.size(), std::size_t{2});
        QVERIFY(intersectionOverUnion(finding->regions[0].box, {60, 80, 260, 260}) > 0.5);
        QVERIFY(intersectionOverUnion(finding->regions[1].box, {610, 330, 260, 260}) > 0.5);
    }

    void equalThingsWithNoiseOfTheirOwnAreNoCopy() {
        cv::Mat picture = sensorScene(1000, 700, 4);
        shapes(1).copyTo(picture(cv::Rect(60, 80, 260, 260)));
        shapes(2).copyTo(picture(cv::Rect(610, 330, 260, 260)));
        const auto evidence = measured(forensics::makeCopyMove(), picture);
        QVERIFY(find(evidence, "copy_move.repeated") != nullptr);
        QVERIFY(!hasFakeFinding(evidence));
    }

    void resizedAreaIsFound() {
        cv::Mat picture = sensorScene(1400, 1100, 5);
        cv::Mat larger;
        cv::resize(sensorScene(700, 600, 6), larger, {}, 1.37, 1.37, cv::INTER_LINEAR);
        const cv::Rect place(500, 350, 520, 520);
        larger(cv::Rect(100, 100, place.width, place.height)).copyTo(picture(place));
        const auto evidence = measured(forensics::makeResampling(), picture);
        const auto* finding = find(evidence, "resampling.region");
        QVERIFY(finding != nullptr);
        QVERIFY(intersectionOverUnion(finding->regions.front().box,
                                      {place.x, place.y, place.width, place.height}) > 0.4);
    }

    void pictureThatWasNeverResizedHasNoPeriod() {
        const auto evidence = measured(forensics::makeResampling(), sensorScene(1000, 800, 7));
        QVERIFY(evidence.applies);
        QVERIFY(evidence.findings.empty());
    }

    void upsamplingLatticeIsFoundInTheSpectrum() {
        cv::Mat picture = sensorScene(1024, 1024, 8);
        // A weak pattern with a period of 8 pixels in both directions, off the axes.
        for (int y = 0; y < picture.rows; ++y) {
            for (int x = 0; x < picture.cols; ++x) {
                const double wave = 2.5 * std::cos(2 * CV_PI * x / 8) * std::cos(2 * CV_PI * y / 8);
                for (int c = 0; c < 3; ++c)
                    picture.at<cv::Vec3b>(y, x)[c] =
                        cv::saturate_cast<uchar>(picture.at<cv::Vec3b>(y, x)[c] + wave);
            }
        }
        const auto evidence = measured(forensics::makeSpectrum(), picture);
        QVERIFY(hasFakeFinding(evidence));
        QVERIFY(std::abs(std::abs(evidence.findings.front().numbers.at("fy")) - 0.125) < 1e-9);
    }

    void plainNoiseHasNoLattice() {
        const auto evidence = measured(forensics::makeSpectrum(), sensorScene(1024, 1024, 9));
        QVERIFY(evidence.applies);
        QVERIFY(evidence.findings.empty());
    }

    void cancelledAndTinyPicturesEndCleanly_data() {
        QTest::addColumn<int>("analyzer");
        for (int i = 0; i < 4; ++i)
            QTest::newRow(qPrintable(QString::number(i))) << i;
    }
    void cancelledAndTinyPicturesEndCleanly() {
        QFETCH(int, analyzer);
        const auto method = analyzer == 0   ? forensics::makeNoiseResidual()
                            : analyzer == 1 ? forensics::makeSpectrum()
                            : analyzer == 2 ? forensics::makeResampling()
                                            : forensics::makeCopyMove();
        for (const cv::Size size : {cv::Size(1, 1), cv::Size(40, 300), cv::Size(257, 129)}) {
            const auto evidence = measured(method, sensorScene(size.width, size.height, 1));
            QVERIFY(evidence.applies || !evidence.reason.empty());
        }
        std::stop_source stop;
        stop.request_stop();
        const auto cancelledResult =
            method->analyze(subjectOf(sensorScene(600, 600, 1)), stop.get_token());
        QVERIFY(!cancelledResult || analyzer == 3);
    }

    void blackSymbolsEndInBoundedTime() {
        cv::Mat sheet(1200, 1600, CV_8UC3, cv::Scalar::all(255));
        for (int y = 20; y < 1180; y += 24) {
            for (int x = 20; x < 1580; x += 24)
                cv::putText(sheet, "8", {x, y}, cv::FONT_HERSHEY_PLAIN, 1, cv::Scalar::all(0));
        }
        const auto evidence = measured(forensics::makeCopyMove(), sheet);
        QVERIFY(evidence.applies);
        QVERIFY(!hasFakeFinding(evidence));
    }
};

QTEST_GUILESS_MAIN(PixelAnalyzersTest)
#include "pixel_analyzers_test.moc"
