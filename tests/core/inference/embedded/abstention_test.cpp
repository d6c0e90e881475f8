// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "core/inference/embedded/abstention.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

using namespace core;

class AbstentionTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_directory;

    [[nodiscard]] forensics::Subject subjectOf(const image::ByteBuffer& bytes) const {
        const auto file = image::readEvidence(tests::writeFile(m_directory, "picture", bytes), {});
        const auto picture = image::decode(*file, {});
        return *forensics::makeSubject(*file, *picture);
    }

    /// What the learned detector would have to say of a picture with enough texture.
    static inference::EvidenceSet manyTiles() {
        inference::EvidenceSet evidence;
        evidence.tiles.tiles.assign(20, Rect{0, 0, 128, 128});
        evidence.tiles.logOdds.assign(20, 0.0F);
        return evidence;
    }

    static std::string reasonFor(const forensics::Subject& subject,
                                 const inference::EvidenceSet& evidence,
                                 const model::FusedEvidence& fused = {}) {
        const auto clue = inference::reasonToAbstain(subject, evidence, fused);
        return clue ? clue->templateId : "";
    }

  private Q_SLOTS:
    void anOrdinaryPictureIsJudged() {
        const auto jpeg = tests::jpegBytes(tests::noisyScene(640, 480, 1));
        QCOMPARE(reasonFor(subjectOf(jpeg), manyTiles()), std::string());
    }

    void picturesOfFormulasAreNot() {
        inference::EvidenceSet evidence = manyTiles();
        QVERIFY(!inference::reasonOfFormula(evidence, 0.2));
        evidence.features[inference::kComputedScore] = 0.1;
        QVERIFY(!inference::reasonOfFormula(evidence, 0.2));
        evidence.features[inference::kComputedScore] = 0.3;
        const auto clue = inference::reasonOfFormula(evidence, 0.2);
        QVERIFY(clue);
        QCOMPARE(clue->templateId, std::string("verdict.computed"));
        QCOMPARE(clue->direction, examination::Direction::Neutral);
    }

    void smallPicturesAreNot() {
        const auto png = tests::pngBytes(tests::noisyScene(640, 255, 1));
        QCOMPARE(reasonFor(subjectOf(png), manyTiles()), std::string("verdict.too_small"));
    }

    void heavilyCompressedPicturesAreNot() {
        const auto jpeg = tests::jpegBytes(tests::noisyScene(640, 480, 1), 30);
        QCOMPARE(reasonFor(subjectOf(jpeg), manyTiles()), std::string("verdict.heavy_compression"));
    }

    void picturesWithoutTextureAreNot() {
        const auto png = tests::pngBytes(tests::flatPicture(640, 480, {9, 90, 200}));
        QCOMPARE(reasonFor(subjectOf(png), {}), std::string("verdict.few_tiles"));
    }

    void graphicsAreNot() {
        // Flat but for one noisy corner, which has texture enough for some tiles.
        auto bytes = *tests::flatPicture(640, 480, {250, 250, 250}).bytes();
        const auto scene = tests::noisyScene(640, 480, 1);
        std::copy_n(scene.bytes()->begin(), bytes.size() / 5, bytes.begin());
        const image::Image picture(640, 480,
                                   std::make_shared<const image::ByteBuffer>(std::move(bytes)));
        QCOMPARE(reasonFor(subjectOf(tests::pngBytes(picture)), manyTiles()),
                 std::string("verdict.graphic"));
    }

    void picturesUnlikeAllCalibratedOnesAreNot() {
        const auto subject = subjectOf(tests::jpegBytes(tests::noisyScene(640, 480, 1)));
        model::FusedEvidence fused;
        fused.outside = {"residual.own.distance"};
        QCOMPARE(reasonFor(subject, manyTiles(), fused), std::string("verdict.unlike_calibration"));
        // A local finding that stands out is evidence.
        fused.outside = {"local.jpeg_ghost", "copy_move.z"};
        QCOMPARE(reasonFor(subject, manyTiles(), fused), std::string());
    }

    void wornFilesSayHowFarTheyWereWeakened() {
        const auto jpeg = subjectOf(tests::jpegBytes(tests::noisyScene(640, 480, 1), 60));
        model::FusedEvidence fused;
        QVERIFY(!inference::reasonForLessConfidence(jpeg, fused));
        fused.confidence = 0.5;
        const auto clue = inference::reasonForLessConfidence(jpeg, fused);
        QVERIFY(clue.has_value());
        QCOMPARE(clue->templateId, std::string("verdict.less_certain"));
        QVERIFY(clue->text.find("JPEG quality 60") != std::string::npos);
        QVERIFY(clue->text.find("50 %") != std::string::npos);
        QCOMPARE(clue->direction, examination::Direction::Neutral);
    }

    void smallPicturesSayHowFarTheyWereWeakened() {
        const auto png = subjectOf(tests::pngBytes(tests::noisyScene(500, 400, 1)));
        model::FusedEvidence fused;
        QVERIFY(!inference::reasonForSmallness(png, fused));
        fused.sizeConfidence = 0.8;
        const auto clue = inference::reasonForSmallness(png, fused);
        QVERIFY(clue.has_value());
        QCOMPARE(clue->templateId, std::string("verdict.small"));
        QVERIFY(clue->text.find("500 x 400") != std::string::npos);
        QVERIFY(clue->text.find("80 %") != std::string::npos);
        QCOMPARE(clue->direction, examination::Direction::Neutral);
    }

    void strongNoiseSpeaksAgainstReal() {
        auto evidence = manyTiles();
        QVERIFY(!inference::reasonAgainstReal(evidence)); // not measurable
        evidence.features["noise.median"] = std::log(1.5);
        QVERIFY(!inference::reasonAgainstReal(evidence));
        evidence.features["noise.median"] = std::log(4.0);
        const auto clue = inference::reasonAgainstReal(evidence);
        QVERIFY(clue.has_value());
        QVERIFY(clue->text.find("noise of 4.0 gray levels") != std::string::npos);
        QCOMPARE(clue->direction, examination::Direction::Neutral);
    }

    void darkPicturesAreNotCalledFakeForTheirTexture() {
        auto dark = *tests::noisyScene(640, 480, 1).bytes();
        for (auto& value : dark)
            value = static_cast<std::uint8_t>(value / 8);
        const auto night = subjectOf(tests::pngBytes(tests::pictureOf(640, 480, dark)));
        auto evidence = manyTiles();
        const auto reason = inference::reasonOfNight(night, evidence);
        QVERIFY(reason.has_value());
        QCOMPARE(reason->direction, examination::Direction::Neutral);
        QVERIFY(reason->text.find("100 %") != std::string::npos);
        evidence.features["local.jpeg_ghost"] = 0.8;
        QVERIFY(!inference::reasonOfNight(night, evidence));
        const auto day = subjectOf(tests::pngBytes(tests::noisyScene(640, 480, 1)));
        QVERIFY(!inference::reasonOfNight(day, manyTiles()));
    }

    void fakeNeedsAClueThatSpeaksForIt() {
        examination::Clue clue;
        const auto reason = inference::reasonAgainstFake({clue});
        QVERIFY(reason.has_value());
        QCOMPARE(reason->direction, examination::Direction::Neutral);
        QVERIFY(!reason->text.empty());
        clue.direction = examination::Direction::Fake;
        QVERIFY(!inference::reasonAgainstFake({examination::Clue{}, clue}));
    }

    void whatIsBelowItsOwnLimitIsNothingToTheFusion() {
        forensics::Evidence evidence;
        evidence.analyzer = "copy_move";
        evidence.applies = true;
        evidence.limits["copy_move.z"] = 5;
        std::map<std::string, double> inputs;
        evidence.features["copy_move.z"] = 4.9;
        inference::addFusionInputs(evidence, inputs);
        QCOMPARE(inputs.at("copy_move.z"), 0.0);
        evidence.features["copy_move.z"] = 5.1;
        inference::addFusionInputs(evidence, inputs);
        QCOMPARE(inputs.at("copy_move.z"), 5.1);
    }

    void onlyARealVerdictSaysThatItIsNotAboutParts() {
        const auto clue = inference::limitOfVerdict(examination::Verdict::Real);
        QVERIFY(clue.has_value());
        QVERIFY(clue->text.find("local edits") != std::string::npos);
        QCOMPARE(clue->direction, examination::Direction::Neutral);
        QVERIFY(!inference::limitOfVerdict(examination::Verdict::Fake));
        QVERIFY(!inference::limitOfVerdict(examination::Verdict::Inconclusive));
    }

    void picturesThatAreMostlyMissingAreNot() {
        auto jpeg = tests::jpegBytes(tests::noisyScene(640, 480, 1));
        const auto whole = jpeg.size();
        jpeg.resize(whole * 9 / 10);
        QCOMPARE(reasonFor(subjectOf(jpeg), manyTiles()), std::string());
        jpeg.resize(whole / 2);
        const auto subject = subjectOf(jpeg);
        QCOMPARE(reasonFor(subject, manyTiles()), std::string("verdict.incomplete"));
        const auto clue = inference::reasonToAbstain(subject, manyTiles(), {});
        QVERIFY(clue->text.find(" % of the picture is missing") != std::string::npos);
        QVERIFY(clue->evidence.at("missing") > 25);
    }
};

QTEST_GUILESS_MAIN(AbstentionTest)
#include "abstention_test.moc"
