// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_info.h"
#include "core/model/detector/tile_classifier.h"
#include "core/model/detector/tile_classifier_fit.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <random>

using namespace core;

namespace {

const std::map<std::string, std::string> kReference = {{"reference_low", "-2"},
                                                       {"reference_high", "1"}};

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

} // namespace

class TileClassifierTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void upsamplingIsLearnedFromExamples() {
        std::vector<image::Image> tiles;
        std::vector<model::TrainingPicture> pictures;
        for (unsigned i = 0; i < 40; ++i)
            tiles.push_back(noiseTile(i % 2 == 1, i));
        for (unsigned i = 0; i < 40; ++i)
            pictures.push_back({{tiles[i].view()}, i % 2 == 1, 1});
        model::TileFitOptions options;
        options.steps = 40;
        options.tilesPerStep = 16;
        options.crop = 64;
        const auto fitted = model::fitTileClassifier(pictures, options, file(), kReference);
        QVERIFY2(fitted.has_value(), fitted ? "" : fitted.error().message.c_str());
        const auto classifier = model::TileClassifier::load(file());
        QVERIFY2(classifier.has_value(), classifier ? "" : classifier.error().message.c_str());
        QCOMPARE(classifier->referenceHigh(), 1.0);
        const auto camera = classifier->score(noiseTile(false, 900).view(), 4);
        const auto generated = classifier->score(noiseTile(true, 901).view(), 4);
        QVERIFY(camera && generated);
        QVERIFY2(generated->logOdds[0] > camera->logOdds[0] + 1,
                 qPrintable(QString::number(generated->logOdds[0] - camera->logOdds[0])));
    }

    void threadsDoNotChangeTheScores() {
        const auto classifier = anyClassifier();
        const auto picture = tests::noisyScene(900, 700, 7);
        model::useThreads(1);
        const auto one = classifier.score(picture.view(), 96);
        model::useThreads(2);
        const auto two = classifier.score(picture.view(), 96);
        QVERIFY(one && two);
        QVERIFY(!one->logOdds.empty());
        QVERIFY(one->logOdds == two->logOdds);
        QVERIFY(std::ranges::all_of(one->logOdds, [](float v) { return v >= -8 && v <= 8; }));
    }

    void smallPicturesHaveNoScores() {
        const auto classifier = anyClassifier();
        QVERIFY(classifier.score(tests::noisyScene(120, 400, 1).view(), 96)->tiles.empty());
        QVERIFY(classifier.score({}, 96)->tiles.empty());
    }

    void cancelledIsAnError() {
        const auto classifier = anyClassifier();
        std::stop_source stop;
        stop.request_stop();
        const auto scores =
            classifier.score(tests::noisyScene(700, 500, 2).view(), 96, stop.get_token());
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

    void oneClassAloneIsRefused() {
        const auto tile = noiseTile(false, 1);
        const auto fitted = model::fitTileClassifier({{{tile.view()}, false, 1}}, {}, file(), {});
        QVERIFY(!fitted);
        QCOMPARE(fitted.error().code, ErrorCode::InvalidArgument);
    }

  private:
    model::TileClassifier anyClassifier() const {
        const auto camera = noiseTile(false, 1);
        const auto generated = noiseTile(true, 2);
        model::TileFitOptions options;
        options.steps = 2;
        options.tilesPerStep = 4;
        options.crop = 64;
        const auto fitted =
            model::fitTileClassifier({{{camera.view()}, false, 1}, {{generated.view()}, true, 1}},
                                     options, file(), kReference);
        auto classifier = model::TileClassifier::load(file());
        if (!fitted || !classifier)
            qFatal("no classifier");
        return std::move(*classifier);
    }

    std::filesystem::path file() const {
        return std::filesystem::path(m_folder.path().toStdString()) / "classifier.safetensors";
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TileClassifierTest)
#include "tile_classifier_test.moc"
