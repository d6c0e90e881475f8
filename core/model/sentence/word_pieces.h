// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::model {

/// BERT's tokenizer: text is cleaned, put into lower case without accents where the model wants
/// that, parted at white space, punctuation and Chinese characters, and cut into the longest pieces
/// that the vocabulary has.
/// @source Devlin et al., "BERT", 2019; Hugging Face tokenizers, BertNormalizer and WordPiece
class WordPieces {
  public:
    /// Reads vocab.txt, and tokenizer_config.json when there is one.
    /// @errors ModelMissing, ModelInvalid (no [UNK], [CLS] or [SEP])
    [[nodiscard]] static Result<WordPieces> load(const std::filesystem::path& directory);

    /// [CLS], at most `mostTokens` - 2 pieces, [SEP].
    /// @param text  UTF-8; other bytes are dropped
    [[nodiscard]] std::vector<std::int64_t> encode(std::string_view text,
                                                   std::int64_t mostTokens) const;
    [[nodiscard]] std::int64_t size() const {
        return static_cast<std::int64_t>(m_vocabulary.size());
    }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    void addWord(const std::string& word, std::vector<std::int64_t>& ids) const;

    std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> m_vocabulary;
    bool m_lowers = true;
    bool m_stripsAccents = true;
    bool m_partsChinese = true;
    std::int64_t m_unknown = 0;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
};

} // namespace core::model
