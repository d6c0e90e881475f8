// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_report.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace core::evaluation;
using core::examination::Verdict;

namespace {

EvaluationRecord record(const std::string& source, bool isFake, double pFake, Verdict verdict) {
    EvaluationRecord made;
    made.name = source + std::to_string(pFake);
    made.condition = "as_is";
    made.source = source;
    made.generator = isFake ? "painter" : "camera";
    made.look = "photo";
    made.isFake = isFake;
    made.pFake = pFake;
    made.verdict = verdict;
    return made;
}

/// Two photographs (one accused) and three fakes (found, missed, no verdict).
std::vector<EvaluationRecord> five() {
    return {record("a", false, 0.1, Verdict::Real), record("a", false, 0.9, Verdict::Fake),
            record("b", true, 0.95, Verdict::Fake), record("b", true, 0.05, Verdict::Real),
            record("b", true, 0.5, Verdict::Inconclusive)};
}

} // namespace

class EvaluationReportTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void countsAreThoseOfTheHand() {
        const auto report = reportOn(five(), "test");
        const GroupScores& scores = report.byCondition.at("as_is");
        QCOMPARE(scores.pictures, 5);
        QCOMPARE(scores.accused.events, 1);
        QCOMPARE(scores.accused.trials, 2);
        QCOMPARE(scores.found.events, 1);
        QCOMPARE(scores.missed.events, 1);
        QCOMPARE(scores.abstained.events, 1);
        QCOMPARE(scores.accuracy->value, 0.5);
        // Of six pairs 0.95 wins two, 0.5 one.
        QCOMPARE(scores.auc->value, 0.5);
        QCOMPARE(scores.f1Fake, 2.0 / 5); // 1 hit, 1 false alarm, 2 misses
        QCOMPARE(scores.f1Real, 0.5);     // 1 hit, 1 false alarm, 1 miss
        QVERIFY(!scores.placeF1 && !scores.strict && !scores.rougeL);
    }

    void failedPicturesCountApart() {
        auto records = five();
        records.push_back(record("c", true, 0.9, Verdict::Fake));
        records.back().error = "not readable";
        const auto report = reportOn(records, "test");
        const GroupScores& scores = report.byCondition.at("as_is");
        QCOMPARE(scores.failed, 1);
        QCOMPARE(scores.pictures, 5);
    }

    void generatorsAreMeasuredAgainstAllPhotographs() {
        const auto report = reportOn(five(), "test");
        const auto& generators = report.groups.at("generator");
        QCOMPARE(generators.size(), std::size_t{1});
        QCOMPARE(generators.at("painter").pictures, 5);
        QCOMPARE(report.groups.at("source").at("a").pictures, 2);
        QVERIFY(!report.groups.at("source").at("a").auc);
    }

    void answersAreReadByBothRules() {
        auto records = five();
        for (auto& each : records)
            each.answer = "This picture looks unrealistic. It is fake.";
        const auto report = reportOn(records, "test");
        const GroupScores& scores = report.byCondition.at("as_is");
        QCOMPARE(scores.strict->right.events, 3);
        QCOMPARE(scores.strict->unreadable.events, 0);
        QCOMPARE(scores.published->right.events, 2); // "unrealistic" reads as real
    }

    void referencesAreComparedWord() {
        auto records = five();
        records[0].answer = "a b";
        records[0].reference = "a b";
        records[1].answer = "a b";
        records[1].reference = "b a";
        const auto report = reportOn(records, "test");
        QCOMPARE(*report.byCondition.at("as_is").rougeL, 0.75);
    }

    void recordsReadBack() {
        EvaluationRecord made = record("a", true, 0.25, Verdict::Real);
        made.answer = "Fake.";
        made.reference = "Real.";
        made.place = LocalizationScore{0.5, 0.25, 0.75};
        made.marked = LocalizationScore{0.25, 0.125, 0.25};
        made.isRefused = true;
        const auto line = toJsonLine(made);
        QVERIFY(line.find('\n') == std::string::npos);
        const auto read = recordFromJson(line);
        QVERIFY(read.has_value());
        QCOMPARE(toJsonLine(*read), line);
        QCOMPARE(read->place->bestF1, 0.75);
        QCOMPARE(read->marked->iou, 0.125);
        QVERIFY(!recordFromJson(line.substr(0, line.size() / 2)).has_value());
    }

    void jsonAndTextCarryTheFigures() {
        const auto report = reportOn(five(), "test");
        const auto json = nlohmann::json::parse(toJson(report));
        QCOMPARE(json["by_condition"]["as_is"]["real_called_fake"]["of"].get<int>(), 2);
        QCOMPARE(json["by_generator"]["painter"]["auc"]["value"].get<double>(), 0.5);
        QVERIFY(readableReport(report).find("50.0 % (1 of 2;") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(EvaluationReportTest)
#include "evaluation_report_test.moc"
