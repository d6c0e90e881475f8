// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/adapter_merge.h"
#include "core/model/checkpoint/lora_adapter.h"
#include "core/model/checkpoint/model_parts.h"
#include "core/model/checkpoint/stored_tensor.h"
#include "core/model/checkpoint/weight_map.h"
#include "core/model/checkpoint_check.h"
#include "core/model/vision_language_model.h"
#include "core/model/weights_digest.h"
#include "tests/support/tiny_checkpoint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <optional>

using namespace core;
using namespace core::model;

namespace {

namespace fs = std::filesystem;

const std::string kLayer = "language_model.model.layers.0.self_attn.q_proj";

/// Both halves of one layer of the tiny checkpoint (32 x 32), with values that count up.
struct AdapterFile {
    nlohmann::json config = {{"peft_type", "LORA"},
                             {"r", 2},
                             {"lora_alpha", 6},
                             {"target_modules", {"q_proj"}},
                             {"base_model_name_or_path", "model"}};
    std::string layer = kLayer;
    std::int64_t rank = 2;
    std::int64_t width = 32;
    bool hasB = true;
    std::string further; ///< name of one tensor more

    void write(const fs::path& folder) const {
        fs::create_directories(folder);
        std::ofstream(folder / "adapter_config.json") << config;
        std::vector<float> a(static_cast<std::size_t>(rank * width));
        for (std::size_t i = 0; i < a.size(); ++i)
            a[i] = static_cast<float>(i % 7) / 8;
        std::vector<float> b(static_cast<std::size_t>(32 * rank));
        for (std::size_t i = 0; i < b.size(); ++i)
            b[i] = static_cast<float>(i % 5) / 8 - 0.25F;
        const auto bytes = [](const std::vector<float>& values) {
            return std::span(reinterpret_cast<const std::uint8_t*>(values.data()),
                             values.size() * sizeof(float));
        };
        std::vector<TensorToWrite> tensors = {{"base_model.model." + layer + ".lora_A.weight",
                                               DataType::F32,
                                               {rank, width},
                                               bytes(a)}};
        if (hasB)
            tensors.push_back({"base_model.model." + layer + ".lora_B.weight",
                               DataType::F32,
                               {32, rank},
                               bytes(b)});
        if (!further.empty())
            tensors.push_back({further, DataType::F32, {rank, width}, bytes(a)});
        QVERIFY(writeSafetensors(folder / "adapter_model.safetensors", tensors).has_value());
    }
};

at::Tensor weightOf(const fs::path& folder, const std::string& name) {
    const auto map = WeightMap::open(folder, *listShards(folder));
    const auto* place = map->find(name);
    return wideTensor(*place->file, *place->entry);
}

} // namespace

class LoraAdapterTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void patternsNameLayers();
    void adapterIsMergedIntoItsBase();
    void adapterFolderStandsForBaseAndItself();
    void scaleFollowsRankAlphaAndPatterns();
    void damagedAndOtherAdaptersAreRefused_data();
    void damagedAndOtherAdaptersAreRefused();
    void variantsOfFoldersAreCalledWhatTheyAre();

  private:
    [[nodiscard]] fs::path folder() const { return m_folder->path().toStdString(); }
    std::optional<QTemporaryDir> m_folder;
};

void LoraAdapterTest::init() {
    m_folder.emplace();
    fs::create_directory(folder() / "model");
    QVERIFY(tests::writeTinyCheckpoint(folder() / "model").has_value());
}

void LoraAdapterTest::patternsNameLayers() {
    QVERIFY(namesLayer("q_proj", kLayer));
    QVERIFY(namesLayer("self_attn.q_proj", kLayer));
    QVERIFY(namesLayer(kLayer, kLayer));
    QVERIFY(namesLayer("^language_model.*q_proj", kLayer));
    QVERIFY(namesLayer("layers\\.\\d+\\.self_attn\\.q_proj", kLayer));
    QVERIFY(!namesLayer("proj", kLayer));
    QVERIFY(!namesLayer("k_proj", kLayer));
    QVERIFY(!namesLayer("^q_proj", kLayer));
}

void LoraAdapterTest::adapterIsMergedIntoItsBase() {
    AdapterFile().write(folder() / "adapter");
    const auto summary =
        mergeAdapter({folder() / "model", folder() / "adapter", folder() / "merged"}, {}, {});
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().message.c_str());
    QCOMPARE(summary->mergedTensors, std::int64_t{1});
    const at::Tensor before = weightOf(folder() / "model", kLayer + ".weight");
    const at::Tensor after = weightOf(folder() / "merged", kLayer + ".weight");
    // Row 0, column 4: B holds -2/8 and -1/8, A 4/8 and (36 % 7)/8; alpha by rank is 3.
    const double other = (after - before).index({0, 4}).item<double>();
    QVERIFY(std::abs(other - 3 * (-0.25 * 4.0 / 8 - 0.125 * (36 % 7) / 8.0)) < 1e-6);
    QVERIFY(at::equal(weightOf(folder() / "model", "language_model.lm_head.weight"),
                      weightOf(folder() / "merged", "language_model.lm_head.weight")));
    QVERIFY(checkCheckpoint(folder() / "merged").isReady);
    QCOMPARE(mergeAdapter({folder() / "model", folder() / "adapter", folder() / "merged"}, {}, {})
                 .error()
                 .code,
             ErrorCode::InvalidArgument);
}

void LoraAdapterTest::adapterFolderStandsForBaseAndItself() {
    AdapterFile().write(folder() / "adapter");
    QVERIFY(isAdapterFolder(folder() / "adapter"));
    const auto report = checkCheckpoint(folder() / "adapter");
    QVERIFY2(report.isReady, report.sentence.c_str());
    QVERIFY(report.kind.find("LoRA adapter") != std::string::npos);
    const auto loaded = VisionLanguageModel::load(folder() / "adapter", {}, {}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
    QCOMPARE((*loaded)->describe().name, std::string("model + adapter"));
    const auto digest = weightsSha256(folder() / "adapter", {}, {}, {});
    QVERIFY(digest.has_value() && digest != weightsSha256(folder() / "model", {}, {}, {}));
    AdapterFile lost;
    lost.config["base_model_name_or_path"] = "somebody/another-model";
    lost.write(folder() / "lost");
    const auto without = checkCheckpoint(folder() / "lost");
    QVERIFY(!without.isReady);
    QCOMPARE(without.code, ErrorCode::ModelMissing);
    QVERIFY(without.sentence.find("somebody/another-model") != std::string::npos);
    LoadOptions options;
    options.adapter = folder() / "lost";
    QVERIFY(VisionLanguageModel::load(folder() / "model", options, {}, {}).has_value());
}

void LoraAdapterTest::scaleFollowsRankAlphaAndPatterns() {
    LoraConfig config;
    config.rank = 4;
    config.alpha = 8;
    QCOMPARE(config.scaleOf(kLayer), 2.0);
    config.usesRootOfRank = true;
    QCOMPARE(config.scaleOf(kLayer), 4.0);
    config.usesRootOfRank = false;
    config.rankPattern["q_proj"] = 16;
    config.alphaPattern["layers.0.self_attn.q_proj"] = 48;
    QCOMPARE(config.scaleOf(kLayer), 3.0);
    QCOMPARE(config.scaleOf("language_model.model.layers.0.self_attn.k_proj"), 2.0);
    QVERIFY(writeLoraConfig(config, folder()).has_value());
    const auto again = readLoraConfig(folder());
    QVERIFY(again.has_value());
    QCOMPARE(again->scaleOf(kLayer), 3.0);
    QCOMPARE(again->rankOf(kLayer), std::int64_t{16});
}

void LoraAdapterTest::damagedAndOtherAdaptersAreRefused_data() {
    QTest::addColumn<QString>("fault");
    for (const char* fault : {"dora", "ia3", "bias", "rank", "half", "embedding", "magnitude",
                              "width", "layer", "cut", "pickle", "none"})
        QTest::newRow(fault) << fault;
}

void LoraAdapterTest::damagedAndOtherAdaptersAreRefused() {
    QFETCH(QString, fault);
    const fs::path path = folder() / "adapter";
    AdapterFile file;
    if (fault == "dora")
        file.config["use_dora"] = true;
    if (fault == "ia3")
        file.config["peft_type"] = "IA3";
    if (fault == "bias")
        file.config["bias"] = "all";
    if (fault == "rank")
        file.config["r"] = 3;
    file.hasB = fault != "half";
    if (fault == "embedding")
        file.further = "base_model.model.language_model.model.embed_tokens.lora_embedding_A";
    if (fault == "magnitude")
        file.further = "base_model.model." + kLayer + ".lora_magnitude_vector";
    if (fault == "width")
        file.width = 16;
    if (fault == "layer")
        file.layer = "language_model.model.layers.9.self_attn.q_proj";
    file.write(path);
    if (fault == "cut")
        fs::resize_file(path / "adapter_model.safetensors", 300);
    if (fault == "pickle" || fault == "none")
        fs::remove(path / "adapter_model.safetensors");
    if (fault == "pickle")
        std::ofstream(path / "adapter_model.bin") << "x";
    const auto report = checkCheckpoint(folder() / "model", path);
    QVERIFY(!report.isReady && !report.sentence.empty());
    LoadOptions options;
    options.adapter = path;
    QVERIFY(!VisionLanguageModel::load(folder() / "model", options, {}, {}).has_value());
}

void LoraAdapterTest::variantsOfFoldersAreCalledWhatTheyAre() {
    const fs::path model = folder() / "model";
    const auto sentence = [&] { return checkCheckpoint(model).sentence; };
    fs::rename(model / "model.safetensors", model / "model-00001-of-00001.safetensors");
    const auto shard = checkCheckpoint(model);
    QVERIFY2(shard.isReady, shard.sentence.c_str());
    fs::rename(model / "model-00001-of-00001.safetensors",
               model / "model-00001-of-00002.safetensors");
    QVERIFY(sentence().find("1 of the shards") != std::string::npos);
    fs::rename(model / "model-00001-of-00002.safetensors", model / "model.fp16.safetensors");
    QVERIFY(sentence().find("model.fp16.safetensors") != std::string::npos);
    std::ofstream(model / "model-q4.gguf") << "GGUF";
    QVERIFY(sentence().find("GGUF") != std::string::npos);

    const fs::path siglip = folder() / "siglip";
    fs::create_directory(siglip);
    tests::TinyCheckpoint options;
    options.configPatch = R"({"vision_config": {"model_type": "siglip_vision_model"}})";
    QVERIFY(!tests::writeTinyCheckpoint(siglip, options).has_value());
    QVERIFY(checkCheckpoint(siglip).sentence.find("SigLIP") != std::string::npos);

    QCOMPARE(canonicalName("vision_tower.encoder.layers.0.mlp.fc1.weight"),
             std::string("vision_tower.vision_model.encoder.layers.0.mlp.fc1.weight"));
    QCOMPARE(canonicalName("model.vision_tower.embeddings.class_embedding"),
             std::string("vision_tower.vision_model.embeddings.class_embedding"));
    QCOMPARE(canonicalName("base_model.model.language_model.lm_head.weight"),
             std::string("language_model.lm_head.weight"));
}

QTEST_GUILESS_MAIN(LoraAdapterTest)
#include "lora_adapter_test.moc"
