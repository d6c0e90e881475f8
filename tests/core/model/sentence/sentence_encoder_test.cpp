// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/safetensors.h"
#include "core/model/sentence/word_pieces.h"
#include "core/model/sentence_encoder.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <fstream>
#include <random>

using namespace core;
using namespace core::model;

namespace {

std::vector<float> floats(const SafetensorsFile& file, const std::string& name) {
    const auto bytes = file.bytes(file.tensors().at(name));
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

/// A BERT of one layer with seeded weights.
void writeTinyEncoder(const std::filesystem::path& folder, const char* type = "bert") {
    constexpr std::int64_t kWidth = 8;
    std::ofstream(folder / "config.json") << nlohmann::json{
        {"model_type", type},          {"vocab_size", 9},          {"hidden_size", kWidth},
        {"num_hidden_layers", 1},      {"num_attention_heads", 2}, {"intermediate_size", 12},
        {"max_position_embeddings", 6}};
    std::ofstream(folder / "vocab.txt")
        << "[PAD]\n[UNK]\n[CLS]\n[SEP]\nfake\nreal\nun\n##real\n.\n";
    std::mt19937 random(5);
    std::vector<std::vector<float>> values;
    std::vector<TensorToWrite> tensors;
    values.reserve(40);
    const auto add = [&](const std::string& name, std::vector<std::int64_t> shape) {
        std::int64_t count = 1;
        for (const std::int64_t extent : shape)
            count *= extent;
        auto& numbers = values.emplace_back();
        for (std::int64_t i = 0; i < count; ++i)
            numbers.push_back(static_cast<float>(random() % 2001) / 1000.0F - 1);
        tensors.push_back({name,
                           DataType::F32,
                           std::move(shape),
                           {reinterpret_cast<const std::uint8_t*>(numbers.data()),
                            numbers.size() * sizeof(float)}});
    };
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        add(name + ".weight", {out, in});
        add(name + ".bias", {out});
    };
    const auto norm = [&](const std::string& name) {
        add(name + ".weight", {kWidth});
        add(name + ".bias", {kWidth});
    };
    add("embeddings.word_embeddings.weight", {9, kWidth});
    add("embeddings.position_embeddings.weight", {6, kWidth});
    add("embeddings.token_type_embeddings.weight", {2, kWidth});
    norm("embeddings.LayerNorm");
    const std::string layer = "encoder.layer.0.";
    for (const char* part : {"query", "key", "value"})
        linear(layer + "attention.self." + part, kWidth, kWidth);
    linear(layer + "attention.output.dense", kWidth, kWidth);
    norm(layer + "attention.output.LayerNorm");
    linear(layer + "intermediate.dense", 12, kWidth);
    linear(layer + "output.dense", kWidth, 12);
    norm(layer + "output.LayerNorm");
    QVERIFY(writeSafetensors(folder / "model.safetensors", tensors).has_value());
}

} // namespace

class SentenceEncoderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void idsAndVectorsMatchTheReference();
    void wordsAreCutIntoTheLongestPieces();
    void aTextsVectorDoesNotDependOnItsCompany();
    void whatIsNoEncoderIsRefusedWithASentence();
};

void SentenceEncoderTest::idsAndVectorsMatchTheReference() {
    const auto folder = tests::sharedData("fixtures/minilm-tiny");
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    std::ifstream jsonFile(*folder / "golden.json");
    const auto golden = nlohmann::json::parse(jsonFile);
    const auto pieces = WordPieces::load(*folder);
    QVERIFY(pieces.has_value());
    std::vector<std::string> texts;
    for (const auto& row : golden.at("rows")) {
        texts.push_back(row.at("text").get<std::string>());
        QCOMPARE(pieces->encode(texts.back(), golden.at("max_seq_length").get<std::int64_t>()),
                 row.at("ids").get<std::vector<std::int64_t>>());
    }
    const auto encoder = SentenceEncoder::load(*folder);
    QVERIFY2(encoder.has_value(), encoder ? "" : encoder.error().message.c_str());
    const auto vectors = (*encoder)->embed(texts);
    QVERIFY(vectors.has_value());
    const auto reference = SafetensorsFile::open(*folder / "golden.safetensors");
    QVERIFY(reference.has_value());
    const auto means = floats(*reference, "mean_pooled");
    const auto cosines = floats(*reference, "cosine");
    const std::size_t width = vectors->front().size();
    QCOMPARE(means.size(), texts.size() * width);
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = 0; j < width; ++j)
            QVERIFY(std::abs((*vectors)[i][j] - means[i * width + j]) <= 1e-4F);
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = 0; j < texts.size(); ++j)
            QVERIFY(std::abs(cosineOf((*vectors)[i], (*vectors)[j]) -
                             static_cast<double>(cosines[i * texts.size() + j])) <= 1e-5);
}

void SentenceEncoderTest::wordsAreCutIntoTheLongestPieces() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    writeTinyEncoder(path);
    const auto pieces = WordPieces::load(path);
    QVERIFY(pieces.has_value());
    using Ids = std::vector<std::int64_t>;
    QCOMPARE(pieces->encode("Unreal. FAKE", 10), (Ids{2, 6, 7, 8, 4, 3}));
    QCOMPARE(pieces->encode("ré\xCC\x81"
                            "al \xFF",
                            10),
             (Ids{2, 5, 3})); // accents and bytes go
    QCOMPARE(pieces->encode("unfake", 10), (Ids{2, 1, 3}));
    QCOMPARE(pieces->encode("fake fake fake", 4), (Ids{2, 4, 4, 3}));
}

void SentenceEncoderTest::aTextsVectorDoesNotDependOnItsCompany() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    writeTinyEncoder(path);
    const auto encoder = SentenceEncoder::load(path);
    QVERIFY2(encoder.has_value(), encoder ? "" : encoder.error().message.c_str());
    QCOMPARE((*SentenceEncoder::load(folder.path().toStdString() + "/"))->name(),
             (*encoder)->name());
    QVERIFY(!(*encoder)->name().empty());
    const std::vector<std::string> texts = {"real", "fake", "unreal fake real fake real", "fake."};
    const auto together = (*encoder)->embed(texts);
    QVERIFY(together.has_value());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto alone = (*encoder)->embed(std::span(texts).subspan(i, 1));
        QVERIFY(alone.has_value());
        QVERIFY(cosineOf(alone->front(), (*together)[i]) > 1 - 1e-6);
    }
    QVERIFY((*together)[0] != (*together)[1]);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE((*encoder)->embed(texts, stop.get_token()).error().code, ErrorCode::Cancelled);
}

void SentenceEncoderTest::whatIsNoEncoderIsRefusedWithASentence() {
    const auto refused = [](const std::filesystem::path& path) {
        const auto encoder = SentenceEncoder::load(path);
        return encoder ? ErrorCode::Internal : encoder.error().code;
    };
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    QCOMPARE(refused(path), ErrorCode::ModelMissing);
    writeTinyEncoder(path, "roberta");
    QCOMPARE(refused(path), ErrorCode::ModelInvalid);
    writeTinyEncoder(path);
    std::filesystem::create_directory(path / "1_Pooling");
    std::ofstream(path / "1_Pooling" / "config.json") << R"({"pooling_mode_cls_token": true})";
    QCOMPARE(refused(path), ErrorCode::ModelInvalid);
    std::filesystem::remove_all(path / "1_Pooling");
    std::filesystem::resize_file(path / "model.safetensors", 500);
    QCOMPARE(refused(path), ErrorCode::ModelInvalid);
    writeTinyEncoder(path);
    std::ofstream(path / "vocab.txt") << "only\nwords\n";
    QCOMPARE(refused(path), ErrorCode::ModelInvalid);
    // The encoder knows 300 tokens, its vocabulary 9 of them.
    writeTinyEncoder(path);
    std::ifstream config(path / "config.json");
    auto larger = nlohmann::json::parse(config);
    larger["vocab_size"] = 300;
    std::ofstream(path / "config.json") << larger;
    const auto cut = SentenceEncoder::load(path);
    QVERIFY(!cut.has_value());
    QVERIFY(cut.error().message.find("vocab.txt has 9 tokens") != std::string::npos);
    std::filesystem::remove(path / "vocab.txt");
    QCOMPARE(refused(path), ErrorCode::ModelMissing);
}

QTEST_GUILESS_MAIN(SentenceEncoderTest)
#include "sentence_encoder_test.moc"
