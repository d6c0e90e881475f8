// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/near_duplicates.h"
#include "core/image/perceptual_hash.h"
#include "core/image/safe_decoder.h"
#include "core/image/thumbnailer.h"
#include "tests/support/picture_maker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <random>

using namespace core::image;

class NearDuplicatesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sizeCompressionAndToneChangeFewBits() {
        for (unsigned seed = 1; seed <= 8; ++seed) {
            const Image scene = tests::noisyScene(640, 480, seed);
            const auto original = perceptualHash(scene);
            QVERIFY(original.has_value());
            QVERIFY(distance(original, perceptualHash(reduced(scene, 240))) <= kNearBits);
            QVERIFY(distance(original, perceptualHash(decoded(tests::jpegBytes(scene, 40)))) <=
                    kNearBits);
            ByteBuffer darker = *scene.bytes();
            for (auto& value : darker)
                value = static_cast<std::uint8_t>(value * 0.8);
            QVERIFY(distance(original, perceptualHash(tests::pictureOf(640, 480, darker))) <=
                    kNearBits);
            QVERIFY(distance(original, perceptualHash(tests::noisyScene(640, 480, seed + 100))) >
                    2 * kNearBits);
        }
    }

    void picturesWithoutContentHaveNoHash() {
        QVERIFY(!perceptualHash(tests::flatPicture(64, 64, {10, 200, 30})));
        QVERIFY(!perceptualHash(Image()));
    }

    void everybodyIsNearTheFirstOfTheirGroup() {
        std::mt19937_64 random(7);
        std::vector<std::optional<std::uint64_t>> hashes;
        for (int i = 0; i < 400; ++i) {
            const std::uint64_t hash = random();
            hashes.emplace_back(hash);
            for (int changes : {0, 3, 6})
                hashes.emplace_back(withBitsChanged(hash, changes, random));
        }
        hashes.emplace_back(std::nullopt);
        hashes.emplace_back(std::nullopt);
        const auto groups = nearDuplicates(hashes);
        for (std::size_t i = 0; i < 1600; ++i)
            QCOMPARE(groups[i], i / 4 * 4);
        QVERIFY(groups[1600] == 1600 && groups[1601] == 1601);
    }

    void groupsDoNotGrowAlongChains() {
        std::vector<std::optional<std::uint64_t>> hashes;
        for (unsigned bits = 0; bits <= 15; bits += 5)
            hashes.emplace_back((std::uint64_t{1} << bits) - 1); // each 5 bits from the one before
        const auto groups = nearDuplicates(hashes);
        for (std::size_t i = 0; i < groups.size(); ++i)
            QVERIFY(std::popcount(*hashes[i] ^ *hashes[groups[i]]) <= kNearBits);
        QVERIFY(groups[3] != groups[0]);
    }

    void aHundredThousandTakeMoments() {
        std::mt19937_64 random(3);
        std::vector<std::optional<std::uint64_t>> hashes;
        while (hashes.size() < 100'000)
            hashes.emplace_back(random());
        QElapsedTimer timer;
        timer.start();
        const auto groups = nearDuplicates(hashes);
        qInfo("100000 different pictures: %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(groups.size(), hashes.size());
    }

  private:
    static int distance(std::optional<std::uint64_t> a, std::optional<std::uint64_t> b) {
        return a && b ? std::popcount(*a ^ *b) : 64;
    }
    static std::uint64_t withBitsChanged(std::uint64_t hash, int count, std::mt19937_64& random) {
        const std::uint64_t before = hash;
        while (std::popcount(hash ^ before) < count)
            hash ^= std::uint64_t{1} << (random() % 64);
        return hash;
    }
    static Image decoded(const ByteBuffer& bytes) {
        const QTemporaryDir directory;
        const auto file = readEvidence(tests::writeFile(directory, "p.jpg", bytes), {}, {});
        return file ? decode(*file, {}, {})->image : Image();
    }
};

QTEST_GUILESS_MAIN(NearDuplicatesTest)
#include "near_duplicates_test.moc"
