// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_check.h"

#include "core/model/vision_language_model.h"
#include "tests/support/shared_data.h"
#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>

using namespace core;
using namespace core::model;
namespace fs = std::filesystem;

namespace {

constexpr const char* kFirstShard = "model-00001-of-00002.safetensors";
constexpr const char* kSecondShard = "model-00002-of-00002.safetensors";
constexpr const char* kIndex = "model.safetensors.index.json";

void removeWeights(const fs::path& folder) {
    fs::remove(folder / kIndex);
    fs::remove(folder / kFirstShard);
    fs::remove(folder / kSecondShard);
}

constexpr const char* kLfsPointer =
    "version https://git-lfs.github.com/spec/v1\noid sha256:1234\nsize 4988025760\n";

void write(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void changeJson(const fs::path& path, const std::function<void(nlohmann::json&)>& change) {
    auto json = nlohmann::json::parse(read(path));
    change(json);
    write(path, json.dump());
}

using Damage = std::function<void(const fs::path&)>;

struct Case {
    Damage damage;
    ErrorCode code;
    const char* says;
};

Damage setConfig(const char* part, const char* key, const nlohmann::json& value) {
    return [=](const fs::path& folder) {
        changeJson(folder / "config.json", [&](auto& json) {
            (std::string(part).empty() ? json : json[part])[key] = value;
        });
    };
}

using Cases = std::map<std::string, Case>;

Damage replaceConfig(const char* json) {
    return [=](const fs::path& folder) { write(folder / "config.json", json); };
}

/// Folders that hold something else, or nothing.
Cases otherFolders() {
    return {
        {"folder not found",
         {[](const fs::path& f) { fs::remove_all(f); }, ErrorCode::ModelMissing, "does not exist"}},
        {"empty folder",
         {[](const fs::path& f) {
              fs::remove_all(f);
              fs::create_directory(f);
          },
          ErrorCode::ModelMissing, "folder is empty"}},
        {"a file",
         {[](const fs::path& f) {
              fs::remove_all(f);
              write(f, "x");
          },
          ErrorCode::ModelMissing, "is a file"}},
        {"no config",
         {[](const fs::path& f) { fs::remove(f / "config.json"); }, ErrorCode::ModelMissing,
          "no config.json"}},
        {"text-only llama",
         {replaceConfig(R"({"model_type":"llama","architectures":["LlamaForCausalLM"]})"),
          ErrorCode::ModelInvalid, "text-only LLaMA"}},
        {"qwen-vl",
         {replaceConfig(
              R"({"model_type":"qwen2_5_vl","architectures":["Qwen2_5_VLForConditionalGeneration"]})"),
          ErrorCode::ModelInvalid, "Qwen"}},
        {"original llava",
         {replaceConfig(R"({"model_type":"llava_llama"})"), ErrorCode::ModelInvalid,
          "original layout"}},
        {"llava-next",
         {replaceConfig(R"({"model_type":"llava_next"})"), ErrorCode::ModelInvalid, "variant"}},
        {"clip",
         {replaceConfig(R"({"model_type":"clip"})"), ErrorCode::ModelInvalid, "CLIP model alone"}},
        {"something else",
         {replaceConfig(R"({"model_type":"bert"})"), ErrorCode::ModelInvalid, "\"bert\""}},
        {"config cut off",
         {replaceConfig(R"({"model_type":"lla)"), ErrorCode::ModelInvalid, "not valid JSON"}},
        {"config too deep",
         {[](const fs::path& f) { write(f / "config.json", std::string(100000, '[')); },
          ErrorCode::ModelInvalid, "not valid JSON"}},
        {"config is a pointer",
         {replaceConfig(kLfsPointer), ErrorCode::ModelInvalid, "Git-LFS pointer"}},
    };
}

/// A configuration that cannot be, or that the weights contradict.
Cases contradictions() {
    return {
        {"hostile layer count",
         {setConfig("text_config", "num_hidden_layers", 1'000'000'000), ErrorCode::ModelInvalid,
          "num_hidden_layers is 1000000000"}},
        {"negative size",
         {setConfig("vision_config", "hidden_size", -5), ErrorCode::ModelInvalid,
          "hidden_size is -5"}},
        {"wrong type of field",
         {setConfig("text_config", "rope_theta", "big"), ErrorCode::ModelInvalid, "rope_theta"}},
        {"heads do not divide",
         {setConfig("text_config", "num_attention_heads", 5), ErrorCode::ModelInvalid, "multiple"}},
        {"unknown scaling",
         {setConfig("text_config", "rope_scaling", {{"rope_type", "yarn"}, {"factor", 4}}),
          ErrorCode::ModelInvalid, "yarn"}},
        {"feature layer",
         {setConfig("", "vision_feature_layer", -9), ErrorCode::ModelInvalid,
          "vision_feature_layer"}},
        {"mistral inside",
         {setConfig("text_config", "model_type", "mistral"), ErrorCode::ModelInvalid, "mistral"}},
        {"other width",
         {setConfig("text_config", "intermediate_size", 56), ErrorCode::ModelInvalid, "asks for"}},
        {"more layers",
         {setConfig("text_config", "num_hidden_layers", 3), ErrorCode::ModelInvalid, "layers.2."}},
    };
}

/// Weight files that are absent, damaged or hostile.
Cases damagedWeights() {
    return {
        {"missing shard",
         {[](const fs::path& f) { fs::remove(f / kSecondShard); }, ErrorCode::ModelMissing,
          "model-00002-of-00002.safetensors is missing"}},
        {"shard is a pointer",
         {[](const fs::path& f) { write(f / kFirstShard, kLfsPointer); }, ErrorCode::ModelInvalid,
          "Git-LFS pointer"}},
        {"truncated shard",
         {[](const fs::path& f) {
              fs::resize_file(f / kSecondShard, fs::file_size(f / kSecondShard) - 1000);
          },
          ErrorCode::ModelInvalid, "cut off"}},
        {"empty shard",
         {[](const fs::path& f) { write(f / kFirstShard, ""); }, ErrorCode::ModelInvalid,
          "is empty"}},
        {"hostile header",
         {[](const fs::path& f) { write(f / kFirstShard, std::string(7, '\xFF') + "\x7F{}"); },
          ErrorCode::ModelInvalid, "claims"}},
        {"no weights",
         {[](const fs::path& f) { removeWeights(f); }, ErrorCode::ModelMissing, "no weights"}},
        {"weights of an adapter alone",
         {[](const fs::path& f) {
              removeWeights(f);
              fs::remove(f / "config.json");
              write(f / "adapter_model.safetensors", "x");
          },
          ErrorCode::ModelMissing, "without its adapter_config.json"}},
        {"pickle",
         {[](const fs::path& f) {
              removeWeights(f);
              write(f / "pytorch_model.bin", "x");
          },
          ErrorCode::ModelMissing, "pickle"}},
        {"adapter",
         {[](const fs::path& f) {
              removeWeights(f);
              write(f / "adapter_config.json", "{}");
          },
          ErrorCode::ModelMissing, "adapter"}},
        {"index leads outside",
         {[](const fs::path& f) { write(f / kIndex, R"({"weight_map":{"a":"../../secret"}})"); },
          ErrorCode::ModelInvalid, "outside"}},
        {"index without map",
         {[](const fs::path& f) { write(f / kIndex, "{}"); }, ErrorCode::ModelInvalid,
          "weight_map"}},
        {"index disagrees",
         {[](const fs::path& f) {
              changeJson(f / kIndex, [](auto& json) {
                  json["weight_map"]["vision_tower.vision_model.embeddings.class_embedding"] =
                      kSecondShard;
              });
          },
          ErrorCode::ModelInvalid, "The index says"}},
        {"both name generations",
         {[](const fs::path& f) {
              tests::TinyCheckpoint other;
              other.hasNewNames = true;
              (void)tests::writeTinyCheckpoint(f, other);
              fs::rename(f / "model.safetensors", f / "extra.safetensors");
              changeJson(f / kIndex, [](auto& json) {
                  json["weight_map"]["lm_head.weight"] = "extra.safetensors";
              });
          },
          ErrorCode::ModelInvalid, "occurs twice"}},
    };
}

/// The files beside the weights.
Cases damagedCompanions() {
    return {
        {"no tokenizer",
         {[](const fs::path& f) { fs::remove(f / "tokenizer.json"); }, ErrorCode::ModelMissing,
          "no tokenizer"}},
        {"damaged tokenizer",
         {[](const fs::path& f) { write(f / "tokenizer.json", "{\"model\":"); },
          ErrorCode::ModelInvalid, "tokenizer.json"}},
        {"other tokenizer",
         {setConfig("", "image_token_index", 7), ErrorCode::ModelInvalid, "<image>"}},
        {"damaged generation settings",
         {[](const fs::path& f) { write(f / "generation_config.json", "{\"eos"); },
          ErrorCode::ModelInvalid, "generation_config.json is not valid JSON"}},
        {"no preprocessor",
         {[](const fs::path& f) { fs::remove(f / "preprocessor_config.json"); },
          ErrorCode::ModelMissing, "preprocessor_config.json is missing"}},
        {"other input size",
         {[](const fs::path& f) {
              write(f / "preprocessor_config.json", R"({"size":20,"crop_size":20})");
          },
          ErrorCode::ModelInvalid, "28 x 28"}},
    };
}

const Cases& cases() {
    static const Cases kCases = [] {
        Cases all = otherFolders();
        all.merge(contradictions());
        all.merge(damagedWeights());
        all.merge(damagedCompanions());
        return all;
    }();
    return kCases;
}

} // namespace

class CheckpointCheckTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void completeFolderIsReady();
    void everyDamageGetsItsSentence_data();
    void everyDamageGetsItsSentence();
    void allProblemsAreListed();
    void publishedLayoutIsReady();
    void preprocessingMayLieInTheOtherFile();
    void mutatedFoldersAreCheckedWithoutHarm();
};

void CheckpointCheckTest::completeFolderIsReady() {
    QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    tests::TinyCheckpoint options;
    options.isSharded = true;
    options.stored = DataType::BF16;
    QVERIFY(tests::writeTinyCheckpoint(path, options).has_value());
    const auto report = checkCheckpoint(path);
    QVERIFY2(report.isReady, report.sentence.c_str());
    QVERIFY(report.sentence.starts_with("Ready"));
    QCOMPARE(report.storedPrecision, std::string("bf16"));
    QVERIFY(report.parameters > 10'000);
    QCOMPARE(report.weightBytes, report.parameters * 2);
    QVERIFY(report.problems.empty());
    QCOMPARE(report.files.size(), std::size_t{6});
    QVERIFY(std::ranges::all_of(report.files, [](const CheckpointFile& file) {
        return file.state == CheckpointFile::State::Present && file.bytes > 0;
    }));
    QCOMPARE(report.memory.size(), std::size_t{4});
    QVERIFY(report.memory[0].bytes > report.memory[1].bytes);
    QVERIFY(report.memory[2].bytes > report.memory[3].bytes);
}

void CheckpointCheckTest::everyDamageGetsItsSentence_data() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, example] : cases())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void CheckpointCheckTest::everyDamageGetsItsSentence() {
    QFETCH(QString, name);
    const Case& example = cases().at(name.toStdString());
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "model";
    fs::create_directory(path);
    tests::TinyCheckpoint options;
    options.isSharded = true;
    QVERIFY(tests::writeTinyCheckpoint(path, options).has_value());
    example.damage(path);
    const auto report = checkCheckpoint(path);
    QVERIFY(!report.isReady);
    QVERIFY2(report.sentence.find(example.says) != std::string::npos, report.sentence.c_str());
    QVERIFY(report.sentence.ends_with('.'));
    QCOMPARE(errorName(report.code), errorName(example.code));
    const auto loaded = VisionLanguageModel::load(path, {}, {}, {});
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().message, report.sentence);
}

void CheckpointCheckTest::allProblemsAreListed() {
    QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    tests::TinyCheckpoint options;
    options.isSharded = true;
    QVERIFY(tests::writeTinyCheckpoint(path, options).has_value());
    fs::remove(path / kFirstShard);
    fs::resize_file(path / kSecondShard, 100);
    fs::remove(path / "tokenizer.json");
    const auto report = checkCheckpoint(path);
    QCOMPARE(report.problems.size(), std::size_t{3});
    const auto state = [&](const char* name) {
        return std::ranges::find(report.files, name, &CheckpointFile::name)->state;
    };
    QCOMPARE(state(kFirstShard), CheckpointFile::State::Missing);
    QCOMPARE(state(kSecondShard), CheckpointFile::State::Damaged);
    QCOMPARE(state(kIndex), CheckpointFile::State::Present);
}

void CheckpointCheckTest::publishedLayoutIsReady() {
    for (const char* fixture : {"llava-tiny", "llava-tiny-gqa"}) {
        const auto folder = tests::sharedData(std::string("fixtures/") + fixture + "/checkpoint");
        if (!folder)
            QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
        const auto report = checkCheckpoint(*folder);
        QVERIFY2(report.isReady, report.sentence.c_str());
        QVERIFY(report.notes.empty());
    }
}

void CheckpointCheckTest::preprocessingMayLieInTheOtherFile() {
    QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    QVERIFY(tests::writeTinyCheckpoint(path).has_value());
    const auto inside = nlohmann::json::parse(read(path / "preprocessor_config.json"));
    fs::remove(path / "preprocessor_config.json");
    write(path / "processor_config.json", nlohmann::json{{"image_processor", inside}}.dump());
    const auto report = checkCheckpoint(path);
    QVERIFY2(report.isReady, report.sentence.c_str());
    const auto listed = [&](const char* name) {
        return std::ranges::find(report.files, name, &CheckpointFile::name) != report.files.end();
    };
    QVERIFY(listed("processor_config.json"));
    QVERIFY(!listed("preprocessor_config.json"));
}

void CheckpointCheckTest::mutatedFoldersAreCheckedWithoutHarm() {
    QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    QVERIFY(tests::writeTinyCheckpoint(path).has_value());
    std::mt19937 random(5);
    for (const char* name :
         {"config.json", "preprocessor_config.json", "model.safetensors", "tokenizer.json"}) {
        const std::string original = read(path / name);
        for (int round = 0; round < 40; ++round) {
            std::string bytes = original;
            const std::size_t reach = std::min<std::size_t>(bytes.size(), 4000);
            for (unsigned i = 1 + random() % 4; i > 0; --i)
                bytes[random() % reach] = "0123456789-{}[]\",:e.x"[random() % 21];
            write(path / name, bytes);
            const auto report = checkCheckpoint(path);
            QVERIFY(report.isReady || !report.sentence.empty());
        }
        write(path / name, original);
    }
    QVERIFY(checkCheckpoint(path).isReady);
}

QTEST_GUILESS_MAIN(CheckpointCheckTest)
#include "checkpoint_check_test.moc"
