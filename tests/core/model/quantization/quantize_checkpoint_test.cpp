// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/quantization/quantize_checkpoint.h"

#include "core/model/checkpoint/safetensors.h"
#include "core/model/checkpoint_check.h"
#include "core/model/vision_language_model.h"
#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstring>
#include <fstream>
#include <sys/resource.h>

using namespace core;
using namespace core::model;
namespace fs = std::filesystem;

namespace {

/// A tiny checkpoint and the place for its copy; both vanish.
struct Folders {
    QTemporaryDir directory;
    fs::path source;
    fs::path target;

    explicit Folders(const tests::TinyCheckpoint& options = {})
        : source(fs::path(directory.path().toStdString()) / "original"),
          target(fs::path(directory.path().toStdString()) / "copy") {
        fs::create_directory(source);
        if (!tests::writeTinyCheckpoint(source, options))
            fs::remove_all(source);
    }
    [[nodiscard]] Result<QuantizationSummary> quantize(int bits, std::stop_token stop = {}) const {
        return quantizeCheckpoint({source, target, bits}, {}, std::move(stop));
    }
};

struct Traced {
    Answer answer;
    std::vector<float> logits;
};

Result<Traced> traced(const fs::path& folder) {
    auto model = VisionLanguageModel::load(folder, {}, {}, {});
    if (!model)
        return tl::unexpected(model.error());
    std::vector<std::uint8_t> pixels(40 * 30 * 3);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<std::uint8_t>(i * i % 251);
    QTemporaryDir out;
    const fs::path path = out.path().toStdString();
    GenerationOptions options;
    options.maxNewTokens = 6;
    options.form = PromptForm::Chat; // the bounds were measured with it
    auto answer = (*model)->trace(PixelView{pixels.data(), 40, 30, 120}, "", options, path, {}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto file = SafetensorsFile::open(path / "trace.safetensors");
    if (!file)
        return tl::unexpected(file.error());
    Traced result{std::move(*answer), {}};
    const auto bytes = file->bytes(file->tensors().at("prefill_logits"));
    result.logits.resize(bytes.size() / sizeof(float));
    std::memcpy(result.logits.data(), bytes.data(), bytes.size());
    return result;
}

double relativeError(const std::vector<float>& ours, const std::vector<float>& reference) {
    double error = 0;
    double power = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        error += std::pow(static_cast<double>(ours[i]) - reference[i], 2);
        power += std::pow(static_cast<double>(reference[i]), 2);
    }
    return std::sqrt(error / power);
}

bool hasLeftovers(const Folders& folders) {
    return fs::exists(folders.target) || fs::exists(fs::path(folders.target) += ".unfinished");
}

} // namespace

class QuantizeCheckpointTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void copyAnswersLikeTheOriginal_data();
    void copyAnswersLikeTheOriginal();
    void copySaysWhereItComesFrom();
    void valuesBeginAtMultiplesOf64();
    void nothingIsOverwritten();
    void copyIsNotQuantizedAgain();
    void otherBitsAreRefused();
    void folderWithoutModelIsRefused();
    void weightsThatAreNotFiniteAreRefused();
    void cancellingLeavesNothing();
    void fullDiskIsSaid();
    void damagedCopyIsRefused_data();
    void damagedCopyIsRefused();
};

void QuantizeCheckpointTest::copyAnswersLikeTheOriginal_data() {
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("isSharded");
    QTest::addColumn<bool>("hasTiedHead");
    QTest::addColumn<bool>("hasNewNames");
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("largestError");
    const auto add = [](const char* name, int bits, bool sharded, bool tied, bool renamed,
                        DataType type) {
        QTest::newRow(name) << bits << sharded << tied << renamed << static_cast<int>(type)
                            << (bits == 8 ? 0.03 : 0.4);
    };
    add("8 bit", 8, false, false, false, DataType::F32);
    add("8 bit, sharded, fp16", 8, true, false, false, DataType::F16);
    add("8 bit, tied head, bf16", 8, false, true, false, DataType::BF16);
    add("8 bit, new names, sharded", 8, true, false, true, DataType::F32);
    add("4 bit", 4, false, false, false, DataType::F32);
    add("4 bit, sharded, bf16", 4, true, false, false, DataType::BF16);
}

void QuantizeCheckpointTest::copyAnswersLikeTheOriginal() {
    QFETCH(int, bits);
    QFETCH(bool, isSharded);
    QFETCH(bool, hasTiedHead);
    QFETCH(bool, hasNewNames);
    QFETCH(int, type);
    QFETCH(double, largestError);
    tests::TinyCheckpoint options;
    options.isSharded = isSharded;
    options.hasTiedHead = hasTiedHead;
    options.hasNewNames = hasNewNames;
    options.stored = static_cast<DataType>(type);
    const Folders folders(options);
    const auto summary = folders.quantize(bits);
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().message.c_str());
    const auto report = checkCheckpoint(folders.target);
    QVERIFY2(report.isReady, report.sentence.c_str());
    QCOMPARE(report.storedPrecision, std::string(bits == 8 ? "int8" : "int4"));
    QCOMPARE(report.parameters, checkCheckpoint(folders.source).parameters);
    QVERIFY(report.notes.empty());

    const auto original = traced(folders.source);
    const auto copy = traced(folders.target);
    QVERIFY2(copy.has_value(), copy ? "" : copy.error().message.c_str());
    QVERIFY(original.has_value());
    const double error = relativeError(copy->logits, original->logits);
    qInfo("relative error of the logits: %.4f", error);
    QVERIFY(error < largestError);
    if (bits == 8) {
        // The likeliest token stays unless two were so near that rounding may swap them.
        auto sorted = original->logits;
        std::ranges::sort(sorted, std::greater<>());
        double largest = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i)
            largest = std::max(
                largest, std::abs(static_cast<double>(copy->logits[i]) - original->logits[i]));
        QVERIFY(copy->answer.tokenIds.front() == original->answer.tokenIds.front() ||
                sorted[0] - sorted[1] <= 2 * largest);
    }
}

void QuantizeCheckpointTest::copySaysWhereItComesFrom() {
    const Folders folders;
    const auto summary = folders.quantize(4);
    QVERIFY(summary.has_value());
    const auto file = SafetensorsFile::open(folders.target / "model.safetensors");
    QVERIFY(file.has_value());
    QCOMPARE(file->metadata().at("clueglass.source_sha256"), summary->sourceSha256);
    QCOMPARE(file->metadata().at("clueglass.recipe"), summary->recipe);
    QCOMPARE(summary->sourceSha256.size(), std::size_t{64});
    QVERIFY(fs::exists(folders.target / "tokenizer.json"));
    QVERIFY(fs::exists(folders.target / "preprocessor_config.json"));
    QVERIFY(summary->targetBytes < summary->sourceBytes);
}

void QuantizeCheckpointTest::valuesBeginAtMultiplesOf64() {
    const Folders folders;
    QVERIFY(folders.quantize(4).has_value());
    const auto file = SafetensorsFile::open(folders.target / "model.safetensors");
    QVERIFY(file.has_value());
    int found = 0;
    for (const auto& [name, entry] : file->tensors())
        if (name.ends_with(".q4") || name.ends_with(".q8")) {
            QCOMPARE(reinterpret_cast<std::uintptr_t>(file->bytes(entry).data()) % 64, 0U);
            ++found;
        }
    QVERIFY(found > 10);
}

void QuantizeCheckpointTest::nothingIsOverwritten() {
    const Folders folders;
    fs::create_directory(folders.target);
    std::ofstream(folders.target / "mine.txt") << "mine";
    const auto refused = folders.quantize(8);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(fs::exists(folders.target / "mine.txt"));
    const auto intoItself = quantizeCheckpoint({folders.source, folders.source, 8}, {}, {});
    QVERIFY(!intoItself);
    QVERIFY(checkCheckpoint(folders.source).isReady);
}

void QuantizeCheckpointTest::copyIsNotQuantizedAgain() {
    const Folders folders;
    QVERIFY(folders.quantize(8).has_value());
    const auto again =
        quantizeCheckpoint({folders.target, fs::path(folders.target) += "-again", 4}, {}, {});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::InvalidArgument);
}

void QuantizeCheckpointTest::otherBitsAreRefused() {
    const Folders folders;
    for (const int bits : {0, 3, 16, -8})
        QCOMPARE(folders.quantize(bits).error().code, ErrorCode::InvalidArgument);
    QVERIFY(!hasLeftovers(folders));
}

void QuantizeCheckpointTest::folderWithoutModelIsRefused() {
    const Folders folders;
    fs::remove(folders.source / "model.safetensors");
    const auto refused = folders.quantize(8);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ModelMissing);
    QVERIFY(!hasLeftovers(folders));
}

void QuantizeCheckpointTest::weightsThatAreNotFiniteAreRefused() {
    const Folders folders;
    const fs::path path = folders.source / "model.safetensors";
    std::uint64_t place = 0;
    {
        const auto file = SafetensorsFile::open(path);
        QVERIFY(file.has_value());
        const auto found = std::ranges::find_if(file->tensors(), [](const auto& tensor) {
            return tensor.first.ends_with("layers.0.mlp.up_proj.weight");
        });
        QVERIFY(found != file->tensors().end());
        std::uint64_t end = 0;
        for (const auto& [name, entry] : file->tensors())
            end = std::max(end, entry.end);
        place = fs::file_size(path) - end + found->second.begin;
    }
    const float bad = NAN;
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(place));
    file.write(reinterpret_cast<const char*>(&bad), sizeof bad);
    file.close();
    const auto refused = folders.quantize(8);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ModelInvalid);
    QVERIFY(!hasLeftovers(folders));
}

void QuantizeCheckpointTest::cancellingLeavesNothing() {
    const Folders folders;
    for (const std::string_view stage : {"hash", "quantize"}) {
        std::stop_source source;
        const auto stopAt = [&](std::string_view reached, double) {
            if (reached == stage)
                source.request_stop();
        };
        const auto result =
            quantizeCheckpoint({folders.source, folders.target, 8}, stopAt, source.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(!hasLeftovers(folders));
    }
}

void QuantizeCheckpointTest::fullDiskIsSaid() {
    const Folders folders;
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 20000;
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto result = folders.quantize(8);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::WriteFailed);
    QVERIFY(result.error().message.find("disk full") != std::string::npos);
    QVERIFY(!hasLeftovers(folders));
}

void QuantizeCheckpointTest::damagedCopyIsRefused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("scales are missing") << QByteArray(".q8.scales") << QByteArray(".q8.scalez");
    QTest::newRow("values have another type") << QByteArray("\"I8\"") << QByteArray("\"U8\"");
    QTest::newRow("layout of another version")
        << QByteArray("layout\":\"2\"") << QByteArray("layout\":\"1\"");
}

void QuantizeCheckpointTest::damagedCopyIsRefused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const Folders folders;
    QVERIFY(folders.quantize(8).has_value());
    QFile file(QString::fromStdString((folders.target / "model.safetensors").string()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const auto place = bytes.indexOf(from);
    QVERIFY(place > 0);
    bytes.replace(place, from.size(), to);
    file.seek(0);
    file.write(bytes);
    file.close();
    const auto report = checkCheckpoint(folders.target);
    QVERIFY(!report.isReady);
    QCOMPARE(report.code, ErrorCode::ModelInvalid);
    QVERIFY(report.sentence.find("uantize") != std::string::npos);
    QVERIFY(!VisionLanguageModel::load(folders.target, {}, {}, {}));
}

QTEST_GUILESS_MAIN(QuantizeCheckpointTest)
#include "quantize_checkpoint_test.moc"
