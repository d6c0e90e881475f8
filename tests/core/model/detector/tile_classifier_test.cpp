// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_info.h"
#include "core/model/detector/tile_classifier.h"
#include "core/model/detector/tile_classifier_fit.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <stdexcept>

using namespace core;

namespace {

const std::map<std::string, std::string> kReference = {{"reference_low", "-2"},
                                                       {"reference_high", "1"},
                                                       {"generated_reference_low", "-1"},
                                                       {"tile_reference_high", "1.5"},
                                                       {"foreign_reference_high", "0.5"}};
constexpr model::TileLimits kLimits{96, 24};
constexpr int kCrop = 64;

/// A gray tile of noise; a "generated" one repeats each value over 2 x 2 pixels, as up-sampling
/// does.
image::Image noiseTile(bool isUpsampled, unsigned seed) {
    std::mt19937 random(seed);
    image::ByteBuffer bgr(128 * 128 * 3);
    for (int y = 0; y < 128; ++y) {
        for (int x = 0; x < 128; ++x) {
            const auto drawn = static_cast<std::uint8_t>(96 + random() % 64);
            const std::size_t at = static_cast<std::size_t>(y * 128 + x) * 3;
            const std::size_t corner = static_cast<std::size_t>((y & ~1) * 128 + (x & ~1)) * 3;
            for (std::size_t c = 0; c < 3; ++c)
                bgr[at + c] = isUpsampled && at != corner ? bgr[corner + c] : drawn;
        }
    }
    return tests::pictureOf(128, 128, std::move(bgr));
}

void append(const image::Image& picture, std::vector<std::uint8_t>& bgr) {
    const PixelView view = picture.view();
    for (int y = 0; y < kCrop; ++y) {
        const std::uint8_t* row = view.data + y * view.bytesPerRow;
        bgr.insert(bgr.end(), row, row + std::ptrdiff_t{3} * kCrop);
    }
}

/// Camera and "generated" noise by turns, and camera noise with an up-sampled lower half.
model::TrainingBatch batchOf(int step) {
    model::TrainingBatch batch;
    batch.whole.side = kCrop;
    batch.changed.side = kCrop;
    const auto seed = static_cast<unsigned>(step) * 100;
    for (unsigned i = 0; i < 16; ++i) {
        append(noiseTile(i % 2 == 1, seed + i), batch.whole.bgr);
        batch.whole.isGenerated.push_back(static_cast<float>(i % 2));
    }
    constexpr std::size_t kHalf = std::size_t{3} * kCrop * kCrop / 2;
    for (unsigned i = 0; i < 4; ++i) {
        std::vector<std::uint8_t> camera;
        std::vector<std::uint8_t> generated;
        append(noiseTile(false, seed + 50 + i), camera);
        append(noiseTile(true, seed + 60 + i), generated);
        std::copy(generated.begin() + kHalf, generated.end(), camera.begin() + kHalf);
        batch.changed.bgr.insert(batch.changed.bgr.end(), camera.begin(), camera.end());
        batch.changed.changedShare.insert(batch.changed.changedShare.end(), 8, 0.0F);
        batch.changed.changedShare.insert(batch.changed.changedShare.end(), 8, 1.0F);
    }
    return batch;
}

} // namespace

class TileClassifierTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void upsamplingIsLearnedFromExamples() {
        const auto classifier = fitted(file(), 40);
        QCOMPARE(classifier.referenceHigh(), 1.0);
        QCOMPARE(classifier.tileReferenceHigh(), 1.5);
        QCOMPARE(classifier.foreignReferenceHigh(), 0.5);
        const auto camera = classifier.score(noiseTile(false, 90000).view(), kLimits);
        const auto generated = classifier.score(noiseTile(true, 90001).view(), kLimits);
        QVERIFY(camera && generated);
        QVERIFY2(generated->logOdds[0] > camera->logOdds[0] + 1,
                 qPrintable(QString::number(generated->logOdds[0] - camera->logOdds[0])));
        QCOMPARE(camera->foreign.size(), std::size_t{64});
    }

    void halfTheScaleIsScoredToo() {
        const auto classifier = anyClassifier();
        const auto picture = tests::noisyScene(900, 700, 7);
        const auto scores = classifier.score(picture.view(), kLimits);
        QVERIFY(scores);
        QVERIFY(!scores->halfLogOdds.empty());
        QVERIFY(scores->halfLogOdds.size() < scores->logOdds.size());
        QCOMPARE(scores->foreign.size(), scores->tiles.size() * 64);
        // Below twice a tile there is nothing at half the scale.
        QVERIFY(
            classifier.score(tests::noisyScene(250, 400, 1).view(), kLimits)->halfLogOdds.empty());
    }

    void smallPicturesAreScoredBetweenTheTilesToo() {
        const auto classifier = anyClassifier();
        const auto small = classifier.score(tests::noisyScene(500, 375, 7).view(), {});
        const auto large = classifier.score(tests::noisyScene(1024, 1024, 7).view(), {});
        QVERIFY(small && large);
        QVERIFY(small->betweenLogOdds.size() > small->logOdds.size());
        QCOMPARE(small->allLogOdds().size(), small->logOdds.size() + small->betweenLogOdds.size());
        QVERIFY(small->halfLogOdds.size() >= 8);
        QCOMPARE(small->foreign.size(), small->tiles.size() * 64);
        QVERIFY(large->betweenLogOdds.empty());
    }

    void aStoppedRunGoesOn() {
        const auto whole = file().parent_path() / "whole.safetensors";
        const auto parts = file().parent_path() / "parts.safetensors";
        QVERIFY(model::fitTileClassifier(batchOf, options(6), whole, kReference));
        // A run that breaks down after its state was saved.
        const auto breaking = [](int step) {
            if (step > 4)
                throw std::runtime_error("stopped");
            return batchOf(step);
        };
        QVERIFY(!model::fitTileClassifier(breaking, options(6), parts, kReference));
        QVERIFY(!std::filesystem::exists(parts));
        int first = 6;
        const auto counted = [&first](int step) {
            if (step > 0)
                first = std::min(first, step);
            return batchOf(step);
        };
        auto once = options(6);
        once.threads = 1;
        QVERIFY(model::fitTileClassifier(counted, once, parts, kReference));
        QCOMPARE(first, 4);
        const auto tile = noiseTile(true, 90001);
        const auto a = model::TileClassifier::load(whole)->score(tile.view(), kLimits);
        const auto b = model::TileClassifier::load(parts)->score(tile.view(), kLimits);
        QVERIFY2(std::abs(a->logOdds[0] - b->logOdds[0]) < 1e-3,
                 qPrintable(QString("%1 %2").arg(a->logOdds[0]).arg(b->logOdds[0])));
    }

    void aFitBeginsWithAnotherClassifier() {
        const auto before = file().parent_path() / "before.safetensors";
        const auto tile = noiseTile(true, 90001);
        const auto first = fitted(before, 40).score(tile.view(), kLimits);
        // The first step of the warm-up changes next to nothing.
        auto further = options(1);
        further.start = before;
        QVERIFY(model::fitTileClassifier(batchOf, further, file(), kReference));
        const auto second = model::TileClassifier::load(file())->score(tile.view(), kLimits);
        QVERIFY(first && second);
        QVERIFY2(std::abs(first->logOdds[0] - second->logOdds[0]) < 0.5,
                 qPrintable(QString("%1 %2").arg(first->logOdds[0]).arg(second->logOdds[0])));
        const auto fromNothing = fitted(file(), 1).score(tile.view(), kLimits);
        QVERIFY(std::abs(first->logOdds[0] - fromNothing->logOdds[0]) > 0.5);
    }

    void aMissingStartIsRefused() {
        auto further = options(1);
        further.start = file().parent_path() / "gone.safetensors";
        const auto fitted = model::fitTileClassifier(batchOf, further, file(), kReference);
        QVERIFY(!fitted);
        QCOMPARE(fitted.error().code, ErrorCode::FileNotFound);
    }

    void threadsDoNotChangeTheScores() {
        const auto classifier = anyClassifier();
        // Of many tiles, and of so few that one thread could have all.
        for (const int side : {900, 400}) {
            const auto picture = tests::noisyScene(side, side - 200, 7);
            model::useThreads(1);
            const auto one = classifier.score(picture.view(), kLimits);
            model::useThreads(2);
            const auto two = classifier.score(picture.view(), kLimits);
            QVERIFY(one && two);
            QVERIFY(!one->logOdds.empty());
            QVERIFY(one->logOdds == two->logOdds);
            QVERIFY(one->betweenLogOdds == two->betweenLogOdds);
            QVERIFY(one->halfLogOdds == two->halfLogOdds);
            QVERIFY(one->foreign == two->foreign);
            QVERIFY(one->foreignOnMap == two->foreignOnMap);
            QVERIFY(std::ranges::all_of(one->logOdds, [](float v) { return v >= -8 && v <= 8; }));
        }
    }

    void smallPicturesHaveNoScores() {
        const auto classifier = anyClassifier();
        QVERIFY(classifier.score(tests::noisyScene(120, 400, 1).view(), kLimits)->tiles.empty());
        QVERIFY(classifier.score({}, kLimits)->tiles.empty());
    }

    void cancelledIsAnError() {
        const auto classifier = anyClassifier();
        std::stop_source stop;
        stop.request_stop();
        const auto scores =
            classifier.score(tests::noisyScene(700, 500, 2).view(), kLimits, stop.get_token());
        QVERIFY(!scores);
        QCOMPARE(scores.error().code, ErrorCode::Cancelled);
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

    void aDeviceThatIsNotThereIsRefused() {
        auto elsewhere = options(1);
        elsewhere.device = "abacus";
        const auto fitted = model::fitTileClassifier(batchOf, elsewhere, file(), kReference);
        QVERIFY(!fitted);
        QCOMPARE(fitted.error().code, ErrorCode::InvalidArgument);
    }

    void anEmptyBatchIsRefused() {
        const auto fitted = model::fitTileClassifier([](int) { return model::TrainingBatch{}; }, {},
                                                     file(), kReference);
        QVERIFY(!fitted);
        QCOMPARE(fitted.error().code, ErrorCode::InvalidArgument);
    }

  private:
    static model::TileFitOptions options(int steps) {
        model::TileFitOptions options;
        options.steps = steps;
        options.saveEvery = 2;
        return options;
    }
    static model::TileClassifier fitted(const std::filesystem::path& file, int steps) {
        const auto done = model::fitTileClassifier(batchOf, options(steps), file, kReference);
        auto classifier = model::TileClassifier::load(file);
        if (!done || !classifier)
            qFatal("no classifier");
        return std::move(*classifier);
    }
    model::TileClassifier anyClassifier() const { return fitted(file(), 2); }

    std::filesystem::path file() const {
        return std::filesystem::path(m_folder.path().toStdString()) / "classifier.safetensors";
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TileClassifierTest)
#include "tile_classifier_test.moc"
