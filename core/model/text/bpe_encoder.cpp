// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/bpe_encoder.h"

#include "core/model/text/token_table.h"

#include <string>

namespace core::model {

std::vector<std::int64_t> BpeEncoder::encode(std::string_view text, Position position) const {
    // Text that starts with a space gets one more, as the reference's SentencePiece tokenizer does.
    std::string escaped(needsSpace(m_prefix, position) ? kSpaceSign : "");
    for (const char letter : text)
        if (letter == ' ')
            escaped.append(kSpaceSign);
        else
            escaped.push_back(letter);
    return m_merger.pieces(escaped);
}

} // namespace core::model
