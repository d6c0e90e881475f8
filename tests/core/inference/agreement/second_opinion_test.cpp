// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/agreement/second_opinion.h"

#include "tests/support/picture_maker.h"

#include <QtTest>

#include <algorithm>

using namespace core;
using namespace core::inference;
using namespace core::examination;

namespace {

/// Noise everywhere but in the left half, which is much calmer.
image::Image calmLeft() {
    constexpr int kSide = 240;
    image::ByteBuffer bytes;
    std::uint32_t state = 5;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            state = state * 1664525U + 1013904223U;
            const int noise = static_cast<int>(state >> 24U) % 41 - 20;
            const int value = 128 + (x < kSide / 2 ? noise / 8 : noise);
            bytes.insert(bytes.end(), 3, static_cast<std::uint8_t>(value));
        }
    return tests::pictureOf(kSide, kSide, std::move(bytes));
}

Examination spokenAs(Verdict verdict, double pFake, const char* sentence, const Rect& region) {
    Examination examination;
    examination.verdict = verdict;
    examination.pFake = pFake;
    examination.thresholds = {0.5, 0.5};
    examination.answer = sentence;
    Clue clue;
    clue.text = sentence;
    clue.source = ClueSource::Model;
    clue.direction = Direction::Fake;
    clue.strength = 0.8;
    if (!region.isEmpty())
        clue.regions = {{region, {}, 0.5}};
    examination.clues = {clue};
    return examination;
}

Examination measuredAs(Verdict verdict, double pFake) {
    Examination examination;
    examination.engine.name = "embedded";
    examination.verdict = verdict;
    examination.pFake = pFake;
    Measurement noise;
    noise.analyzer = "noise_residual";
    noise.applies = true;
    auto map = std::make_shared<HeatMap>();
    map->columns = map->rows = 8;
    map->values.assign(64, 0.1F);
    noise.map = map;
    examination.measurements = {noise};
    return examination;
}

const Clue& modelClue(const Examination& examination) {
    return *std::ranges::find(examination.clues, ClueSource::Model, &Clue::source);
}

constexpr Rect kLeft{10, 40, 90, 120};
constexpr Rect kRight{130, 40, 90, 120};

} // namespace

class SecondOpinionTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void smoothPlacesAgreeWithSentencesAboutThem() {
        const auto joinedOne =
            joined(spokenAs(Verdict::Fake, 0.9, "The skin is too smooth here.", kLeft),
                   measuredAs(Verdict::Inconclusive, 0.5), calmLeft());
        const Clue& clue = modelClue(joinedOne);
        QCOMPARE(clue.agreement, Agreement::Agrees);
        QCOMPARE(clue.strength, 0.8);
        const auto noise = std::ranges::find(clue.measured, std::string("noise_level"),
                                             &PlaceMeasurement::quantity);
        QVERIFY(noise != clue.measured.end());
        QVERIFY2(noise->ratio > 0 && noise->ratio < 0.6, qPrintable(QString::number(noise->ratio)));
        QVERIFY(!hasConflict(joinedOne));
    }

    void aPlaceWithoutAnyNoiseIsSmooth() {
        image::ByteBuffer bytes = *calmLeft().bytes();
        for (int y = 0; y < 240; ++y)
            std::fill_n(bytes.begin() + y * 240 * 3, 120 * 3, std::uint8_t{128});
        const auto examination = joined(
            spokenAs(Verdict::Fake, 0.9, "The skin is too smooth here.", kLeft),
            measuredAs(Verdict::Inconclusive, 0.5), tests::pictureOf(240, 240, std::move(bytes)));
        QCOMPARE(modelClue(examination).agreement, Agreement::Agrees);
    }

    void roughPlacesContradictThem() {
        const auto examination =
            joined(spokenAs(Verdict::Fake, 0.9, "The skin is too smooth here.", kRight),
                   measuredAs(Verdict::Inconclusive, 0.5), calmLeft());
        QCOMPARE(modelClue(examination).agreement, Agreement::Conflicts);
        QCOMPARE(modelClue(examination).strength, 0.4);
        QVERIFY(hasConflict(examination));
        QCOMPARE(examination.pFake, 0.9);
    }

    void findingsInTheSamePlaceAgree() {
        auto measured = measuredAs(Verdict::Inconclusive, 0.5);
        Clue finding;
        finding.templateId = "noise_residual.quieter_region";
        finding.text = "Quieter.";
        finding.direction = Direction::Fake;
        finding.strength = 0.5;
        finding.regions = {{{20, 50, 60, 60}, {}, 0.9}};
        measured.clues = {finding};
        auto spoken = spokenAs(Verdict::Fake, 0.9, "The hand has six fingers.", kLeft);
        QCOMPARE(modelClue(joined(spoken, measured, calmLeft())).agreement, Agreement::Agrees);
        spoken.clues[0].direction = Direction::Real;
        QCOMPARE(modelClue(joined(spoken, measured, calmLeft())).agreement, Agreement::Conflicts);
        spoken.clues[0].regions = {{kRight, {}, 1}};
        QCOMPARE(modelClue(joined(spoken, measured, calmLeft())).agreement, Agreement::Neither);
        spoken.clues[0].regions.clear();
        QCOMPARE(modelClue(joined(spoken, measured, calmLeft())).agreement, Agreement::NotMeasured);
    }

    void contradictingVerdictsLowerTheConfidence() {
        const auto examination =
            joined(spokenAs(Verdict::Fake, 0.9, "The hand has six fingers.", {}),
                   measuredAs(Verdict::Real, 0.1), calmLeft());
        QVERIFY(examination.secondOpinion.has_value());
        QVERIFY(examination.secondOpinion->isConflict);
        QCOMPARE(examination.secondOpinion->pFakeAlone, 0.9);
        QCOMPARE(examination.pFake, 0.7);
        QCOMPARE(examination.clues.front().templateId, std::string("engines.model_says_fake"));
        QVERIFY(hasConflict(examination));
    }

    void likeVerdictsChangeNothing() {
        const auto examination =
            joined(spokenAs(Verdict::Fake, 0.9, "The hand has six fingers.", {}),
                   measuredAs(Verdict::Fake, 0.95), calmLeft());
        QVERIFY(!examination.secondOpinion->isConflict);
        QCOMPARE(examination.pFake, 0.9);
        QCOMPARE(examination.clues.size(), std::size_t{1});
        QCOMPARE(examination.measurements.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(SecondOpinionTest)
#include "second_opinion_test.moc"
