// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/stated_verdict.h"

#include <QTest>

#include <algorithm>

using namespace core::examination;
using core::inference::applyStatedOrigin;

namespace {

Examination judged(Verdict verdict, double pFake) {
    Examination examination;
    examination.verdict = verdict;
    examination.pFake = pFake;
    examination.thresholds = {0.3, 0.7};
    return examination;
}

StatedOrigin origin(Basis basis, Direction direction, OriginExtent extent) {
    return {basis, direction, extent, "ComfyUI", "PNG text: prompt"};
}

bool hasClue(const Examination& examination, std::string_view id) {
    return std::ranges::any_of(examination.clues,
                               [id](const Clue& clue) { return clue.templateId == id; });
}

} // namespace

class StatedVerdictTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void withoutAStatementNothingChanges() {
        const Examination before = judged(Verdict::Real, 0.1);
        Examination examination = before;
        applyStatedOrigin(examination);
        QVERIFY(examination.sameRecordAs(before));
    }

    void aStatementDecidesAndTheProbabilityStays() {
        Examination examination = judged(Verdict::Inconclusive, 0.43);
        examination.inconclusiveReason = "Too small.";
        examination.provenance.origin = origin(Basis::File, Direction::Fake, OriginExtent::Whole);
        applyStatedOrigin(examination);
        QVERIFY(examination.verdict == Verdict::Fake);
        QVERIFY(examination.verdictBasis == Basis::File);
        QCOMPARE(examination.pFake, 0.43);
        QCOMPARE(examination.inconclusiveReason, std::string("Too small."));
        QVERIFY(examination.manner.at(Manner::AiGenerated) > 0.5);
        QVERIFY(examination.clues.empty());
    }

    void pixelsAndFormNoLongerCarryIt() {
        Examination examination = judged(Verdict::Fake, 0.6);
        Clue clue;
        clue.templateId = "verdict.pixels_and_form";
        examination.clues = {clue};
        applyStatedOrigin(examination);
        QVERIFY(hasClue(examination, "verdict.pixels_and_form"));
        examination.provenance.origin = origin(Basis::File, Direction::Fake, OriginExtent::Whole);
        applyStatedOrigin(examination);
        QVERIFY(!hasClue(examination, "verdict.pixels_and_form"));
    }

    void aPartIsNotCalledGenerated() {
        Examination examination = judged(Verdict::Inconclusive, 0.5);
        examination.provenance.origin = origin(Basis::File, Direction::Fake, OriginExtent::Part);
        applyStatedOrigin(examination);
        QVERIFY(examination.verdict == Verdict::Fake);
        QVERIFY(!examination.manner.contains(Manner::AiGenerated));
        QVERIFY(examination.manner.at(Manner::Inpainting) > 0.5);
    }

    void contradictionsAreSaid() {
        Examination examination = judged(Verdict::Real, 0.1);
        examination.clues.push_back({});
        examination.clues.back().templateId = "verdict.not_local";
        examination.provenance.origin =
            origin(Basis::Watermark, Direction::Fake, OriginExtent::Whole);
        applyStatedOrigin(examination);
        QVERIFY(examination.verdict == Verdict::Fake);
        QVERIFY(hasClue(examination, "origin.photograph_against_statement"));
        QVERIFY(!hasClue(examination, "verdict.not_local"));
        QVERIFY(examination.clues[0].text.find("10 %") != std::string::npos);
    }

    void aSignedCaptureSpeaksForAPhotograph() {
        Examination examination = judged(Verdict::Fake, 0.9);
        examination.provenance.origin =
            origin(Basis::Credentials, Direction::Real, OriginExtent::Whole);
        applyStatedOrigin(examination);
        QVERIFY(examination.verdict == Verdict::Real);
        QVERIFY(examination.verdictBasis == Basis::Credentials);
        QVERIFY(hasClue(examination, "origin.fake_against_statement"));
    }
};

QTEST_APPLESS_MAIN(StatedVerdictTest)
#include "stated_verdict_test.moc"
