// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/model/vision_language_model.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

using namespace core;
using namespace core::model;

namespace {

std::vector<float> floats(const SafetensorsFile& file, const std::string& name) {
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.type != DataType::F32)
        return {};
    const auto bytes = file.bytes(found->second);
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

std::vector<std::int64_t> integers(const SafetensorsFile& file, const std::string& name) {
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end())
        return {};
    const auto bytes = file.bytes(found->second);
    const std::size_t width = sizeOf(found->second.type);
    std::vector<std::int64_t> values(bytes.size() / width, 0);
    for (std::size_t i = 0; i < values.size(); ++i)
        std::memcpy(&values[i], bytes.data() + i * width, width);
    return values;
}

/// Largest difference; infinite when the sizes differ.
double worst(const std::vector<float>& ours, const std::vector<float>& reference) {
    if (ours.size() != reference.size() || ours.empty())
        return INFINITY;
    double largest = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(ours[i]) - reference[i]));
    return largest;
}

double magnitude(const std::vector<float>& values) {
    double largest = 0;
    for (const float value : values)
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    return largest;
}

} // namespace

/// Compares everything that the reference implementation wrote down with what we compute.
class ReferenceComparisonTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyTensorMatchesTheReference_data();
    void everyTensorMatchesTheReference();
    void weightsKeptAsStoredGiveTheSameTokens();

  private:
    Result<Answer> traced(const std::filesystem::path& fixture, const std::string& picture,
                          const std::filesystem::path& out, WeightPrecision precision);
};

Result<Answer> ReferenceComparisonTest::traced(const std::filesystem::path& fixture,
                                               const std::string& picture,
                                               const std::filesystem::path& out,
                                               WeightPrecision precision) {
    LoadOptions options;
    options.precision = precision;
    auto model = VisionLanguageModel::load(fixture / "checkpoint", options, {}, {});
    if (!model)
        return tl::unexpected(model.error());
    const auto file = image::readEvidence(fixture / "images" / picture, {});
    if (!file)
        return tl::unexpected(file.error());
    const auto decoded = image::decode(*file, {});
    if (!decoded)
        return tl::unexpected(decoded.error());
    GenerationOptions generation;
    generation.maxNewTokens = 48;
    generation.form = PromptForm::Chat;
    return (*model)->trace(decoded->image.view(), "", generation, out, {}, {});
}

void ReferenceComparisonTest::everyTensorMatchesTheReference_data() {
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("picture");
    for (const char* fixture : {"llava-tiny", "llava-tiny-gqa"})
        for (const char* picture : {"scene.png", "tall.png", "gray.png", "alpha.png", "photo.jpg",
                                    "rotated.jpg", "tiny.png"})
            QTest::addRow("%s %s", fixture, picture) << fixture << picture;
}

void ReferenceComparisonTest::everyTensorMatchesTheReference() {
    QFETCH(QString, fixture);
    QFETCH(QString, picture);
    const auto folder = tests::sharedData("fixtures/" + fixture.toStdString());
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    QTemporaryDir out;
    const std::filesystem::path outPath = out.path().toStdString();
    const auto answer = traced(*folder, picture.toStdString(), outPath, WeightPrecision::Float32);
    QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());

    std::ifstream jsonFile(*folder / "golden/golden.json");
    const auto golden = nlohmann::json::parse(jsonFile);
    const auto& expected = golden.at("images").at(picture.toStdString());
    const auto reference = SafetensorsFile::open(*folder / expected.at("file").get<std::string>());
    const auto ours = SafetensorsFile::open(outPath / "trace.safetensors");
    QVERIFY(reference && ours);

    QCOMPARE(answer->prompt, golden.at("prompt").get<std::string>());
    QCOMPARE(integers(*ours, "input_ids"), integers(*reference, "input_ids"));
    struct Tolerance {
        const char* name;
        double absolute;
        bool isRelativeToLargest;
    };
    for (const auto& [name, absolute, isRelative] :
         {Tolerance{"pixel_values", 1e-5, false}, Tolerance{"vision_features", 2e-4, true},
          Tolerance{"projected", 2e-4, true}, Tolerance{"prefill_logits", 1e-3, false},
          Tolerance{"attention_to_image", 1e-4, false}}) {
        const auto theirs = floats(*reference, name);
        const double tolerance = isRelative ? absolute * magnitude(theirs) : absolute;
        const double difference = worst(floats(*ours, name), theirs);
        QVERIFY2(difference <= tolerance,
                 qPrintable(QString("%1: %2 > %3").arg(name).arg(difference).arg(tolerance)));
        QCOMPARE(ours->tensors().at(name).shape, reference->tensors().at(name).shape);
    }
    QCOMPARE(answer->tokenIds, expected.at("generated_ids").get<std::vector<std::int64_t>>());
    QCOMPARE(integers(*ours, "generated_ids"), integers(*reference, "generated_ids"));
    QCOMPARE(answer->text, expected.at("answer").get<std::string>());
    const auto& wordings = expected.at("wordings");
    const double logFake = wordings.at("fake").at("log_likelihood").get<double>();
    const double logReal = wordings.at("real").at("log_likelihood").get<double>();
    const auto likelihood = answer->likelihood.with(Separator::Space);
    QVERIFY(std::abs(likelihood.logFake - logFake) <= 1e-3);
    QVERIFY(std::abs(likelihood.logReal - logReal) <= 1e-3);
    QVERIFY(std::abs(likelihood.pFake - 1 / (1 + std::exp(logReal - logFake))) <= 1e-3);
}

void ReferenceComparisonTest::weightsKeptAsStoredGiveTheSameTokens() {
    const auto folder = tests::sharedData("fixtures/llava-tiny");
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    QTemporaryDir out;
    const auto answer =
        traced(*folder, "scene.png", out.path().toStdString(), WeightPrecision::AsStored);
    QVERIFY(answer.has_value());
    std::ifstream jsonFile(*folder / "golden/golden.json");
    const auto golden = nlohmann::json::parse(jsonFile);
    QCOMPARE(answer->text, golden.at("images").at("scene.png").at("answer").get<std::string>());
}

QTEST_GUILESS_MAIN(ReferenceComparisonTest)
#include "reference_comparison_test.moc"
