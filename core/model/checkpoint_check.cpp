// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_check.h"

#include "core/model/adapter_check.h"
#include "core/model/checkpoint/expected_tensors.h"
#include "core/model/checkpoint/json_file.h"
#include "core/model/checkpoint/memory_need.h"
#include "core/model/checkpoint/model_config.h"
#include "core/model/checkpoint/model_parts.h"
#include "core/model/checkpoint/quantized_weight.h"
#include "core/model/checkpoint/weight_map.h"
#include "core/model/text/prompt_template.h"
#include "core/model/text/tokenizer.h"
#include "core/model/vision/clip_preprocess.h"

#include <algorithm>
#include <iomanip>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

namespace core::model {

namespace {

namespace fs = std::filesystem;
using State = CheckpointFile::State;

constexpr std::size_t kMostProblems = 50;

std::string asText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t extent : shape)
        text.append(text.empty() ? "" : " x ").append(std::to_string(extent));
    return text.empty() ? "a single number" : text;
}

std::string exactGibibytes(std::uint64_t bytes) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(bytes < (1U << 30U) ? 3 : 1)
         << static_cast<double>(bytes) / (1U << 30U) << " GiB";
    return text.str();
}

bool hasFileEnding(const fs::path& directory, std::string_view ending) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(directory, error))
        if (entry.path().filename().string().ends_with(ending))
            return true;
    return false;
}

/// A sentence for weights of layers that an adapter wraps; nothing for plain ones.
std::optional<std::string> unmergedSentence(const WeightMap& weights) {
    for (const auto& [name, place] : weights.places())
        for (const char* mark : {".lora_A.", ".lora_B.", ".base_layer.", ".lora_embedding_"})
            if (name.find(mark) != std::string::npos)
                return "The model was saved with its LoRA adapter inside, not merged (" +
                       name.substr(0, 160) +
                       "). Merge it with the library that made it (merge_and_unload) and save it "
                       "again, or save model and adapter as two folders.";
    return std::nullopt;
}

/// Collects findings in the order in which a person should deal with them.
class Inspection {
  public:
    explicit Inspection(fs::path directory) : m_directory(std::move(directory)) {}

    CheckpointReport run() && {
        if (!inspectFolder())
            return finish();
        const auto config = readModelConfig(m_directory);
        file("config.json", config ? std::nullopt : std::optional(config.error()));
        if (!config)
            return finish();
        m_report.kind = "FakeVLM / LLaVA-1.5";
        inspectWeights(*config);
        inspectTokenizer(*config);
        inspectPreprocessing(*config);
        inspectOptionalFiles();
        estimateMemory(*config);
        return finish();
    }

  private:
    void problem(ErrorCode code, std::string sentence) {
        if (m_report.problems.empty())
            m_report.code = code;
        if (m_report.problems.size() < kMostProblems)
            m_report.problems.push_back(std::move(sentence));
    }

    void file(const std::string& name, const std::optional<Error>& error) {
        CheckpointFile entry{name, 0, State::Present, {}};
        std::error_code ignored;
        const auto bytes = fs::file_size(m_directory / name, ignored);
        if (!ignored)
            entry.bytes = bytes;
        if (error) {
            const bool isMissing =
                error->code == ErrorCode::FileNotFound || error->code == ErrorCode::ModelMissing;
            entry.state = isMissing ? State::Missing : State::Damaged;
            entry.problem = error->code == ErrorCode::FileNotFound
                                ? name + " is missing. Download it into the folder."
                                : error->message;
            problem(isMissing ? ErrorCode::ModelMissing : ErrorCode::ModelInvalid, entry.problem);
        }
        m_report.files.push_back(std::move(entry));
    }

    bool inspectFolder();
    void inspectWeights(const ModelConfig& config);
    [[nodiscard]] bool inspectShards(const ShardList& shards);
    void compareShapes(const ModelConfig& config, const WeightMap& weights);
    [[nodiscard]] bool acceptQuantized(const ExpectedTensor& expected, const WeightMap& weights);
    void checkLayout(const WeightMap& weights);
    void inspectTokenizer(const ModelConfig& config);
    void inspectPreprocessing(const ModelConfig& config);
    void inspectOptionalFiles();
    void estimateMemory(const ModelConfig& config);
    CheckpointReport finish();

    fs::path m_directory;
    CheckpointReport m_report;
    std::set<std::string> m_used; ///< tensors of the folder that the model needs
    std::set<WeightFormat> m_formats;
};

bool Inspection::inspectFolder() {
    std::error_code error;
    if (!fs::exists(m_directory, error)) {
        problem(ErrorCode::ModelMissing, m_directory.string() +
                                             " does not exist. Choose the folder "
                                             "that holds config.json.");
        return false;
    }
    if (!fs::is_directory(m_directory, error)) {
        problem(ErrorCode::ModelMissing, m_directory.string() +
                                             " is a file. Choose the folder that "
                                             "holds config.json.");
        return false;
    }
    if (fs::is_empty(m_directory, error) && !error) {
        problem(ErrorCode::ModelMissing,
                "This folder is empty. Download the FakeVLM checkpoint into it.");
        return false;
    }
    if (!fs::exists(m_directory / "config.json", error) && hasFileEnding(m_directory, ".gguf")) {
        problem(ErrorCode::ModelInvalid,
                "This folder holds a model in GGUF, the format of llama.cpp, which is not read. "
                "Download the safetensors version with its config.json.");
        return false;
    }
    if (!fs::exists(m_directory / "config.json", error) &&
        fs::exists(m_directory / "adapter_model.safetensors", error)) {
        problem(ErrorCode::ModelMissing,
                "This folder holds the weights of a LoRA adapter without its adapter_config.json. "
                "Download that file too.");
        return false;
    }
    if (!fs::exists(m_directory / "config.json", error)) {
        problem(
            ErrorCode::ModelMissing,
            "There is no config.json, so this is not a checkpoint folder. Choose the folder that "
            "holds config.json and the model-*.safetensors files.");
        return false;
    }
    return true;
}

bool Inspection::inspectShards(const ShardList& shards) {
    bool areFine = true;
    for (const std::string& name : shards.files) {
        const auto shard = SafetensorsFile::open(m_directory / name);
        file(name, shard ? std::nullopt : std::optional(shard.error()));
        areFine = areFine && shard.has_value();
    }
    return areFine;
}

void Inspection::inspectWeights(const ModelConfig& config) {
    const auto shards = listShards(m_directory);
    if (!shards) {
        if (shards.error().code == ErrorCode::ModelMissing)
            problem(ErrorCode::ModelMissing, shards.error().message);
        else
            file("model.safetensors.index.json", shards.error());
        return;
    }
    if (!shards->places.empty())
        file("model.safetensors.index.json", std::nullopt);
    if (!inspectShards(*shards))
        return;
    const auto weights = WeightMap::open(m_directory, *shards);
    if (!weights) {
        problem(weights.error().code, weights.error().message);
        return;
    }
    if (const auto unmerged = unmergedSentence(*weights)) {
        problem(ErrorCode::ModelInvalid, *unmerged);
        return;
    }
    if (shards->files.size() > 1 && shards->places.empty())
        m_report.notes.emplace_back(
            "There is no model.safetensors.index.json; the shards were taken by their numbers.");
    compareShapes(config, *weights);
}

/// Whether the folder has the tensor in quantized form, damaged or not.
bool Inspection::acceptQuantized(const ExpectedTensor& expected, const WeightMap& weights) {
    if (expected.shape.size() != 2)
        return false;
    const auto found =
        findQuantized(weights, expected.name, expected.shape.front(), expected.shape.back());
    if (!found)
        problem(found.error().code, found.error().message);
    if (!found || !*found)
        return !found;
    const auto& [matrix, bytes] = **found;
    for (const auto& part :
         quantizedParts(expected.name, matrix.format, matrix.rows, matrix.columns))
        m_used.insert(part.name);
    m_formats.insert(matrix.format);
    m_report.parameters += static_cast<std::uint64_t>(matrix.rows * matrix.columns);
    m_report.weightBytes += bytes;
    return true;
}

void Inspection::checkLayout(const WeightMap& weights) {
    if (m_formats.empty())
        return;
    const auto layout = weights.metadata().find(std::string(kLayoutKey));
    if (layout == weights.metadata().end() || layout->second != kLayout)
        problem(ErrorCode::ModelInvalid,
                "The weights were quantized by another version of this program. Quantize the "
                "original checkpoint again.");
    m_report.storedPrecision = m_formats.contains(WeightFormat::Q4) ? "int4" : "int8";
}

void Inspection::compareShapes(const ModelConfig& config, const WeightMap& weights) {
    std::set<DataType> types;
    for (const ExpectedTensor& expected : expectedTensors(config)) {
        if (acceptQuantized(expected, weights))
            continue;
        m_used.insert(expected.name);
        const auto* place = weights.find(expected.name);
        if (place == nullptr) {
            problem(ErrorCode::ModelInvalid, "The weight " + expected.name +
                                                 " is missing. Download all weight files again.");
            continue;
        }
        if (place->entry->shape != expected.shape)
            problem(ErrorCode::ModelInvalid,
                    "The weight " + expected.name + " is " + asText(place->entry->shape) +
                        ", but config.json asks for " + asText(expected.shape) +
                        ". config.json and the weights belong to different models.");
        types.insert(place->entry->type);
        m_report.parameters += static_cast<std::uint64_t>(place->entry->elements());
        m_report.weightBytes += place->entry->end - place->entry->begin;
    }
    for (const DataType type : types)
        if (type != DataType::F32 && type != DataType::F16 && type != DataType::BF16 &&
            type != DataType::F64)
            problem(ErrorCode::ModelInvalid,
                    "The weights are stored as " + std::string(nameOf(type)) +
                        ", quantized by another program. Download the fp16 or bf16 version.");
    const auto extra = std::ranges::count_if(
        weights.places(), [&](const auto& place) { return !m_used.contains(place.first); });
    if (extra > 0)
        m_report.notes.push_back(std::to_string(extra) + " weights of the folder are not used.");
    static const std::map<DataType, std::string> kNames = {{DataType::F32, "fp32"},
                                                           {DataType::F16, "fp16"},
                                                           {DataType::BF16, "bf16"},
                                                           {DataType::F64, "fp64"}};
    if (types.size() == 1 && kNames.contains(*types.begin()))
        m_report.storedPrecision = kNames.at(*types.begin());
    else if (types.size() > 1)
        m_report.storedPrecision = "mixed";
    checkLayout(weights);
}

void Inspection::inspectTokenizer(const ModelConfig& config) {
    auto tokenizer = Tokenizer::load(m_directory);
    if (!tokenizer && tokenizer.error().code == ErrorCode::ModelMissing) {
        problem(ErrorCode::ModelMissing, tokenizer.error().message);
        return;
    }
    std::error_code error;
    const std::string name =
        fs::exists(m_directory / "tokenizer.json", error) ? "tokenizer.json" : "tokenizer.model";
    file(name, tokenizer ? std::nullopt : std::optional(tokenizer.error()));
    if (!tokenizer)
        return;
    if (tokenizer->size() > config.text.vocabulary)
        problem(ErrorCode::ModelInvalid, name + " has " + std::to_string(tokenizer->size()) +
                                             " tokens, more than the model's " +
                                             std::to_string(config.text.vocabulary) +
                                             ". It belongs to another model.");
    if (tokenizer->idOf(kImagePlaceholder) != config.imageTokenId)
        problem(ErrorCode::ModelInvalid,
                name + " does not give <image> the number that config.json says (" +
                    std::to_string(config.imageTokenId) + "). They belong to different models.");
}

void Inspection::inspectPreprocessing(const ModelConfig& config) {
    const auto preprocess = readPreprocessConfig(m_directory);
    // Newer libraries keep it in the other file.
    std::error_code error;
    const bool isInOther = !fs::exists(m_directory / "preprocessor_config.json", error) &&
                           fs::exists(m_directory / "processor_config.json", error);
    file(isInOther ? "processor_config.json" : "preprocessor_config.json",
         preprocess ? std::nullopt : std::optional(preprocess.error()));
    if (!preprocess)
        return;
    const auto side = config.vision.imageSize;
    const auto geometry =
        inputGeometry(2 * static_cast<int>(side), static_cast<int>(side), *preprocess);
    if (!geometry || geometry->width != side || geometry->height != side)
        problem(ErrorCode::ModelInvalid, "preprocessor_config.json does not prepare pictures of " +
                                             std::to_string(side) + " x " + std::to_string(side) +
                                             " pixels, which config.json asks for.");
}

/// Files that may be absent, but must not be damaged: they change what is generated.
void Inspection::inspectOptionalFiles() {
    for (const char* name : {"generation_config.json", "tokenizer_config.json"}) {
        const auto json = readJsonFile(m_directory / name);
        if (json)
            file(name, std::nullopt);
        else if (json.error().code != ErrorCode::FileNotFound)
            file(name, json.error());
    }
    std::error_code error;
    if (fs::exists(m_directory / "adapter_config.json", error))
        m_report.notes.emplace_back(
            "A LoRA adapter lies beside the model and is not merged. If the model does not hold it "
            "already, put it into a folder of its own and choose that, or name it with --adapter.");
    const bool hasBoth = fs::exists(m_directory / "tokenizer.json", error) &&
                         fs::exists(m_directory / "tokenizer.model", error);
    if (hasBoth && !Tokenizer::fromSentencePiece(m_directory))
        m_report.notes.emplace_back(
            "tokenizer.model is damaged; it is not needed, because tokenizer.json is there.");
}

void Inspection::estimateMemory(const ModelConfig& config) {
    const std::uint64_t fixed = cacheBytes(config.text, kUsualPositions) + kWorkSpace;
    // Groups of 32 weights share a 16-bit scale when quantized.
    const std::pair<const char*, double> widths[] = {
        {"fp32", 4}, {"fp16", 2}, {"int8", 1 + 2.0 / 32}, {"int4", 0.5 + 2.0 / 32}};
    if (!m_formats.empty()) // what is quantized cannot be loaded otherwise
        m_report.memory.push_back({m_report.storedPrecision, m_report.weightBytes + fixed});
    else if (m_report.parameters > 0)
        for (const auto& [name, bytes] : widths)
            m_report.memory.push_back({name, static_cast<std::uint64_t>(
                                                 static_cast<double>(m_report.parameters) * bytes) +
                                                 fixed});
}

CheckpointReport Inspection::finish() {
    m_report.isReady = m_report.problems.empty();
    if (!m_report.isReady) {
        m_report.sentence = m_report.problems.front();
        return std::move(m_report);
    }
    std::ostringstream sentence;
    sentence << "Ready: a " << m_report.kind << " checkpoint with " << std::fixed
             << std::setprecision(2) << static_cast<double>(m_report.parameters) / 1e6
             << " million parameters, stored as " << m_report.storedPrecision << " ("
             << exactGibibytes(m_report.weightBytes) << ").";
    m_report.sentence = sentence.str();
    return std::move(m_report);
}

} // namespace

CheckpointReport checkCheckpoint(const fs::path& directory, const fs::path& adapter) {
    try {
        const auto parts = partsOf(directory, adapter);
        if (!parts) {
            CheckpointReport report;
            report.code = parts.error().code;
            report.sentence = parts.error().message;
            report.problems.push_back(report.sentence);
            return report;
        }
        CheckpointReport report = Inspection(parts->base).run();
        if (!parts->adapter.empty())
            inspectAdapter(report, *parts);
        return report;
    } catch (const std::exception& error) {
        CheckpointReport report;
        report.sentence = std::string("This folder cannot be read: ") + error.what() + ".";
        report.problems.push_back(report.sentence);
        return report;
    }
}

} // namespace core::model
