// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sentence/word_pieces.h"

#include "core/model/checkpoint/config_fields.h"
#include "core/model/checkpoint/json_file.h"
#include "core/model/sentence/unicode_words.h"

#include <algorithm>
#include <fstream>
#include <utility>

namespace core::model {

namespace {

constexpr std::uintmax_t kLargestVocabulary = 32U << 20U; ///< bytes
/// Longer words are unknown, as in the reference.
constexpr std::size_t kLongestWord = 100;

std::string tokenNamed(const nlohmann::json& config, const char* key, const char* usual) {
    const auto found = config.find(key);
    if (found == config.end())
        return usual;
    if (found->is_object() && found->contains("content") && found->at("content").is_string())
        return found->at("content").get<std::string>();
    return found->is_string() ? found->get<std::string>() : usual;
}

} // namespace

Result<WordPieces> WordPieces::load(const std::filesystem::path& directory) {
    const auto path = directory / "vocab.txt";
    std::error_code error;
    const auto bytes = std::filesystem::file_size(path, error);
    if (error)
        return fail(ErrorCode::ModelMissing,
                    "vocab.txt is missing from the encoder's folder. Download it too.");
    if (bytes > kLargestVocabulary)
        return fail(ErrorCode::ModelInvalid, "vocab.txt is too large to be a vocabulary.");
    WordPieces pieces;
    std::ifstream file(path, std::ios::binary);
    std::int64_t id = 0;
    for (std::string line; std::getline(file, line); ++id) {
        while (!line.empty() && (line.back() == '\r' || line.back() == '\n'))
            line.pop_back();
        pieces.m_vocabulary.emplace(std::move(line), id);
    }
    nlohmann::json config = nlohmann::json::object();
    if (auto read = readJsonFile(directory / "tokenizer_config.json"))
        config = std::move(*read);
    else if (read.error().code != ErrorCode::FileNotFound)
        return tl::unexpected(read.error());
    ConfigFields fields(config);
    pieces.m_lowers = fields.flag("do_lower_case", true);
    pieces.m_stripsAccents = fields.flag("strip_accents", pieces.m_lowers);
    pieces.m_partsChinese = fields.flag("tokenize_chinese_chars", true);
    for (const auto& [key, usual, id_] : {std::tuple{"unk_token", "[UNK]", &pieces.m_unknown},
                                          std::tuple{"cls_token", "[CLS]", &pieces.m_begin},
                                          std::tuple{"sep_token", "[SEP]", &pieces.m_end}}) {
        const auto found = pieces.m_vocabulary.find(tokenNamed(config, key, usual));
        if (found == pieces.m_vocabulary.end())
            return fail(ErrorCode::ModelInvalid,
                        std::string("vocab.txt has no ") + usual +
                            "; it belongs to another kind of model or is damaged.");
        *id_ = found->second;
    }
    return pieces;
}

void WordPieces::addWord(const std::string& word, std::vector<std::int64_t>& ids) const {
    if (characterCount(word) > kLongestWord) {
        ids.push_back(m_unknown);
        return;
    }
    const std::size_t before = ids.size();
    std::string piece;
    for (std::size_t begin = 0; begin < word.size();) {
        std::size_t end = word.size();
        for (; end > begin; --end) {
            const bool isBorder =
                end == word.size() || (static_cast<unsigned char>(word[end]) & 0xC0U) != 0x80U;
            if (!isBorder)
                continue;
            piece.assign(begin > 0 ? "##" : "").append(word, begin, end - begin);
            if (const auto found = m_vocabulary.find(piece); found != m_vocabulary.end()) {
                ids.push_back(found->second);
                break;
            }
        }
        if (end == begin) { // one unknown part makes the whole word unknown
            ids.resize(before);
            ids.push_back(m_unknown);
            return;
        }
        begin = end;
    }
}

std::vector<std::int64_t> WordPieces::encode(std::string_view text, std::int64_t mostTokens) const {
    const auto most = static_cast<std::size_t>(std::max<std::int64_t>(2, mostTokens));
    std::vector<std::int64_t> ids = {m_begin};
    for (const std::string& word :
         unicodeWords(text, {m_lowers, m_stripsAccents, m_partsChinese})) {
        if (ids.size() >= most - 1)
            break;
        addWord(word, ids);
    }
    ids.resize(std::min(ids.size(), most - 1));
    ids.push_back(m_end);
    return ids;
}

} // namespace core::model
