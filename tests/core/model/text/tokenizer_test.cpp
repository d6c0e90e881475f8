// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/tokenizer.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

using namespace core::model;
using Ids = std::vector<std::int64_t>;

namespace {

core::Result<Tokenizer> load(const std::filesystem::path& folder, const QString& kind) {
    return kind == "json" ? Tokenizer::fromJson(folder) : Tokenizer::fromSentencePiece(folder);
}

} // namespace

class TokenizerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void idsAndTextsMatchTheReference_data() { addFixtures(); }
    void idsAndTextsMatchTheReference();
    void streamedPiecesTogetherAreTheDecodedText_data() { addFixtures(); }
    void streamedPiecesTogetherAreTheDecodedText();
    void spacePrefixFollowsTheFile();
    void mutatedFilesAreReadOrRefused_data() { addFixtures(); }
    void mutatedFilesAreReadOrRefused();

  private:
    static void addFixtures();
};

void TokenizerTest::addFixtures() {
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("kind");
    for (const char* fixture : {"llava-tiny", "llava-tiny-gqa"})
        for (const char* kind : {"json", "model"})
            QTest::addRow("%s %s", fixture, kind) << fixture << kind;
}

void TokenizerTest::idsAndTextsMatchTheReference() {
    QFETCH(QString, fixture);
    QFETCH(QString, kind);
    const auto folder = tests::sharedData("fixtures/" + fixture.toStdString());
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    const auto tokenizer = load(*folder / "checkpoint", kind);
    QVERIFY2(tokenizer.has_value(), tokenizer ? "" : tokenizer.error().message.c_str());
    std::ifstream file(*folder / "golden/tokenizer.json");
    for (const auto& entry : nlohmann::json::parse(file)) {
        const auto text = entry.at("text").get<std::string>();
        const auto ids = tokenizer->encode(text, Tokenizer::Start::WholeText);
        QVERIFY2(ids == entry.at("ids").get<Ids>(), text.c_str());
        QCOMPARE(tokenizer->decode(ids), entry.at("decoded").get<std::string>());
    }
}

void TokenizerTest::streamedPiecesTogetherAreTheDecodedText() {
    QFETCH(QString, fixture);
    QFETCH(QString, kind);
    const auto folder = tests::sharedData("fixtures/" + fixture.toStdString());
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    const auto tokenizer = load(*folder / "checkpoint", kind);
    QVERIFY(tokenizer.has_value());
    std::ifstream file(*folder / "golden/golden.json");
    const auto golden = nlohmann::json::parse(file);
    for (const auto& [name, picture] : golden.at("images").items()) {
        const auto ids = picture.at("generated_ids").get<Ids>();
        StreamingDecoder decoder(*tokenizer);
        std::string text;
        for (const std::int64_t id : ids) {
            const std::string piece = decoder.add(id);
            QVERIFY(QString::fromStdString(piece).toStdString() == piece);
            text += piece;
        }
        text += decoder.finish();
        QCOMPARE(text, picture.at("answer").get<std::string>());
        QCOMPARE(text, tokenizer->decode(ids));
    }
}

/// The published files of early LLaVA checkpoints put a space in front of every segment.
void TokenizerTest::spacePrefixFollowsTheFile() {
    const auto folder = tests::sharedData("fixtures/llava-tiny/checkpoint");
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    std::ifstream file(*folder / "tokenizer.json");
    auto json = nlohmann::json::parse(file);
    json["pre_tokenizer"] = nullptr;
    json["normalizer"] = nlohmann::json::parse(R"({"type": "Sequence", "normalizers": [
        {"type": "Prepend", "prepend": "\u2581"},
        {"type": "Replace", "pattern": {"String": " "}, "content": "\u2581"}]})");
    QTemporaryDir out;
    const std::filesystem::path path = out.path().toStdString();
    std::ofstream(path / "tokenizer.json") << json.dump();
    const auto tokenizer = Tokenizer::load(path);
    QVERIFY(tokenizer.has_value());
    const auto image = *tokenizer->idOf("<image>");
    const auto space = *tokenizer->idOf(kSpaceSign);
    const auto newLine = *tokenizer->idOf("<0x0A>");
    QCOMPARE(tokenizer->encode("<image>\n", Tokenizer::Start::WholeText),
             (Ids{1, image, space, newLine}));
    QCOMPARE(tokenizer->encode("\n", Tokenizer::Start::Continuation), Ids{newLine});
}

void TokenizerTest::mutatedFilesAreReadOrRefused() {
    QFETCH(QString, fixture);
    QFETCH(QString, kind);
    const auto folder = tests::sharedData("fixtures/" + fixture.toStdString() + "/checkpoint");
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    const std::string name = kind == "json" ? "tokenizer.json" : "tokenizer.model";
    std::ifstream in(*folder / name, std::ios::binary);
    const std::string original((std::istreambuf_iterator<char>(in)), {});
    QTemporaryDir out;
    const std::filesystem::path path = out.path().toStdString();
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        std::string bytes = original;
        if (round % 3 == 0)
            bytes.resize(random() % bytes.size());
        else
            for (int i = 0; i < 8; ++i)
                bytes[random() % bytes.size()] = static_cast<char>(random());
        std::ofstream(path / name, std::ios::binary) << bytes;
        const auto tokenizer = load(path, kind);
        if (tokenizer)
            QVERIFY(!tokenizer
                         ->decode(tokenizer->encode("This is \xF0\x9F\x99\x82 <image> text",
                                                    Tokenizer::Start::WholeText))
                         .empty());
        else
            QVERIFY(!tokenizer.error().message.empty());
    }
}

QTEST_GUILESS_MAIN(TokenizerTest)
#include "tokenizer_test.moc"
