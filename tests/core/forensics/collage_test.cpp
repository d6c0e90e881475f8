// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/collage.h"
#include "core/forensics/copy_move.h"
#include "core/forensics/double_quantization.h"
#include "core/forensics/jpeg_ghost.h"
#include "core/forensics/panels.h"
#include "core/forensics/shared_work.h"
#include "tests/core/forensics/constructed_edits.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace core;
using namespace core::forensics;

namespace {

/// A scene of its own brightness, as photographs of other places have it.
cv::Mat photograph(int width, int height, unsigned seed) {
    cv::Mat scene;
    tests::texturedScene(width, height, seed).convertTo(scene, CV_8UC3, 0.8, 5.0 + 45 * (seed % 2));
    return scene;
}

/// @param gutter  px of white between the panels
cv::Mat sideBySide(const cv::Mat& left, const cv::Mat& right, int gutter) {
    cv::Mat picture(left.rows, left.cols + gutter + right.cols, CV_8UC3, cv::Scalar::all(255));
    left.copyTo(picture.colRange(0, left.cols));
    right.copyTo(picture.colRange(left.cols + gutter, picture.cols));
    return picture;
}

Layout laidOut(const cv::Mat& picture) {
    const auto layout = layoutOf(picture, {});
    if (!layout)
        qFatal("no layout");
    return *layout;
}

const Finding* find(const Evidence& evidence, const std::string& templateId) {
    const auto at = std::ranges::find(evidence.findings, templateId, &Finding::templateId);
    return at == evidence.findings.end() ? nullptr : &*at;
}

} // namespace

class CollageTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void panelsAreFound_data() {
        QTest::addColumn<int>("gutter");
        QTest::addColumn<double>("scale");
        for (const int gutter : {0, 12, 30}) {
            for (const double scale : {1.0, 0.7})
                QTest::addRow("gutter %d scale %.1f", gutter, scale) << gutter << scale;
        }
    }
    void panelsAreFound() {
        QFETCH(int, gutter);
        QFETCH(double, scale);
        cv::Mat picture = sideBySide(photograph(420, 500, 2), photograph(380, 500, 3), gutter);
        cv::resize(picture, picture, {}, scale, scale, cv::INTER_AREA);
        const Layout layout = laidOut(tests::savedAt(picture, 88));
        QVERIFY2(layout.isCollage(), std::to_string(layout.clearest).c_str());
        QCOMPARE(layout.panels.size(), std::size_t{2});
        QVERIFY(std::abs(layout.panels[0].width - 420 * scale) < 4 + gutter);
    }

    void gridsAreCutAgain() {
        const cv::Mat upper = sideBySide(photograph(300, 260, 2), photograph(300, 260, 3), 8);
        const cv::Mat lower = sideBySide(photograph(300, 260, 5), photograph(300, 260, 6), 8);
        cv::Mat picture;
        cv::vconcat(upper, lower, picture);
        QCOMPARE(laidOut(picture).panels.size(), std::size_t{4});
    }

    void onePictureIsOnePanel() {
        for (const unsigned seed : {1U, 2U, 3U, 4U}) {
            const Layout layout = laidOut(tests::savedAt(photograph(700, 500, seed), 90));
            QVERIFY(!layout.isCollage());
            QCOMPARE(layout.panels.size(), std::size_t{1});
            QVERIFY(layout.bars.empty());
        }
        // A step over half of the length is an object.
        cv::Mat object = photograph(700, 500, 2);
        photograph(350, 250, 3).copyTo(object(cv::Rect(0, 250, 350, 250)));
        QVERIFY(!laidOut(object).isCollage());
        QVERIFY(!laidOut(cv::Mat(40, 40, CV_8UC3, cv::Scalar::all(9))).isCollage());
    }

    void aCaptionsBarIsNoPanel() {
        cv::Mat picture(620, 700, CV_8UC3, cv::Scalar::all(255));
        photograph(700, 500, 2).copyTo(picture.rowRange(120, 620));
        cv::putText(picture, "Nobody at nine", {20, 80}, cv::FONT_HERSHEY_TRIPLEX, 1.5, {}, 2);
        const Layout layout = laidOut(picture);
        QVERIFY(!layout.isCollage());
        QCOMPARE(layout.bars.size(), std::size_t{1});
        QVERIFY(layout.explains({100, 10, 200, 90}));
        QVERIFY(!layout.explains({100, 300, 200, 90}));
    }

    void theWordsAreSaidAndSpeakForNothing() {
        const cv::Mat picture = sideBySide(photograph(420, 500, 2), photograph(380, 500, 3), 0);
        const auto evidence = tests::measuredBy(*makeCollage(), tests::pngSubject(picture));
        const Finding* finding = find(evidence, "collage.put_together");
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->direction, examination::Direction::Neutral);
        QCOMPARE(finding->regions.size(), std::size_t{2});
        QCOMPARE(tests::sentenceProblem(evidence), std::string());
    }

    void aPanelOfAnotherHistoryIsNoForgery() {
        // The right one was saved before, the left one never.
        const cv::Mat right = tests::savedAt(photograph(560, 480, 3), 60);
        const Subject subject =
            tests::jpegSubject(sideBySide(photograph(320, 480, 2), right, 0), 92);
        int explained = 0;
        for (const auto& method : {makeDoubleQuantization(), makeJpegGhost()}) {
            const auto evidence = tests::measuredBy(*method, subject);
            QCOMPARE(tests::accusations(evidence), 0);
            QCOMPARE(tests::sentenceProblem(evidence), std::string());
            explained += find(evidence, "collage.part_with_own_history") != nullptr ? 1 : 0;
        }
        QVERIFY(explained > 0);
    }

    void anInsertionWithinAPanelIsStillFound() {
        const cv::Mat left = tests::savedAt(photograph(480, 480, 2), 60);
        cv::Mat right = tests::savedAt(photograph(480, 480, 3), 60);
        photograph(160, 160, 9).copyTo(right(cv::Rect(160, 160, 160, 160)));
        const Subject subject = tests::jpegSubject(sideBySide(left, right, 0), 92);
        QVERIFY(laidOut(sideBySide(left, right, 0)).isCollage());
        QCOMPARE(tests::accusations(tests::measuredBy(*makeDoubleQuantization(), subject)), 1);
    }

    void aComparisonShowsAThingTwice() {
        cv::Mat noisy = photograph(420, 500, 2);
        cv::RNG random(5);
        cv::Mat noise(noisy.size(), CV_16SC3);
        random.fill(noise, cv::RNG::NORMAL, 0, 4);
        cv::add(noisy, noise, noisy, {}, CV_8U);
        for (int i = 0; i < 60; ++i)
            cv::circle(noisy, {random.uniform(0, 420), random.uniform(0, 500)},
                       random.uniform(5, 25),
                       cv::Scalar(random.uniform(30, 190), random.uniform(30, 190),
                                  random.uniform(30, 190)),
                       cv::FILLED);
        const auto evidence =
            tests::measuredBy(*makeCopyMove(), tests::pngSubject(sideBySide(noisy, noisy, 20)));
        QCOMPARE(tests::accusations(evidence), 0);
        QVERIFY(find(evidence, "collage.repeated") != nullptr);
        QVERIFY(evidence.features.at("copy_move.z") <= 5);
        QCOMPARE(tests::sentenceProblem(evidence), std::string());
    }

    void whatIsSharedIsComputedOnce() {
        const Subject subject = tests::jpegSubject(photograph(400, 300, 2), 90);
        const auto first = sharedSaveTraces(subject, {});
        const auto second = sharedSaveTraces(subject, {});
        QVERIFY(first.has_value() && second.has_value());
        QCOMPARE(first->get(), second->get());
        QCOMPARE(sharedLayout(subject, {})->get(), sharedLayout(subject, {})->get());
    }

    void cancellingIsHeard() {
        std::stop_source source;
        source.request_stop();
        const auto layout = layoutOf(photograph(400, 300, 2), source.get_token());
        QVERIFY(!layout.has_value());
        QCOMPARE(layout.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(CollageTest)
#include "collage_test.moc"
