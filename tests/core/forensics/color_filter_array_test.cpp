// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_catalog.h"
#include "core/forensics/color_filter_array.h"
#include "core/image/safe_decoder.h"
#include "tests/support/picture_maker.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include <QTest>

#include <memory>

using namespace core;
using examination::Direction;

namespace {

forensics::Subject subjectOf(const image::Image& picture, image::ByteBuffer bytes,
                             image::Format format) {
    image::EvidenceFile file;
    file.bytes = std::make_shared<image::ByteBuffer>(std::move(bytes));
    file.format = format;
    image::DecodedPicture decoded;
    decoded.image = picture;
    auto subject = forensics::makeSubject(file, decoded);
    if (!subject)
        qFatal("no subject");
    return *subject;
}

/// As a lossless file.
forensics::Subject subjectOf(const cv::Mat& bgr) {
    const cv::Mat packed = bgr.clone();
    return subjectOf(
        tests::pictureOf(packed.cols, packed.rows,
                         {packed.data, packed.data + packed.total() * packed.elemSize()}),
        {}, image::Format::Png);
}

/// Soft shading under seeded noise in every pixel.
cv::Mat noise(int width, int height, int seed) {
    cv::Mat out(height, width, CV_8UC3);
    cv::RNG random(static_cast<uint64_t>(seed));
    cv::Mat grains(height, width, CV_16SC3);
    random.fill(grains, cv::RNG::NORMAL, 0, 6);
    cv::Mat shade(height, width, CV_16SC3);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto value = static_cast<short>(60 + 120 * x / width);
            shade.at<cv::Vec3s>(y, x) = {value, value, value};
        }
    }
    cv::add(shade, grains, out, {}, CV_8U);
    return out;
}

/// What a sensor behind a Bayer filter and bilinear interpolation make of a picture: green is
/// measured where the sum of the coordinates is even, elsewhere it is the mean of its 4 neighbors.
cv::Mat demosaicked(const cv::Mat& bgr) {
    cv::Mat out = bgr.clone();
    for (int y = 1; y + 1 < bgr.rows; ++y) {
        for (int x = 1; x + 1 < bgr.cols; ++x) {
            if ((x + y) % 2 == 0)
                continue;
            out.at<cv::Vec3b>(y, x)[1] = cv::saturate_cast<uchar>(
                (bgr.at<cv::Vec3b>(y - 1, x)[1] + bgr.at<cv::Vec3b>(y + 1, x)[1] +
                 bgr.at<cv::Vec3b>(y, x - 1)[1] + bgr.at<cv::Vec3b>(y, x + 1)[1]) /
                4.0);
        }
    }
    return out;
}

forensics::Evidence measured(const forensics::Subject& subject) {
    const auto evidence = forensics::makeColorFilterArray()->analyze(subject, {});
    if (!evidence)
        qFatal("%s", evidence.error().message.c_str());
    return *evidence;
}

} // namespace

class ColorFilterArrayTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void demosaickedPictureHasTheLattice() {
        const auto evidence = measured(subjectOf(demosaicked(noise(1000, 800, 1))));
        QVERIFY(evidence.applies);
        QVERIFY(evidence.features.empty());
        QCOMPARE(evidence.findings.size(), std::size_t{1});
        const auto& finding = evidence.findings.front();
        QCOMPARE(finding.direction, Direction::Neutral);
        QVERIFY(finding.numbers.at("score") > finding.numbers.at("usual"));
        QVERIFY(evidence.value > evidence.parameters.at("threshold"));
        const char* sentence = clues::clueSentence(finding.templateId);
        QVERIFY(sentence != nullptr);
        QVERIFY(clues::filled(sentence, finding.numbers, {}).find('?') == std::string::npos);
    }

    void shiftedCropKeepsTheLattice() {
        const cv::Mat picture = demosaicked(noise(1001, 801, 2));
        const auto evidence = measured(subjectOf(picture(cv::Rect(1, 0, 1000, 800))));
        QCOMPARE(evidence.findings.size(), std::size_t{1});
    }

    void fineJpegKeepsTheLattice() {
        const cv::Mat packed = demosaicked(noise(900, 700, 3));
        const auto picture =
            tests::pictureOf(packed.cols, packed.rows,
                             {packed.data, packed.data + packed.total() * packed.elemSize()});
        image::EvidenceFile file;
        file.bytes = std::make_shared<image::ByteBuffer>(tests::jpegBytes(picture, 98, 1));
        file.format = image::Format::Jpeg;
        const auto decoded = image::decode(file, {});
        QVERIFY(decoded);
        const auto subject = forensics::makeSubject(file, *decoded);
        QVERIFY(subject);
        QCOMPARE(measured(*subject).findings.size(), std::size_t{1});
    }

    void plainNoiseStaysSilent() {
        const auto evidence = measured(subjectOf(noise(1000, 800, 4)));
        QVERIFY(evidence.applies);
        QVERIFY(evidence.findings.empty());
        QVERIFY(evidence.value < 6);
    }

    void resizedPictureStaysSilent() {
        for (const double scale : {0.61, 1.3}) {
            cv::Mat resized;
            cv::resize(demosaicked(noise(1400, 1200, 5)), resized, {}, scale, scale,
                       scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
            const auto evidence = measured(subjectOf(resized));
            QVERIFY(evidence.applies);
            QVERIFY(evidence.findings.empty());
        }
    }

    /// As up-sampling in some generators leaves it: one of four phases apart from the rest.
    void latticeWithUnevenDiagonalStaysSilent() {
        cv::Mat picture = noise(1000, 800, 6);
        const cv::Mat interpolated = demosaicked(picture);
        for (int y = 1; y < picture.rows; y += 2) {
            for (int x = 0; x < picture.cols; x += 2)
                picture.at<cv::Vec3b>(y, x) = interpolated.at<cv::Vec3b>(y, x);
        }
        for (int y = 0; y + 1 < picture.rows; y += 2) {
            for (int x = 0; x + 1 < picture.cols; x += 2)
                picture.at<cv::Vec3b>(y, x) =
                    (picture.at<cv::Vec3b>(y, x) + picture.at<cv::Vec3b>(y, x + 1)) / 2;
        }
        QVERIFY(measured(subjectOf(picture)).findings.empty());
    }

    void filesThatCannotKeepItDoNotApply() {
        const auto reasonOf = [](const forensics::Subject& subject) {
            const auto evidence = measured(subject);
            return evidence.applies || clues::clueSentence(evidence.reasonId) == nullptr
                       ? std::string()
                       : evidence.reasonId;
        };
        QCOMPARE(reasonOf(subjectOf(noise(511, 900, 7))), std::string("reason.too_small"));
        const auto scene = tests::noisyScene(600, 600, 8);
        QCOMPARE(reasonOf(subjectOf(scene, tests::jpegBytes(scene, 90), image::Format::Jpeg)),
                 std::string("reason.too_compressed"));
        QCOMPARE(reasonOf(subjectOf(scene, {}, image::Format::Jpeg)),
                 std::string("reason.too_compressed"));
        QCOMPARE(reasonOf(subjectOf(scene, {}, image::Format::Webp)),
                 std::string("reason.too_compressed"));
        const auto flat = tests::flatPicture(600, 600, {90, 90, 90});
        QCOMPARE(reasonOf(subjectOf(flat, {}, image::Format::Png)),
                 std::string("reason.too_little_detail"));
    }

    void threadsDoNotChangeTheResult() {
        const auto subject = subjectOf(demosaicked(noise(1000, 800, 9)));
        const int before = cv::getNumThreads();
        cv::setNumThreads(1);
        const auto alone = measured(subject);
        cv::setNumThreads(4);
        const auto together = measured(subject);
        cv::setNumThreads(before);
        QCOMPARE(together.value, alone.value);
        QCOMPARE(together.parameters, alone.parameters);
    }

    void cancelIsHeard() {
        std::stop_source stop;
        stop.request_stop();
        const auto result = forensics::makeColorFilterArray()->analyze(
            subjectOf(noise(600, 600, 10)), stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ColorFilterArrayTest)
#include "color_filter_array_test.moc"
