// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/language/llama_decoder.h"

#include "core/model/checkpoint/checkpoint_weights.h"
#include "core/model/checkpoint/weight_map.h"
#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <c10/core/InferenceMode.h>

#include <array>
#include <cmath>
#include <numbers>

using namespace core::model;

namespace {

double difference(const at::Tensor& a, const at::Tensor& b) {
    return a.sizes() == b.sizes() ? (a - b).abs().max().item<double>() : INFINITY;
}

TextConfig scaled(RopeScaling::Kind kind, double factor) {
    TextConfig config;
    config.headSize = 16;
    config.maxPositions = 8;
    config.ropeScaling.kind = kind;
    config.ropeScaling.factor = factor;
    config.ropeScaling.originalPositions = 64;
    return config;
}

/// The angle of the first position behind 0, by pair of dimensions.
std::vector<double> angles(const TextConfig& config, std::int64_t length) {
    const auto turn = RotaryEmbedding(config, at::kCPU).turn(1, 1, length);
    std::vector<double> result;
    for (std::int64_t pair = 0; pair < config.headSize / 2; ++pair)
        result.push_back(std::atan2(turn.sine[0][0][pair].item<double>(),
                                    turn.cosine[0][0][pair].item<double>()));
    return result;
}

} // namespace

class LlamaDecoderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void severalTextsInOnePassAreThoseTextsAlone();
    void laterWordsDoNotChangeEarlierOnes();
    void attentionOfEachHeadSumsToOne();
    void cancelledPassLeavesTheCacheAsItWas();
    void forgottenRowsAreAsIfNeverRead();
    void scalingsStretchPositions();

  private:
    at::Tensor read(const std::vector<std::int64_t>& ids, KvCache& cache) const {
        const std::array steps = {SequenceStep{&cache, std::ssize(ids), 0, {}}};
        return *m_decoder->forward(m_decoder->embed(ids), steps, {});
    }

    QTemporaryDir m_folder;
    std::unique_ptr<c10::InferenceMode> m_inference;
    std::unique_ptr<LlamaDecoder> m_decoder;
};

void LlamaDecoderTest::initTestCase() {
    m_inference = std::make_unique<c10::InferenceMode>();
    const std::filesystem::path path = m_folder.path().toStdString();
    tests::TinyCheckpoint options;
    options.keyValueHeads = 2;
    options.distinctKeyValueHeads = 2;
    QVERIFY(tests::writeTinyCheckpoint(path, options).has_value());
    const auto config = readModelConfig(path);
    const auto weights = WeightMap::open(path, *listShards(path));
    QVERIFY(config && weights);
    CheckpointWeights loader(*weights, {});
    m_decoder = std::make_unique<LlamaDecoder>(config->text, at::kCPU, loader);
    QVERIFY(loader.status().has_value());
}

void LlamaDecoderTest::severalTextsInOnePassAreThoseTextsAlone() {
    const std::vector<std::int64_t> first = {1, 300, 20, 31, 44, 270};
    const std::vector<std::int64_t> second = {1, 12, 260};
    KvCache a = m_decoder->makeCache();
    KvCache b = m_decoder->makeCache();
    const at::Tensor alone = at::cat({read(first, a), read(second, b)});
    KvCache c = m_decoder->makeCache();
    KvCache d = m_decoder->makeCache();
    const std::array together = {SequenceStep{&c, 6, 0, {}}, SequenceStep{&d, 3, 0, {}}};
    const at::Tensor x = at::cat({m_decoder->embed(first), m_decoder->embed(second)});
    QVERIFY(difference(*m_decoder->forward(x, together, {}), alone) < 1e-5);
    // And one more token for both, with caches of different lengths.
    const at::Tensor next = at::cat({read({77}, a), read({78}, b)});
    const std::array step = {SequenceStep{&c, 1, 0, {}}, SequenceStep{&d, 1, 0, {}}};
    const std::vector<std::int64_t> ids = {77, 78};
    QVERIFY(difference(*m_decoder->forward(m_decoder->embed(ids), step, {}), next) < 1e-5);
    QCOMPARE(c.length(), 7);
    QCOMPARE(d.length(), 4);
}

void LlamaDecoderTest::laterWordsDoNotChangeEarlierOnes() {
    KvCache a = m_decoder->makeCache();
    KvCache b = m_decoder->makeCache();
    const at::Tensor shorter = read({1, 300, 20}, a);
    const at::Tensor longer = read({1, 300, 20, 31, 44}, b);
    QVERIFY(difference(longer.narrow(0, 0, 3), shorter) < 1e-5);
    QVERIFY(difference(longer.narrow(0, 3, 1), shorter.narrow(0, 2, 1)) > 1e-3);
}

void LlamaDecoderTest::attentionOfEachHeadSumsToOne() {
    KvCache cache = m_decoder->makeCache();
    (void)read({1, 300, 20}, cache);
    int layers = 0;
    const std::vector<std::int64_t> ids = {31, 44};
    const std::array steps = {
        SequenceStep{&cache, 2, 0, [&](std::int64_t layer, const at::Tensor& row) {
                         QCOMPARE(layer, layers++);
                         QCOMPARE(row.size(0), 4); // heads, though they share keys
                         QCOMPARE(row.size(1), 5);
                         QVERIFY(difference(row.sum(1), at::ones({4})) < 1e-5);
                     }}};
    QVERIFY(m_decoder->forward(m_decoder->embed(ids), steps, {}).has_value());
    QCOMPARE(layers, 2);
}

void LlamaDecoderTest::cancelledPassLeavesTheCacheAsItWas() {
    KvCache cache = m_decoder->makeCache();
    KvCache untouched = m_decoder->makeCache();
    (void)read({1, 300, 20}, cache);
    (void)read({1, 300, 20}, untouched);
    std::stop_source stop;
    const std::vector<std::int64_t> ids = {31, 44};
    const std::array steps = {
        SequenceStep{&cache, 2, 0, [&](std::int64_t, const at::Tensor&) { stop.request_stop(); }}};
    const auto cancelled = m_decoder->forward(m_decoder->embed(ids), steps, stop.get_token());
    QVERIFY(!cancelled.has_value());
    QCOMPARE(cancelled.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(cache.length(), 3);
    QCOMPARE(difference(read({50}, cache), read({50}, untouched)), 0.0);
}

void LlamaDecoderTest::forgottenRowsAreAsIfNeverRead() {
    KvCache cache = m_decoder->makeCache();
    KvCache fresh = m_decoder->makeCache();
    (void)read(std::vector<std::int64_t>(300, 20), cache); // beyond one step of memory
    cache.truncate(2);
    (void)read({20, 20}, fresh);
    QVERIFY(difference(read({50, 60}, cache), read({50, 60}, fresh)) < 1e-5);
}

void LlamaDecoderTest::scalingsStretchPositions() {
    using Kind = RopeScaling::Kind;
    const auto plain = angles(scaled(Kind::None, 1), 4);
    const auto linear = angles(scaled(Kind::Linear, 4), 4);
    const auto llama3 = angles(scaled(Kind::Llama3, 8), 4);
    const auto shortDynamic = angles(scaled(Kind::Dynamic, 2), 8);
    const auto longDynamic = angles(scaled(Kind::Dynamic, 2), 16);
    for (std::size_t pair = 0; pair < plain.size(); ++pair) {
        const double frequency = std::pow(10000.0, -static_cast<double>(pair) / 8);
        QVERIFY(std::abs(plain[pair] - frequency) < 1e-6);
        QVERIFY(std::abs(linear[pair] - frequency / 4) < 1e-6);
        QVERIFY(std::abs(shortDynamic[pair] - frequency) < 1e-6);
        // Twice the usual length at factor 2: the base grows by 3^(16 / 14).
        const double base = 10000.0 * std::pow(3.0, 16.0 / 14);
        QVERIFY(std::abs(longDynamic[pair] - std::pow(base, -static_cast<double>(pair) / 8)) <
                1e-6);
        const double waveLength = 2 * std::numbers::pi / frequency;
        if (waveLength < 16)
            QVERIFY(std::abs(llama3[pair] - frequency) < 1e-6);
        else if (waveLength > 64)
            QVERIFY(std::abs(llama3[pair] - frequency / 8) < 1e-6);
        else
            QVERIFY(llama3[pair] < frequency && llama3[pair] > frequency / 8);
    }
}

QTEST_GUILESS_MAIN(LlamaDecoderTest)
#include "llama_decoder_test.moc"
