// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/text/vocabulary.h"

#include <filesystem>

namespace core::model {

/// Reads a byte-pair vocabulary with byte fallback: merges by rank, the space prefix as its
/// normalizer or pre-tokenizer says.
/// @errors FileNotFound, FileUnreadable; ModelInvalid for a damaged file and for kinds of
/// tokenizers
///         that LLaMA does not use
/// @source Hugging Face tokenizers, file format 1.0
[[nodiscard]] Result<Vocabulary> readTokenizerJson(const std::filesystem::path& file);

} // namespace core::model
