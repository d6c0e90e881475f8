// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/copy_move.h"
#include "core/forensics/double_quantization.h"
#include "core/forensics/jpeg_ghost.h"
#include "core/forensics/rendered_content.h"
#include "core/forensics/spectrum.h"
#include "core/image/safe_decoder.h"
#include "tests/core/forensics/constructed_edits.h"
#include "tests/support/shared_data.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <QTest>

#include <string>

using namespace core;
using namespace core::forensics;

namespace {

const std::string kWords = "Nobody: absolutely nobody: me at nine";

/// The scene below a bar with two lines of text.
cv::Mat captioned(const cv::Mat& scene, int font, double scale, const cv::Scalar& paper,
                  const cv::Scalar& ink) {
    const int line = static_cast<int>(40 * scale);
    cv::Mat picture(scene.rows + 3 * line, scene.cols, CV_8UC3, paper);
    scene.copyTo(picture.rowRange(3 * line, picture.rows));
    const int thickness = std::max(1, static_cast<int>(2 * scale));
    for (int i = 0; i < 2; ++i)
        cv::putText(picture, kWords, {10, (i + 1) * line}, font, scale, ink, thickness,
                    cv::LINE_AA);
    return picture;
}

cv::Mat watermarked(const cv::Mat& scene, double opacity) {
    cv::Mat ink = scene.clone();
    for (int row = 0; row * 110 < scene.rows; ++row) {
        for (int x = -(row % 2) * 120; x < scene.cols; x += 240)
            cv::putText(ink, "SAMPLE photo", {x, 60 + row * 110}, cv::FONT_HERSHEY_DUPLEX, 1,
                        cv::Scalar::all(255), 2, cv::LINE_AA);
    }
    cv::Mat picture;
    cv::addWeighted(ink, opacity, scene, 1 - opacity, 0, picture);
    return picture;
}

bool isAccused(const cv::Mat& picture, int quality) {
    const Subject subject =
        quality > 100 ? tests::pngSubject(picture) : tests::jpegSubject(picture, quality);
    return tests::accusations(tests::measuredBy(*makeCopyMove(), subject)) > 0;
}

} // namespace

class RenderedContentTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void captionsAreNoCopies_data() {
        QTest::addColumn<int>("font");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("quality");
        QTest::addColumn<bool>("isDark");
        const int fonts[] = {cv::FONT_HERSHEY_SIMPLEX, cv::FONT_HERSHEY_PLAIN,
                             cv::FONT_HERSHEY_DUPLEX,  cv::FONT_HERSHEY_COMPLEX,
                             cv::FONT_HERSHEY_TRIPLEX, cv::FONT_HERSHEY_SCRIPT_COMPLEX};
        int number = 0;
        for (const int font : fonts) {
            for (const double scale : {0.8, 1.4}) {
                const int quality = std::array{82, 92, 101}[static_cast<std::size_t>(number % 3)];
                QTest::addRow("font %d scale %.1f quality %d", font, scale, quality)
                    << font << scale << quality << (number % 4 == 1);
                ++number;
            }
        }
    }
    void captionsAreNoCopies() {
        QFETCH(int, font);
        QFETCH(double, scale);
        QFETCH(int, quality);
        QFETCH(bool, isDark);
        const cv::Scalar white = cv::Scalar::all(255);
        const cv::Scalar black = cv::Scalar::all(0);
        const cv::Mat picture = captioned(tests::texturedScene(760, 480, 3), font, scale,
                                          isDark ? black : white, isDark ? white : black);
        QVERIFY(!isAccused(picture, quality));
    }

    void paleLettersAreNoCopies() {
        // White on light gray is no pair of tones far apart.
        const cv::Mat picture =
            captioned(tests::texturedScene(760, 480, 3), cv::FONT_HERSHEY_TRIPLEX, 1.4,
                      cv::Scalar::all(228), cv::Scalar::all(255));
        QVERIFY(!isAccused(picture, 90));
        QVERIFY(!isAccused(picture, 101));
    }

    void strokesOfOneToneAreLetters() {
        const cv::Mat scene = tests::texturedScene(400, 120, 4);
        cv::Mat gray;
        cv::cvtColor(scene, gray, cv::COLOR_BGR2GRAY);
        QVERIFY(!isLettered(gray));
        cv::putText(gray, "Nobody at nine", {10, 80}, cv::FONT_HERSHEY_TRIPLEX, 1.5,
                    cv::Scalar::all(250), 3);
        QVERIFY(isLettered(gray));
        QVERIFY(!isLettered(cv::Mat(40, 40, CV_8U, cv::Scalar(90)))); // no border
        QVERIFY(!isLettered(cv::Mat()));
    }

    void tiledWatermarksAreNoCopies() {
        const cv::Mat scene = tests::texturedScene(900, 640, 5);
        QVERIFY(!isAccused(watermarked(scene, 0.35), 85));
        QVERIFY(!isAccused(watermarked(scene, 0.7), 92));
    }

    void aCopyBesideACaptionIsStillFound() {
        cv::Mat scene(640, 900, CV_8UC3, cv::Scalar(120, 130, 140));
        cv::RNG random(5);
        for (int i = 0; i < 300; ++i)
            cv::rectangle(scene,
                          cv::Rect(random.uniform(0, 860), random.uniform(0, 600),
                                   random.uniform(8, 40), random.uniform(8, 40)),
                          cv::Scalar(random.uniform(60, 190), random.uniform(60, 190),
                                     random.uniform(60, 190)),
                          cv::FILLED);
        cv::Mat noise(scene.size(), CV_16SC3);
        random.fill(noise, cv::RNG::NORMAL, 0, 4);
        cv::add(scene, noise, scene, {}, CV_8U);
        cv::Mat edited = scene.clone();
        scene(cv::Rect(60, 80, 260, 260)).copyTo(edited(cv::Rect(560, 330, 260, 260)));
        QVERIFY(!isAccused(captioned(scene, cv::FONT_HERSHEY_DUPLEX, 1.2, cv::Scalar::all(255),
                                     cv::Scalar::all(0)),
                           92));
        const cv::Mat shown = captioned(edited, cv::FONT_HERSHEY_DUPLEX, 1.2, cv::Scalar::all(255),
                                        cv::Scalar::all(0));
        const auto evidence = tests::measuredBy(*makeCopyMove(), tests::pngSubject(shown));
        QVERIFY2(tests::accusations(evidence) == 1, std::to_string(evidence.value).c_str());
    }

    void agreementBelowItsLimitSaysSo() {
        const auto evidence = tests::measuredBy(
            *makeCopyMove(), tests::pngSubject(tests::texturedScene(640, 480, 2)));
        QVERIFY(evidence.limits.contains("copy_move.z"));
        QVERIFY(evidence.features.contains("copy_move.z"));
    }

    void lettersHaveTwoTonesAndScenesDoNot() {
        cv::Mat gray;
        cv::cvtColor(captioned(tests::texturedScene(400, 300, 1), cv::FONT_HERSHEY_DUPLEX, 1,
                               cv::Scalar::all(255), cv::Scalar::all(0)),
                     gray, cv::COLOR_BGR2GRAY);
        QVERIFY(isTwoTone(gray, {60, 30}));
        QVERIFY(!isTwoTone(gray, {200, 260}));
        QVERIFY(!isTwoTone(cv::Mat(40, 40, CV_8U, cv::Scalar(90)))); // one tone
        QVERIFY(!isTwoTone(gray, {-500, -500}));                     // outside
    }

    void reportedPicturesAreNotAccused_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"meme_a64_21.jpg", "meme_c80_22.jpg", "meme_c64_23.jpg",
                                 "tiff_g4.tif", "zeros_from_the_middle_21.jpg"})
            QTest::newRow(name) << name;
    }
    void reportedPicturesAreNotAccused() {
        QFETCH(QString, name);
        const auto path = tests::sharedData("cases/bug_reports_2/" + name.toStdString());
        if (!path)
            QSKIP("shared/cases/bug_reports_2 is not on this machine");
        const auto file = image::readEvidence(*path, {});
        const auto subject = makeSubject(*file, *image::decode(*file, {}));
        QVERIFY(subject.has_value());
        for (const auto& method :
             {makeCopyMove(), makeDoubleQuantization(), makeJpegGhost(), makeSpectrum()})
            QCOMPARE(tests::accusations(tests::measuredBy(*method, *subject)), 0);
    }
};

QTEST_GUILESS_MAIN(RenderedContentTest)
#include "rendered_content_test.moc"
