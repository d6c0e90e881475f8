// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/tokenizer.h"

#include "core/model/checkpoint/config_fields.h"
#include "core/model/checkpoint/json_file.h"
#include "core/model/text/sentencepiece_model.h"
#include "core/model/text/tokenizer_json.h"
#include "core/model/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace core::model {

namespace {

constexpr std::int64_t kMostTokens = 1 << 22;

bool isThere(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
}

/// tokenizer_config.json, or an empty object: it is optional.
nlohmann::json readTokenizerConfig(const std::filesystem::path& directory) {
    auto json = readJsonFile(directory / "tokenizer_config.json");
    return json ? std::move(*json) : nlohmann::json::object();
}

void appendAdded(std::vector<AddedToken>& added, AddedToken token) {
    const bool isKnown = std::ranges::any_of(
        added, [&](const AddedToken& other) { return other.text == token.text; });
    if (!isKnown && !token.text.empty() && token.id >= 0 && token.id < kMostTokens)
        added.push_back(std::move(token));
}

/// Added tokens of a folder without tokenizer.json.
std::vector<AddedToken> readAddedTokens(const std::filesystem::path& directory,
                                        const nlohmann::json& config) {
    std::vector<AddedToken> added;
    ConfigFields fields(config);
    const auto* decoder = fields.find("added_tokens_decoder");
    if (decoder != nullptr && decoder->is_object())
        for (const auto& [key, entry] : decoder->items()) {
            std::int64_t id = -1;
            std::from_chars(key.data(), key.data() + key.size(), id);
            ConfigFields token(entry);
            appendAdded(added, {id, token.text("content", ""), token.flag("special", false),
                                token.flag("lstrip", false), token.flag("rstrip", false)});
        }
    if (const auto list = readJsonFile(directory / "added_tokens.json"))
        for (const auto& [text, id] : list->items())
            if (id.is_number_integer())
                appendAdded(added, {id.get<std::int64_t>(), text, true, false, false});
    return added;
}

/// A token is written as a text or as an object with the text in "content".
std::string tokenText(const nlohmann::json& config, const char* key, const std::string& usual) {
    ConfigFields fields(config);
    const auto* value = fields.find(key);
    if (value != nullptr && value->is_object())
        return ConfigFields(*value).text("content", usual);
    return fields.text(key, usual);
}

} // namespace

Result<Tokenizer> Tokenizer::load(const std::filesystem::path& directory) {
    if (isThere(directory / "tokenizer.json"))
        return fromJson(directory);
    if (isThere(directory / "tokenizer.model"))
        return fromSentencePiece(directory);
    return fail(ErrorCode::ModelMissing,
                "There is no tokenizer: neither tokenizer.json nor "
                "tokenizer.model is in this folder. Download one of them.");
}

Result<Tokenizer> Tokenizer::fromJson(const std::filesystem::path& directory) {
    auto vocabulary = readTokenizerJson(directory / "tokenizer.json");
    if (!vocabulary)
        return tl::unexpected(vocabulary.error());
    Tokenizer tokenizer;
    tokenizer.m_fileName = "tokenizer.json";
    tokenizer.m_encoder = std::move(vocabulary->encoder);
    tokenizer.m_tokens = std::move(vocabulary->tokens);
    tokenizer.m_added = std::move(vocabulary->added);
    tokenizer.finish(directory);
    return tokenizer;
}

Result<Tokenizer> Tokenizer::fromSentencePiece(const std::filesystem::path& directory) {
    const nlohmann::json config = readTokenizerConfig(directory);
    const bool isLegacy = ConfigFields(config).flag("legacy", true);
    auto vocabulary = readSentencePiece(
        directory / "tokenizer.model", isLegacy ? SpacePrefix::EverySegment : SpacePrefix::AtStart);
    if (!vocabulary)
        return tl::unexpected(vocabulary.error());
    Tokenizer tokenizer;
    tokenizer.m_fileName = "tokenizer.model";
    tokenizer.m_encoder = std::move(vocabulary->encoder);
    tokenizer.m_tokens = std::move(vocabulary->tokens);
    tokenizer.m_added = readAddedTokens(directory, config);
    // Control tokens are recognized in text also where no other file lists them.
    for (AddedToken& token : vocabulary->added)
        appendAdded(tokenizer.m_added, std::move(token));
    for (const AddedToken& token : tokenizer.m_added) {
        const auto index = static_cast<std::size_t>(token.id);
        if (index >= tokenizer.m_tokens.size())
            tokenizer.m_tokens.resize(index + 1);
        tokenizer.m_tokens[index] = {token.text, token.isSpecial, true};
    }
    tokenizer.finish(directory);
    return tokenizer;
}

void Tokenizer::finish(const std::filesystem::path& directory) {
    std::ranges::stable_sort(m_added, [](const AddedToken& a, const AddedToken& b) {
        return a.text.size() > b.text.size();
    });
    const nlohmann::json config = readTokenizerConfig(directory);
    if (ConfigFields(config).flag("add_bos_token", true))
        m_beginId = idOf(tokenText(config, "bos_token", "<s>"));
}

std::optional<std::int64_t> Tokenizer::idOf(std::string_view token) const {
    for (const AddedToken& added : m_added)
        if (added.text == token)
            return added.id;
    const auto found = std::ranges::find(m_tokens, token, &Token::text);
    if (found == m_tokens.end())
        return std::nullopt;
    return found - m_tokens.begin();
}

const AddedToken* Tokenizer::addedAt(std::string_view text) const {
    for (const AddedToken& added : m_added)
        if (text.starts_with(added.text))
            return &added;
    return nullptr;
}

std::vector<std::int64_t> Tokenizer::encode(std::string_view text, Start start) const {
    using Position = SegmentEncoder::Position;
    std::vector<std::int64_t> ids;
    if (start == Start::WholeText && m_beginId)
        ids.push_back(*m_beginId);
    Position position = start == Start::WholeText ? Position::Start : Position::Inside;
    const auto appendSegment = [&](std::string_view segment) {
        if (segment.empty())
            return;
        const auto pieces = m_encoder->encode(segment, position);
        ids.insert(ids.end(), pieces.begin(), pieces.end());
    };

    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size();) {
        const AddedToken* added = addedAt(text.substr(i));
        if (added == nullptr) {
            ++i;
            continue;
        }
        std::string_view before = text.substr(begin, i - begin);
        while (added->eatsSpaceBefore && before.ends_with(' '))
            before.remove_suffix(1);
        appendSegment(before);
        ids.push_back(added->id);
        i += added->text.size();
        while (added->eatsSpaceAfter && i < text.size() && text[i] == ' ')
            ++i;
        begin = i;
        position = Position::AfterToken;
    }
    appendSegment(text.substr(begin));
    return ids;
}

std::string Tokenizer::bytesOf(std::int64_t id) const {
    if (id < 0 || id >= size())
        return {};
    const Token& token = m_tokens[static_cast<std::size_t>(id)];
    if (token.isSpecial || token.isVerbatim)
        return token.isSpecial ? std::string() : token.text;
    if (const auto byte = byteOf(token.text))
        return std::string(1, *byte);
    std::string text = token.text;
    for (auto sign = text.find(kSpaceSign); sign != std::string::npos;
         sign = text.find(kSpaceSign, sign + 1))
        text.replace(sign, kSpaceSign.size(), " ");
    return text;
}

std::string Tokenizer::decode(std::span<const std::int64_t> ids) const {
    StreamingDecoder decoder(*this);
    std::string text;
    for (const std::int64_t id : ids)
        text += decoder.add(id);
    return text + decoder.finish();
}

std::string StreamingDecoder::add(std::int64_t id) {
    std::string bytes = m_tokenizer.bytesOf(id);
    if (bytes.empty())
        return {};
    // The space that encoding puts in front of a whole text is not part of it.
    if (m_isStart && bytes.front() == ' ')
        bytes.erase(0, 1);
    m_isStart = false;
    m_pending += bytes;
    return takeCharacters(m_pending, BytesFollow::Perhaps);
}

std::string StreamingDecoder::finish() {
    return takeCharacters(m_pending, BytesFollow::No);
}

} // namespace core::model
