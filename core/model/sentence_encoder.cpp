// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sentence_encoder.h"

#include "core/model/checkpoint/checkpoint_weights.h"
#include "core/model/checkpoint/config_fields.h"
#include "core/model/checkpoint/json_file.h"
#include "core/model/checkpoint/weight_map.h"
#include "core/model/llava/guarded.h"
#include "core/model/sentence/bert_encoder.h"
#include "core/model/sentence/word_pieces.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

namespace core::model {

namespace {

constexpr std::size_t kMostTogether = 32; ///< texts of one length
constexpr std::int64_t kMostUnusedTokens = 128;

/// An object, or an empty one when the file is not there.
Result<nlohmann::json> optionalJson(const std::filesystem::path& path) {
    auto json = readJsonFile(path);
    if (!json && json.error().code == ErrorCode::FileNotFound)
        return nlohmann::json::object();
    return json;
}

/// Of the folder, also when its path ends in a slash.
std::string nameOf(const std::filesystem::path& directory) {
    const auto path = directory.lexically_normal();
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

Result<void> checkPooling(const std::filesystem::path& directory) {
    const auto pooling = optionalJson(directory / "1_Pooling" / "config.json");
    if (!pooling)
        return tl::unexpected(pooling.error());
    ConfigFields fields(*pooling);
    const bool isMean = fields.flag("pooling_mode_mean_tokens", true) &&
                        !fields.flag("pooling_mode_cls_token", false) &&
                        !fields.flag("pooling_mode_max_tokens", false) &&
                        !fields.flag("pooling_mode_mean_sqrt_len_tokens", false);
    if (!isMean)
        return fail(ErrorCode::ModelInvalid,
                    "This encoder pools its tokens in another way than by their mean, which is "
                    "the only one that is supported.");
    std::error_code error;
    if (std::filesystem::exists(directory / "2_Dense", error))
        return fail(ErrorCode::ModelInvalid,
                    "This encoder has a further layer behind its pooling, which is not supported.");
    return {};
}

} // namespace

class SentenceEncoder::Implementation {
  public:
    Implementation(std::string name, WordPieces pieces, WeightMap weights,
                   std::unique_ptr<BertEncoder> encoder, std::int64_t mostTokens)
        : m_name(std::move(name)), m_pieces(std::move(pieces)), m_weights(std::move(weights)),
          m_encoder(std::move(encoder)), m_mostTokens(mostTokens) {}

    [[nodiscard]] const std::string& name() const { return m_name; }

    Result<std::vector<std::vector<float>>> embed(std::span<const std::string> texts,
                                                  const std::stop_token& stop) const {
        std::vector<std::vector<std::int64_t>> ids;
        ids.reserve(texts.size());
        for (const std::string& text : texts)
            ids.push_back(m_pieces.encode(text, m_mostTokens));
        // Texts of one length go together, so that none needs padding.
        std::vector<std::size_t> order(texts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return ids[i].size(); });
        std::vector<std::vector<float>> vectors(texts.size());
        for (std::size_t first = 0; first < order.size();) {
            if (stop.stop_requested())
                return cancelled();
            std::size_t end = first;
            while (end < order.size() && end - first < kMostTogether &&
                   ids[order[end]].size() == ids[order[first]].size())
                ++end;
            embedTogether(ids, std::span(order).subspan(first, end - first), vectors);
            first = end;
        }
        return vectors;
    }

  private:
    void embedTogether(const std::vector<std::vector<std::int64_t>>& ids,
                       std::span<const std::size_t> chosen,
                       std::vector<std::vector<float>>& vectors) const {
        const auto count = std::ssize(chosen);
        const auto tokens = std::ssize(ids[chosen.front()]);
        at::Tensor batch = at::empty({count, tokens}, at::kLong);
        for (std::int64_t i = 0; i < count; ++i)
            std::memcpy(batch.data_ptr<std::int64_t>() + i * tokens,
                        ids[chosen[static_cast<std::size_t>(i)]].data(),
                        static_cast<std::size_t>(tokens) * sizeof(std::int64_t));
        const at::Tensor means = (*m_encoder)(batch).mean(1).contiguous(); // [count, width]
        const auto width = static_cast<std::size_t>(means.size(1));
        const float* values = means.data_ptr<float>();
        for (std::size_t i = 0; i < chosen.size(); ++i)
            vectors[chosen[i]].assign(values + i * width, values + (i + 1) * width);
    }

    std::string m_name;
    WordPieces m_pieces;
    WeightMap m_weights; ///< weights may point into its files
    std::unique_ptr<BertEncoder> m_encoder;
    std::int64_t m_mostTokens;
};

SentenceEncoder::SentenceEncoder(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation)) {}
SentenceEncoder::~SentenceEncoder() = default;

const std::string& SentenceEncoder::name() const {
    return m_implementation->name();
}

Result<std::unique_ptr<SentenceEncoder>>
SentenceEncoder::load(const std::filesystem::path& directory) {
    return guarded([&]() -> Result<std::unique_ptr<SentenceEncoder>> {
        const auto config = readBertConfig(directory);
        if (!config)
            return config.error().code == ErrorCode::FileNotFound
                       ? Result<std::unique_ptr<SentenceEncoder>>(
                             fail(ErrorCode::ModelMissing,
                                  "There is no config.json in the encoder's folder."))
                       : tl::unexpected(config.error());
        if (auto pooling = checkPooling(directory); !pooling)
            return tl::unexpected(pooling.error());
        auto pieces = WordPieces::load(directory);
        if (!pieces)
            return tl::unexpected(pieces.error());
        // Some models round their table of embeddings up.
        if (pieces->size() > config->vocabulary ||
            pieces->size() + kMostUnusedTokens <= config->vocabulary)
            return fail(ErrorCode::ModelInvalid,
                        "vocab.txt has " + std::to_string(pieces->size()) +
                            " tokens and the encoder " + std::to_string(config->vocabulary) +
                            "; it is cut off or belongs to another model.");
        const auto limits = optionalJson(directory / "sentence_bert_config.json");
        if (!limits)
            return tl::unexpected(limits.error());
        ConfigFields fields(*limits);
        const std::int64_t most =
            std::min(fields.size("max_seq_length", config->maxPositions), config->maxPositions);
        const auto shards = listShards(directory);
        if (!shards)
            return tl::unexpected(shards.error());
        auto weights = WeightMap::open(directory, *shards);
        if (!weights)
            return tl::unexpected(weights.error());
        const std::string root =
            weights->find("bert.embeddings.word_embeddings.weight") != nullptr ? "bert." : "";
        CheckpointWeights loader(*weights, {});
        auto encoder = std::make_unique<BertEncoder>(*config, root, loader);
        if (auto status = loader.status(); !status)
            return tl::unexpected(status.error());
        return std::unique_ptr<SentenceEncoder>(new SentenceEncoder(
            std::make_unique<Implementation>(nameOf(directory), std::move(*pieces),
                                             std::move(*weights), std::move(encoder), most)));
    });
}

Result<std::vector<std::vector<float>>> SentenceEncoder::embed(std::span<const std::string> texts,
                                                               std::stop_token stop) const {
    return guarded([&] { return m_implementation->embed(texts, stop); });
}

double cosineOf(std::span<const float> a, std::span<const float> b) {
    double product = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        product += static_cast<double>(a[i]) * b[i];
        lengthA += static_cast<double>(a[i]) * a[i];
        lengthB += static_cast<double>(b[i]) * b[i];
    }
    return lengthA > 0 && lengthB > 0 ? product / std::sqrt(lengthA * lengthB) : 0;
}

} // namespace core::model
