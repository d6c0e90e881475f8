// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tiny_checkpoint.h"

#include "core/model/checkpoint/expected_tensors.h"
#include "core/model/checkpoint/model_config.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <string_view>
#include <vector>

namespace tests {

namespace {

using core::Result;
using core::model::DataType;
using core::model::ExpectedTensor;

constexpr int kHeads = 4;
constexpr std::string_view kSpace = "\xE2\x96\x81";

void writeText(const std::filesystem::path& path, const nlohmann::json& json) {
    std::ofstream(path, std::ios::binary) << json.dump(1);
}

/// Ids: 0 to 2 special, 3 to 258 bytes, then the space sign, printable letters and joined words.
class TokenizerMaker {
  public:
    explicit TokenizerMaker(const std::vector<std::string>& words) {
        for (const char* token : {"<unk>", "<s>", "</s>"})
            add(token);
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        for (std::size_t byte = 0; byte < 256; ++byte)
            add(std::string("<0x") + kDigits[byte / 16] + kDigits[byte % 16] + ">");
        add(std::string(kSpace));
        for (char letter = '!'; letter <= '~'; ++letter)
            add(std::string(1, letter));
        for (const std::string_view word : {"This", "is", "a", "fake", "real", "image", "the",
                                            "fur", "smooth", "light", "looks", "Does"})
            join(word);
        for (const std::string& word : words)
            join(word);
    }

    [[nodiscard]] nlohmann::json json() const {
        auto added = nlohmann::json::array();
        const auto token = [&](int id, const char* text) {
            added.push_back({{"id", id}, {"content", text}, {"special", true}});
        };
        token(0, "<unk>");
        token(1, "<s>");
        token(2, "</s>");
        token(imageId(), "<image>");
        token(imageId() + 1, "<pad>");
        return {{"version", "1.0"},
                {"added_tokens", added},
                {"normalizer", nullptr},
                {"pre_tokenizer",
                 {{"type", "Metaspace"}, {"replacement", kSpace}, {"prepend_scheme", "first"}}},
                {"model",
                 {{"type", "BPE"},
                  {"unk_token", "<unk>"},
                  {"byte_fallback", true},
                  {"vocab", m_vocabulary},
                  {"merges", m_merges}}}};
    }
    [[nodiscard]] int imageId() const { return static_cast<int>(m_vocabulary.size()); }
    [[nodiscard]] int paddedSize() const { return (imageId() + 2 + 63) / 64 * 64; }

  private:
    void add(const std::string& token) { m_vocabulary.emplace(token, m_vocabulary.size()); }
    void join(std::string_view word) {
        std::string left(kSpace);
        for (const char letter : word) {
            const std::string longer = left + letter;
            if (!m_vocabulary.contains(longer)) { // else another word begins alike
                m_merges.push_back(left + " " + letter);
                add(longer);
            }
            left = longer;
        }
    }

    std::map<std::string, std::size_t> m_vocabulary;
    std::vector<std::string> m_merges;
};

nlohmann::json configOf(const TinyCheckpoint& options, const TokenizerMaker& tokenizer) {
    nlohmann::json text = {{"model_type", "llama"},
                           {"hidden_size", 32},
                           {"intermediate_size", 48},
                           {"num_hidden_layers", 2},
                           {"num_attention_heads", kHeads},
                           {"num_key_value_heads", options.keyValueHeads},
                           {"max_position_embeddings", options.maxPositions},
                           {"vocab_size", tokenizer.paddedSize()}};
    if (!options.ropeScaling.empty())
        text["rope_scaling"] = nlohmann::json::parse(options.ropeScaling);
    nlohmann::json config = {{"model_type", "llava"},
                             {"architectures", {"LlavaForConditionalGeneration"}},
                             {"image_token_index", tokenizer.imageId()},
                             {"tie_word_embeddings", options.hasTiedHead},
                             {"text_config", text},
                             {"vision_config",
                              {{"model_type", "clip_vision_model"},
                               {"hidden_size", 16},
                               {"intermediate_size", 24},
                               {"num_hidden_layers", 3},
                               {"num_attention_heads", 2},
                               {"image_size", 28},
                               {"patch_size", 7}}}};
    if (!options.configPatch.empty())
        config.merge_patch(nlohmann::json::parse(options.configPatch));
    return config;
}

/// A value that depends on the seed, the name and the place only: splitmix64 over a hash of the
/// name.
class ValueSource {
  public:
    ValueSource(std::uint32_t seed, std::string_view name) : m_state(seed * 0x9E3779B97F4A7C15ULL) {
        for (const char letter : name)
            m_state = (m_state ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
    }

    /// A multiple of 1/128 between -reach and reach.
    [[nodiscard]] float at(std::uint64_t place, double reach) const {
        std::uint64_t mixed = m_state + (place + 1) * 0x9E3779B97F4A7C15ULL;
        mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBULL;
        const double unit = static_cast<double>((mixed ^ mixed >> 31U) >> 11U) * 0x1.0p-53;
        return static_cast<float>(std::round((2 * unit - 1) * reach * 128) / 128);
    }

  private:
    std::uint64_t m_state;
};

std::vector<float> valuesOf(const ExpectedTensor& tensor, const TinyCheckpoint& options) {
    std::string name = tensor.name;
    if (options.hasEqualHead && name == "language_model.lm_head.weight")
        name = "language_model.model.embed_tokens.weight";
    const ValueSource source(options.seed, name);
    const bool isVector = tensor.shape.size() == 1;
    const bool isNorm = isVector && name.ends_with("weight");
    const std::int64_t rows = tensor.shape.front();
    std::int64_t columns = 1;
    for (std::size_t i = 1; i < tensor.shape.size(); ++i)
        columns *= tensor.shape[i];
    const bool isKeyOrValue =
        name.find("language_model") == 0 &&
        (name.find("k_proj") != std::string::npos || name.find("v_proj") != std::string::npos);
    const bool isTable = name.find("embed") != std::string::npos;
    const double reach = isTable    ? 1.0
                         : isVector ? 0.2
                                    : std::min(1.5, 3 / std::sqrt(static_cast<double>(columns)));

    // Rows of heads that share keys and values come from the first heads.
    const std::int64_t headRows = isKeyOrValue ? rows / options.keyValueHeads : rows;
    const std::int64_t group =
        isKeyOrValue ? options.keyValueHeads / options.distinctKeyValueHeads : 1;
    std::vector<float> values;
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::int64_t from = row / headRows / group * headRows + row % headRows;
        for (std::int64_t column = 0; column < columns; ++column)
            values.push_back(source.at(static_cast<std::uint64_t>(from * columns + column), reach) +
                             (isNorm ? 1.0F : 0.0F));
    }
    return values;
}

/// Exact for multiples of 1/128 below 2.
std::uint16_t asHalf(float value) {
    if (value == 0)
        return 0;
    const int exponent = std::ilogb(value);
    const auto mantissa =
        static_cast<std::uint16_t>((std::abs(std::ldexp(value, -exponent)) - 1) * 1024);
    return static_cast<std::uint16_t>((value < 0 ? 0x8000 : 0) | (exponent + 15) << 10 | mantissa);
}

std::vector<std::uint8_t> stored(const std::vector<float>& values, DataType type) {
    std::vector<std::uint8_t> bytes(values.size() * core::model::sizeOf(type));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (type == DataType::F32) {
            std::memcpy(bytes.data() + i * 4, &values[i], 4);
            continue;
        }
        const auto upper =
            static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(values[i]) >> 16U);
        const std::uint16_t bits = type == DataType::F16 ? asHalf(values[i]) : upper;
        std::memcpy(bytes.data() + i * 2, &bits, 2);
    }
    return bytes;
}

std::string newName(const std::string& canonical) {
    constexpr std::string_view kText = "language_model.model.";
    if (canonical.starts_with(kText))
        return "model.language_model." + canonical.substr(kText.size());
    if (canonical == "language_model.lm_head.weight")
        return "lm_head.weight";
    return "model." + canonical;
}

Result<void> writeWeights(const std::filesystem::path& directory, const TinyCheckpoint& options) {
    const auto config = core::model::readModelConfig(directory);
    if (!config)
        return tl::unexpected(config.error());
    const auto expected = core::model::expectedTensors(*config);
    std::vector<std::vector<std::uint8_t>> data;
    std::array<std::vector<core::model::TensorToWrite>, 2> shards;
    std::array<std::string, 2> names = {"model-00001-of-00002.safetensors",
                                        "model-00002-of-00002.safetensors"};
    auto places = nlohmann::json::object();
    data.reserve(expected.size() + 1);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        std::vector<float> values;
        if (options.values)
            values = options.values(expected[i].name, expected[i].shape);
        if (values.empty())
            values = valuesOf(expected[i], options);
        data.push_back(stored(values, options.stored));
        const std::size_t shard = options.isSharded && i >= expected.size() / 2 ? 1 : 0;
        const std::string name = options.hasNewNames ? newName(expected[i].name) : expected[i].name;
        shards[shard].push_back({name, options.stored, expected[i].shape, data.back()});
        places[name] = names[shard];
    }
    // Published checkpoints hold a few tensors that are not weights.
    data.emplace_back(8, std::uint8_t{0});
    shards[0].push_back(
        {"vision_tower.vision_model.embeddings.position_ids", DataType::I64, {1}, data.back()});
    if (!options.isSharded)
        return writeSafetensors(directory / "model.safetensors", shards[0], {{"format", "pt"}});
    writeText(directory / "model.safetensors.index.json",
              {{"metadata", nlohmann::json::object()}, {"weight_map", places}});
    for (std::size_t shard = 0; shard < 2; ++shard)
        if (auto written = writeSafetensors(directory / names[shard], shards[shard]); !written)
            return written;
    return {};
}

} // namespace

Result<void> writeTinyCheckpoint(const std::filesystem::path& directory,
                                 const TinyCheckpoint& options) {
    const TokenizerMaker tokenizer(options.words);
    writeText(directory / "config.json", configOf(options, tokenizer));
    writeText(directory / "tokenizer.json", tokenizer.json());
    nlohmann::json preprocess = {{"size", {{"shortest_edge", 28}}},
                                 {"crop_size", {{"height", 28}, {"width", 28}}}};
    if (!options.preprocessPatch.empty())
        preprocess.merge_patch(nlohmann::json::parse(options.preprocessPatch));
    writeText(directory / "preprocessor_config.json", preprocess);
    return writeWeights(directory, options);
}

} // namespace tests
