// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/residual_features.h"
#include "core/model/detector/tile_classifier.h"
#include "core/model/detector/tile_classifier_fit.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <random>

using namespace core;

namespace {

/// Tiles whose first statistic alone tells the class.
std::vector<std::vector<float>> tilesAround(float center, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<std::vector<float>> rows(8);
    for (auto& row : rows) {
        for (std::size_t i = 0; i < model::residualFeatureNames().size(); ++i)
            row.push_back(normal(random));
        row[0] += center;
    }
    return rows;
}

} // namespace

class TileClassifierTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void separableClassesAreLearnedAndTheFileReadsBack() {
        std::vector<std::vector<std::vector<float>>> rows;
        for (unsigned i = 0; i < 200; ++i)
            rows.push_back(tilesAround(i % 2 == 0 ? -2.0F : 2.0F, i));
        std::vector<model::TrainingTiles> pictures;
        for (std::size_t i = 0; i < rows.size(); ++i)
            pictures.push_back({&rows[i], i % 2 == 1, 1});
        model::TileFitOptions options;
        options.epochs = 120;
        QVERIFY(model::fitTileClassifier(pictures, options, file(), {}));
        const auto classifier = model::TileClassifier::load(file());
        QVERIFY2(classifier.has_value(), classifier ? "" : classifier.error().message.c_str());
        QVERIFY(meanOf(*classifier, tilesAround(-2, 900)) < -1);
        QVERIFY(meanOf(*classifier, tilesAround(2, 901)) > 1);
        QVERIFY(classifier->referenceLow() <= classifier->referenceHigh());
    }

    void missingFileSaysReinstall() {
        const auto loaded = model::TileClassifier::load(file().parent_path() / "gone.safetensors");
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::ModelMissing);
        QVERIFY(loaded.error().message.find("reinstall") != std::string::npos);
    }

    void damagedFileIsRefused() {
        const auto path = file().parent_path() / "damaged.safetensors";
        std::ofstream(path) << "not a safetensors file at all";
        const auto loaded = model::TileClassifier::load(path);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::ModelInvalid);
    }

  private:
    static double meanOf(const model::TileClassifier& classifier,
                         const std::vector<std::vector<float>>& rows) {
        const auto values = classifier.logOdds(rows);
        double sum = 0;
        for (const float value : *values)
            sum += value;
        return sum / static_cast<double>(values->size());
    }

    std::filesystem::path file() const {
        return std::filesystem::path(m_folder.path().toStdString()) / "classifier.safetensors";
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TileClassifierTest)
#include "tile_classifier_test.moc"
