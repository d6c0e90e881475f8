// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/evidence_fusion.h"
#include "core/training/fusion_fit.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <random>

using namespace core;
using namespace core::training;

namespace {

/// Pictures whose log-odds are 2 a - b by construction; a fifth of them have no b.
std::vector<FeatureRow> knownTable(int count) {
    std::mt19937 random(4);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    std::vector<FeatureRow> table(static_cast<std::size_t>(count));
    for (FeatureRow& row : table) {
        const double a = normal(random);
        const double b = normal(random);
        row.isGenerated = uniform(random) < 1 / (1 + std::exp(-(2 * a - b)));
        row.evidence["a"] = a;
        if (uniform(random) < 0.8)
            row.evidence["b"] = b;
    }
    return table;
}

std::vector<std::size_t> allRows(const std::vector<FeatureRow>& table) {
    std::vector<std::size_t> rows(table.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = i;
    return rows;
}

} // namespace

class FusionFitTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void weightsOfAKnownModelAreFound() {
        const auto table = knownTable(6000);
        const auto fusion = fitFusion(table, allRows(table), {{"a", "b"}, 0.1});
        QVERIFY(fusion.has_value());
        QVERIFY(std::abs(fusion->weight[0] / fusion->scale[0] - 2) < 0.2);
        QVERIFY(std::abs(fusion->weight[1] / fusion->scale[1] + 1) < 0.15);
    }

    void oneClassAloneIsRefused() {
        auto table = knownTable(50);
        for (FeatureRow& row : table)
            row.isGenerated = true;
        QVERIFY(!fitFusion(table, allRows(table), {{"a"}, 1}));
    }

    void writtenFusionAnswersAsTheFittedOne() {
        QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "fusion.json";
        const auto table = knownTable(500);
        const auto fitted = fitFusion(table, allRows(table), {{"a", "b"}, 1});
        QVERIFY(fitted && writeFusion(*fitted, {0.1, 0.9}, {}, "test", file));
        const auto loaded = model::EvidenceFusion::load(file);
        QVERIFY(loaded.has_value());
        for (const FeatureRow& row : table) {
            const auto fused = loaded->fuse(row.evidence);
            QVERIFY(std::abs(fused.logOdds - fitted->logOdds(row.evidence)) < 1e-9);
            QVERIFY(fused.pFake > 0 && fused.pFake < 1);
        }
        QCOMPARE(loaded->fakeAbove(), 0.9);
    }

    void sizeAndQualityWeaken() {
        QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "fusion.json";
        const auto table = knownTable(500);
        auto fitted = fitFusion(table, allRows(table), {{"a", "b"}, 1});
        QVERIFY(fitted.has_value());
        fitted->size = {1, 0.1};
        fitted->confidence = {{75, 0.5}};
        QVERIFY(writeFusion(*fitted, {0.1, 0.9}, {}, "test", file));
        const auto loaded = model::EvidenceFusion::load(file);
        QVERIFY(loaded.has_value());
        std::map<std::string, double> evidence = {{"a", 0.7}, {"b", 0.1}};
        const double alone = fitted->logOdds(evidence);
        evidence[model::kFileQuality] = 60;
        evidence[model::kMegapixels] = 0.25;
        const auto fused = loaded->fuse(evidence);
        QVERIFY(std::abs(fused.logOdds - 0.5 * 0.9 * alone) < 1e-9);
        QVERIFY(std::abs(fused.sizeConfidence - 0.9 / 1.1) < 1e-9);
    }

    void inputsBeyondTheClampAreNamed() {
        QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "fusion.json";
        const auto table = knownTable(500);
        const auto fitted = fitFusion(table, allRows(table), {{"a", "b"}, 1});
        QVERIFY(fitted && writeFusion(*fitted, {0.1, 0.9}, {}, "test", file));
        const auto loaded = model::EvidenceFusion::load(file);
        const auto at = [&](double deviations) {
            return std::map<std::string, double>{
                {"a", fitted->mean[0]}, {"b", fitted->mean[1] + deviations * fitted->scale[1]}};
        };
        QVERIFY(loaded->fuse(at(3.9)).outside.empty());
        QCOMPARE(loaded->fuse(at(-4.1)).outside, std::vector<std::string>{"b"});
    }

    void watchedInputsHaveNoWeight() {
        QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "fusion.json";
        const auto table = knownTable(500);
        const auto alone = fitFusion(table, allRows(table), {{"a"}, 1});
        const auto fitted = fitFusion(table, allRows(table), {{"a"}, 1, {"b"}});
        QVERIFY(alone && fitted && writeFusion(*fitted, {0.1, 0.9}, {}, "test", file));
        const auto loaded = model::EvidenceFusion::load(file);
        const double b = fitted->mean[1] + 5 * fitted->scale[1];
        const auto fused = loaded->fuse({{"a", 0.3}, {"b", b}});
        QVERIFY(std::abs(fused.logOdds - alone->logOdds({{"a", 0.3}})) < 1e-9);
        QCOMPARE(fused.outside, std::vector<std::string>{"b"});
        QVERIFY(std::abs(loaded->fuse({{"a", 0.3}}).logOdds - fused.logOdds) < 1e-9);
    }

    void missingOrDamagedFileIsAMessage() {
        QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "fusion.json";
        QCOMPARE(model::EvidenceFusion::load(file).error().code, ErrorCode::ModelMissing);
        std::ofstream(file) << "{\"version\": \"1\"";
        QCOMPARE(model::EvidenceFusion::load(file).error().code, ErrorCode::ModelInvalid);
    }
};

QTEST_GUILESS_MAIN(FusionFitTest)
#include "fusion_fit_test.moc"
