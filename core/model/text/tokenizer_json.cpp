// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/tokenizer_json.h"

#include "core/model/checkpoint/config_fields.h"
#include "core/model/checkpoint/json_file.h"
#include "core/model/text/bpe_encoder.h"
#include "core/model/text/bpe_merger.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace core::model {

namespace {

constexpr std::uint64_t kLargestFile = 64U << 20U;
constexpr std::int64_t kMostTokens = 1 << 22;

tl::unexpected<Error> refuse(const std::string& why) {
    return fail(ErrorCode::ModelInvalid, "tokenizer.json cannot be used: " + why);
}

std::string typeOf(const nlohmann::json& part) {
    return part.is_object() ? ConfigFields(part).text("type", "") : std::string();
}

/// What the normalizer says about the space prefix; nothing for a kind that LLaMA does not use.
std::optional<SpacePrefix> prefixOfNormalizer(const nlohmann::json* normalizer) {
    if (normalizer == nullptr)
        return SpacePrefix::Never;
    const std::string type = typeOf(*normalizer);
    if (type == "Prepend")
        return SpacePrefix::EverySegment;
    if (type == "Replace")
        return SpacePrefix::Never;
    const auto parts = normalizer->find("normalizers");
    if (type != "Sequence" || parts == normalizer->end() || !parts->is_array())
        return std::nullopt;
    SpacePrefix prefix = SpacePrefix::Never;
    for (const auto& part : *parts) {
        const std::string kind = typeOf(part);
        if (kind == "Prepend")
            prefix = SpacePrefix::EverySegment;
        else if (kind != "Replace")
            return std::nullopt;
    }
    return prefix;
}

std::optional<SpacePrefix> prefixOfPreTokenizer(const nlohmann::json* preTokenizer) {
    if (preTokenizer == nullptr)
        return SpacePrefix::Never;
    if (typeOf(*preTokenizer) != "Metaspace")
        return std::nullopt;
    ConfigFields fields(*preTokenizer);
    const std::string scheme =
        fields.text("prepend_scheme", fields.flag("add_prefix_space", true) ? "always" : "never");
    if (scheme == "never")
        return SpacePrefix::Never;
    return scheme == "first" ? SpacePrefix::AtStart : SpacePrefix::EverySegment;
}

Result<SpacePrefix> readPrefix(ConfigFields& top) {
    const auto normalizer = prefixOfNormalizer(top.find("normalizer"));
    const auto preTokenizer = prefixOfPreTokenizer(top.find("pre_tokenizer"));
    if (!normalizer || !preTokenizer)
        return refuse("it prepares text in a way that LLaMA's tokenizer does not use.");
    return *normalizer != SpacePrefix::Never ? *normalizer : *preTokenizer;
}

void place(TokenTable& tokens, std::int64_t id, Token token) {
    if (id >= static_cast<std::int64_t>(tokens.size()))
        tokens.resize(static_cast<std::size_t>(id) + 1);
    tokens[static_cast<std::size_t>(id)] = std::move(token);
}

/// The byte tokens, or nothing unless there are all 256.
std::vector<std::int32_t> bytesOf(const BpeMerger::Vocabulary& vocabulary) {
    std::vector<std::int32_t> bytes(256, -1);
    for (const auto& [text, id] : vocabulary)
        if (const auto byte = byteOf(text))
            bytes[static_cast<unsigned char>(*byte)] = id;
    if (std::ranges::find(bytes, -1) != bytes.end())
        bytes.clear();
    return bytes;
}

Result<BpeMerger::Vocabulary> readVocabulary(const nlohmann::json& model, TokenTable& tokens) {
    const auto list = model.find("vocab");
    if (list == model.end() || !list->is_object() || list->empty())
        return refuse("it has no vocabulary.");
    BpeMerger::Vocabulary vocabulary;
    for (const auto& [text, id] : list->items()) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= kMostTokens)
            return refuse("its vocabulary has an impossible id.");
        vocabulary.emplace(text, id.get<std::int32_t>());
        place(tokens, id.get<std::int64_t>(), {text, false, false});
    }
    return vocabulary;
}

/// A merge is written "left right" or, by newer libraries, ["left", "right"].
std::optional<std::pair<std::string, std::string>> readPair(const nlohmann::json& merge) {
    if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string())
        return std::pair(merge[0].get<std::string>(), merge[1].get<std::string>());
    if (!merge.is_string())
        return std::nullopt;
    const auto text = merge.get<std::string>();
    const auto space = text.find(' ');
    if (space == std::string::npos)
        return std::nullopt;
    return std::pair(text.substr(0, space), text.substr(space + 1));
}

Result<std::unordered_map<std::uint64_t, BpeMerger::Merge>>
readMerges(const nlohmann::json& model, const BpeMerger::Vocabulary& vocabulary) {
    const auto list = model.find("merges");
    if (list == model.end() || !list->is_array())
        return refuse("it has no merges.");
    std::unordered_map<std::uint64_t, BpeMerger::Merge> merges;
    std::int32_t rank = 0;
    for (const auto& entry : *list) {
        const auto pair = readPair(entry);
        if (!pair)
            return refuse("its merge number " + std::to_string(rank) + " is no pair.");
        const auto left = vocabulary.find(pair->first);
        const auto right = vocabulary.find(pair->second);
        const auto joined = vocabulary.find(pair->first + pair->second);
        if (left == vocabulary.end() || right == vocabulary.end() || joined == vocabulary.end())
            return refuse("its merge number " + std::to_string(rank) +
                          " uses a piece that is not in the vocabulary.");
        merges.emplace(BpeMerger::pairKey(left->second, right->second),
                       BpeMerger::Merge{rank, joined->second});
        ++rank;
    }
    return merges;
}

Result<std::vector<AddedToken>> readAdded(ConfigFields& top, TokenTable& tokens) {
    std::vector<AddedToken> added;
    const auto* list = top.find("added_tokens");
    if (list == nullptr)
        return added;
    if (!list->is_array())
        return refuse("its added tokens are no list.");
    for (const auto& entry : *list) {
        ConfigFields fields(entry);
        AddedToken token;
        token.id = fields.integer("id", -1);
        token.text = fields.text("content", "");
        token.isSpecial = fields.flag("special", false);
        token.eatsSpaceBefore = fields.flag("lstrip", false);
        token.eatsSpaceAfter = fields.flag("rstrip", false);
        if (!fields.problem().empty() || token.id < 0 || token.id >= kMostTokens ||
            token.text.empty())
            return refuse("one of its added tokens is damaged.");
        place(tokens, token.id, {token.text, token.isSpecial, true});
        added.push_back(std::move(token));
    }
    return added;
}

} // namespace

Result<Vocabulary> readTokenizerJson(const std::filesystem::path& file) {
    const auto json = readJsonFile(file, kLargestFile);
    if (!json)
        return tl::unexpected(json.error());
    ConfigFields top(*json);
    const auto* model = top.find("model");
    // Early files have no type; a list of merges tells them.
    if (model == nullptr || !model->is_object() ||
        (typeOf(*model) != "BPE" && !(typeOf(*model).empty() && model->contains("merges"))))
        return refuse("it is no byte-pair tokenizer.");
    const auto prefix = readPrefix(top);
    if (!prefix)
        return tl::unexpected(prefix.error());
    Vocabulary result;
    auto vocabulary = readVocabulary(*model, result.tokens);
    if (!vocabulary)
        return tl::unexpected(vocabulary.error());
    auto merges = readMerges(*model, *vocabulary);
    if (!merges)
        return tl::unexpected(merges.error());
    auto added = readAdded(top, result.tokens);
    if (!added)
        return tl::unexpected(added.error());
    result.added = std::move(*added);
    const auto unknown = vocabulary->find(ConfigFields(*model).text("unk_token", "<unk>"));
    const std::int32_t unknownId = unknown == vocabulary->end() ? 0 : unknown->second;
    auto bytes = bytesOf(*vocabulary);
    result.encoder = std::make_unique<BpeEncoder>(
        BpeMerger(std::move(*vocabulary), std::move(*merges), std::move(bytes), unknownId),
        *prefix);
    return result;
}

} // namespace core::model
