// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/source_folds.h"
#include "core/training/tile_batches.h"
#include "tests/support/picture_maker.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::training;

namespace {

/// Sources of different folds, see source_folds.
constexpr const char* kCamera = "EliSchwartz/imagenet-sample-images";
constexpr const char* kGallery = "freestylefly/awesome-gpt-image-2";

} // namespace

class TileBatchesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        TileStoreWriter pool(file("pool"), kPoolSide);
        add(pool, "a.png", kCamera, false, pixels(10, 2));
        add(pool, "b.png", "jbhuang0604/SelfExSR", false, pixels(20, 2));
        add(pool, "c.png", kGallery, true, pixels(30, 2));
        add(pool, "d.png", "songguoxs/gpt4o-image-prompts", true, pixels(40, 2));
        QVERIFY(pool.isGood());
        TileStoreWriter twins(file("twins"), kPoolSide);
        twins.append({{"file", "a.png"}, {"reduction", 0}, {"tile", 1}, {"decoder", "none"}},
                     pixels(50, 1));
        QVERIFY(twins.isGood());
    }

    void aBatchHoldsBothClassesAndChangedParts() {
        const auto pool = TilePool::read(file("pool"));
        QVERIFY(pool);
        const auto twins = Twins::read(file("twins"), *pool);
        QVERIFY(twins);
        const TileBatches batches(*pool, *twins, kNone, options());
        QVERIFY(batches.hasBothClasses());
        const auto batch = batches.batch(7);
        QCOMPARE(batch.whole.isGenerated, std::vector<float>({0, 1, 0, 1, 0, 1, 0, 1}));
        QCOMPARE(batch.whole.bgr.size(), std::size_t{8} * 96 * 96 * 3);
        QCOMPARE(batch.changed.bgr.size(), std::size_t{6} * 128 * 128 * 3);
        QCOMPARE(batch.changed.changedShare.size(), std::size_t{6} * 8 * 8);
        float most = 0;
        for (const float share : batch.changed.changedShare) {
            QVERIFY(share >= 0 && share <= 1);
            most = std::max(most, share);
        }
        QVERIFY(most > 0.5F);
    }

    void photographsLookLikeTheGeneratedTilesBesideThem() {
        {
            TileStoreWriter writer(file("tones"), kPoolSide);
            // Either class has a dark and a bright picture.
            add(writer, "dark.png", kCamera, false, flat(50));
            add(writer, "bright.png", kCamera, false, flat(200));
            add(writer, "dark_too.png", kGallery, true, flat(55));
            add(writer, "bright_too.png", kGallery, true, flat(195));
            QVERIFY(writer.isGood());
        }
        const auto pool = TilePool::read(file("tones"));
        QVERIFY(pool);
        const Twins none{{}, std::move(TilePool::read(file("tones"))->tiles)};
        BatchOptions options;
        options.pairs = 60;
        options.changed = 0;
        const auto batch = TileBatches(*pool, none, kNone, options).batch(1).whole;
        const std::size_t bytes = batch.bgr.size() / batch.isGenerated.size();
        int alike = 0;
        for (std::size_t i = 0; i < batch.isGenerated.size(); i += 2)
            alike += std::abs(meanOf(batch.bgr, i * bytes, bytes) -
                              meanOf(batch.bgr, (i + 1) * bytes, bytes)) < 60
                         ? 1
                         : 0;
        // Drawn blindly it would be half of them; a few are rendered or have shapes over them.
        QVERIFY2(alike >= 45, qPrintable(QString::number(alike)));
    }

    void bothTilesOfAPairHaveOneHistory() {
        {
            TileStoreWriter writer(file("equal"), kPoolSide);
            add(writer, "photograph.png", kCamera, false, pixels(60, 1));
            add(writer, "generated.png", kGallery, true, pixels(60, 1));
            QVERIFY(writer.isGood());
        }
        const auto pool = TilePool::read(file("equal"));
        QVERIFY(pool);
        const Twins none{{}, std::move(TilePool::read(file("equal"))->tiles)};
        BatchOptions options;
        options.pairs = 60;
        options.changed = 0;
        const auto batch = TileBatches(*pool, none, kNone, options).batch(1).whole;
        const auto bytes = static_cast<std::ptrdiff_t>(batch.bgr.size() / batch.isGenerated.size());
        int equal = 0;
        for (auto pair = batch.bgr.begin(); pair != batch.bgr.end(); pair += 2 * bytes)
            equal += std::equal(pair, pair + bytes, pair + bytes) ? 1 : 0;
        // Some are rendered or have shapes over them; with a history each hardly any would be.
        QVERIFY2(equal >= 36, qPrintable(QString::number(equal)));
    }

    void aStepIsTheSameWheneverItIsDrawn() {
        const auto pool = TilePool::read(file("pool"));
        const auto twins = Twins::read(file("twins"), *pool);
        const TileBatches batches(*pool, *twins, kNone, options());
        const auto first = batches.batch(3);
        (void)batches.batch(4);
        const auto again = batches.batch(3);
        QVERIFY(first.whole.bgr == again.whole.bgr);
        QVERIFY(first.changed.bgr == again.changed.bgr);
        QVERIFY(first.whole.bgr != batches.batch(4).whole.bgr);
    }

    void aFoldThatIsLeftOutIsNeverDrawn() {
        const auto pool = TilePool::read(file("pool"));
        const auto twins = Twins::read(file("twins"), *pool);
        const int fold = foldOf(kGallery);
        QVERIFY(foldOf(kCamera) != fold);
        // Without the other gallery, which is of another fold, nothing generated is left.
        TilePool rest{{}, std::move(TilePool::read(file("pool"))->tiles)};
        for (const PoolRow& row : pool->rows) {
            if (!row.isGenerated || row.source == kGallery)
                rest.rows.push_back(row);
        }
        const auto restTwins = Twins::read(file("twins"), rest);
        QVERIFY(restTwins);
        QVERIFY(TileBatches(rest, *restTwins, kNone, options()).hasBothClasses());
        QVERIFY(!TileBatches(rest, *restTwins, fold, options()).hasBothClasses());
    }

    void twinsOfAnotherPoolAreRefused() {
        const auto pool = TilePool::read(file("pool"));
        TilePool other{{}, std::move(TilePool::read(file("pool"))->tiles)};
        other.rows = {pool->rows.back()};
        const auto twins = Twins::read(file("twins"), other);
        QVERIFY(!twins);
        QCOMPARE(twins.error().code, ErrorCode::InvalidJson);
    }

  private:
    static constexpr int kNone = kNoFold;

    static BatchOptions options() {
        BatchOptions options;
        options.pairs = 4;
        options.changed = 6;
        options.changedCrop = 128;
        return options;
    }
    static image::ByteBuffer flat(std::uint8_t value) {
        return image::ByteBuffer(static_cast<std::size_t>(kPoolSide) * kPoolSide * 3, value);
    }
    static double meanOf(const std::vector<std::uint8_t>& bytes, std::size_t from,
                         std::size_t count) {
        double sum = 0;
        for (std::size_t i = from; i < from + count; ++i)
            sum += bytes[i];
        return sum / static_cast<double>(count);
    }
    static image::ByteBuffer pixels(unsigned seed, int count) {
        image::ByteBuffer bytes;
        for (int i = 0; i < count; ++i) {
            const auto picture =
                tests::noisyScene(kPoolSide, kPoolSide, seed + static_cast<unsigned>(i));
            appendTile(picture.view(), 0, 0, kPoolSide, bytes);
        }
        return bytes;
    }
    static void add(TileStoreWriter& pool, const char* name, const char* source, bool isGenerated,
                    const image::ByteBuffer& tiles) {
        pool.append({{"file", name},
                     {"source", source},
                     {"look", "photo"},
                     {"generated", isGenerated},
                     {"png", true},
                     {"reduction", 0}},
                    tiles);
    }
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TileBatchesTest)
#include "tile_batches_test.moc"
