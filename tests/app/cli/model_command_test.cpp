// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_command.h"

#include "tests/support/picture_maker.h"
#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Run {
    int exitCode = -1;
    std::string output;
};

/// Standard output and error go into strings while this lives.
class Captured {
  public:
    Captured() : m_out(std::cout.rdbuf(m_text.rdbuf())), m_error(std::cerr.rdbuf(m_log.rdbuf())) {}
    ~Captured() {
        std::cout.rdbuf(m_out);
        std::cerr.rdbuf(m_error);
    }
    std::string text() const { return m_text.str(); }

  private:
    std::ostringstream m_text;
    std::ostringstream m_log;
    std::streambuf* m_out;
    std::streambuf* m_error;
};

Run run(std::vector<std::string> words, std::stop_token stop = {}) {
    CLI::App program;
    Run result;
    app::addModelCommand(program, std::move(stop), result.exitCode);
    std::ranges::reverse(words);
    const Captured captured;
    program.parse(std::move(words));
    result.output = captured.text();
    return result;
}

} // namespace

class ModelCommandTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void checkSaysReadyOrWhatToDo();
    void traceWritesTensorsAndAnswer();
    void quantizeWritesACopyThatIsReady();
    void benchMeasuresSpeedsBesideTheirLimits_data();
    void benchMeasuresSpeedsBesideTheirLimits();
    void benchOfAFolderTellsItsBits();
    void failuresHaveTheirExitCodes();

  private:
    std::string path(const char* name) const {
        return (std::filesystem::path(m_folder.path().toStdString()) / name).string();
    }
    QTemporaryDir m_folder;
};

void ModelCommandTest::initTestCase() {
    std::filesystem::create_directory(path("model"));
    QVERIFY(tests::writeTinyCheckpoint(path("model")).has_value());
    tests::writeFile(m_folder, "scene.png", tests::pngBytes(tests::noisyScene(60, 50, 3)));
}

void ModelCommandTest::checkSaysReadyOrWhatToDo() {
    const Run ready = run({"model", "check", path("model"), "--json"});
    QCOMPARE(ready.exitCode, 0);
    const auto json = nlohmann::json::parse(ready.output);
    QVERIFY(json.at("ready").get<bool>());
    QVERIFY(json.at("memory_bytes").at("fp32").get<double>() > 0);
    QVERIFY(run({"model", "check", path("model")}).output.starts_with("Ready"));
    const Run missing = run({"model", "check", path("none"), "--json"});
    QCOMPARE(missing.exitCode, 3);
    QCOMPARE(nlohmann::json::parse(missing.output).at("error").at("code").get<std::string>(),
             std::string("model.missing"));
}

void ModelCommandTest::traceWritesTensorsAndAnswer() {
    const Run traced =
        run({"model", "trace", "--model", path("model"), "--image", path("scene.png"), "--out",
             path("out"), "--max-new-tokens", "5", "--json"});
    QCOMPARE(traced.exitCode, 0);
    const auto json = nlohmann::json::parse(traced.output);
    QVERIFY(json.at("generated_tokens").get<int>() <= 5);
    QVERIFY(json.at("p_fake").get<double>() >= 0);
    const auto file = core::model::SafetensorsFile::open(path("out/trace.safetensors"));
    QVERIFY(file.has_value());
    for (const char* name : {"pixel_values", "vision_features", "projected", "input_ids",
                             "prefill_logits", "generated_ids", "attention_to_image"})
        QVERIFY2(file->tensors().contains(name), name);
    QVERIFY(std::filesystem::exists(path("out/answer.txt")));
}

void ModelCommandTest::quantizeWritesACopyThatIsReady() {
    const Run quantized =
        run({"model", "quantize", path("model"), "--bits", "8", "-o", path("small"), "--json"});
    QCOMPARE(quantized.exitCode, 0);
    const auto json = nlohmann::json::parse(quantized.output);
    QCOMPARE(json.at("bits").get<int>(), 8);
    QCOMPARE(json.at("source_sha256").get<std::string>().size(), std::size_t{64});
    QVERIFY(json.at("weight_bytes").get<double>() < json.at("source_bytes").get<double>());
    const Run ready = run({"model", "check", path("small"), "--json"});
    QCOMPARE(ready.exitCode, 0);
    QCOMPARE(nlohmann::json::parse(ready.output).at("stored_precision").get<std::string>(),
             std::string("int8"));
    QCOMPARE(run({"model", "trace", "--model", path("small"), "--image", path("scene.png"), "--out",
                  path("small-out"), "--max-new-tokens", "3"})
                 .exitCode,
             0);
    const auto again = [&](const std::string& source) {
        return run({"model", "quantize", source, "--bits", "4", "-o", path("small")}).exitCode;
    };
    QCOMPARE(again(path("model")), 2);
    std::filesystem::remove_all(path("small"));
    QCOMPARE(again(path("none")), 3);
    QVERIFY_EXCEPTION_THROWN(
        run({"model", "quantize", path("model"), "--bits", "5", "-o", path("small")}),
        CLI::ParseError);
}

void ModelCommandTest::benchMeasuresSpeedsBesideTheirLimits_data() {
    QTest::addColumn<int>("bits");
    for (const int bits : {16, 8, 4})
        QTest::addRow("%d bits", bits) << bits;
}

void ModelCommandTest::benchMeasuresSpeedsBesideTheirLimits() {
    QFETCH(int, bits);
    const Run measured =
        run({"model", "bench", "--random-weights", "tiny", "--bits", std::to_string(bits),
             "--prompt-tokens", "150", "--new-tokens", "4", "--batch", "3", "--json"});
    QCOMPARE(measured.exitCode, 0);
    const auto json = nlohmann::json::parse(measured.output);
    QCOMPARE(json.at("bits").get<int>(), bits);
    QCOMPARE(json.at("batch").get<int>(), 3);
    for (const char* name :
         {"prefill_tokens_per_s", "decode_tokens_per_s", "batch_decode_tokens_per_s",
          "image_encode_ms", "load_ms", "peak_memory_mib", "threads", "weight_bytes_per_token"})
        QVERIFY2(json.at(name).get<double>() > 0, name);
    for (const char* name :
         {"read_gb_per_s", "read_beside_decode_gb_per_s", "fp32_gflops", "int8_gops"})
        QVERIFY2(json.at("limits").at(name).get<double>() > 0, name);
    for (const char* name :
         {"prefill", "decode", "decode_beside_reading", "batch_decode", "image_encode"})
        QVERIFY2(json.at("share_of_limit").at(name).get<double>() > 0, name);
}

void ModelCommandTest::benchOfAFolderTellsItsBits() {
    const std::vector<std::string> words = {
        "model", "bench", "--model", path("model"), "--prompt-tokens", "20", "--new-tokens", "2"};
    const Run measured = run(words);
    QCOMPARE(measured.exitCode, 0);
    QVERIFY(measured.output.starts_with("model, 32 bits"));
    QVERIFY(measured.output.find("% of reading the weights") != std::string::npos);
    auto otherBits = words;
    otherBits.insert(otherBits.end(), {"--bits", "4"});
    QCOMPARE(run(otherBits).exitCode, 2);
    auto both = words;
    both.insert(both.end(), {"--random-weights", "tiny"});
    QVERIFY_EXCEPTION_THROWN(run(both), CLI::ParseError);
    QVERIFY_EXCEPTION_THROWN(run({"model", "bench"}), CLI::ParseError);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(run(words, stop.get_token()).exitCode, 130);
}

void ModelCommandTest::failuresHaveTheirExitCodes() {
    const auto traced = [&](const std::string& model, const std::string& image,
                            std::stop_token stop = {}) {
        return run({"model", "trace", "--model", model, "--image", image, "--out", path("other")},
                   stop)
            .exitCode;
    };
    QCOMPARE(traced(path("none"), path("scene.png")), 3);
    QCOMPARE(traced(path("model"), path("none.png")), 1);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(traced(path("model"), path("scene.png"), stop.get_token()), 130);
    QVERIFY_EXCEPTION_THROWN(run({"model", "trace", "--max-new-tokens", "0"}), CLI::ParseError);
}

QTEST_GUILESS_MAIN(ModelCommandTest)
#include "model_command_test.moc"
