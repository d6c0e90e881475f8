// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/text/vocabulary.h"

#include <filesystem>

namespace core::model {

/// Reads tokenizer.model, SentencePiece's own format, without the SentencePiece library: its
/// bundled protobuf does not get along with libtorch's in one process. `added` holds its control
/// tokens.
/// @param prefix  EverySegment for a "legacy" tokenizer, else AtStart
/// @errors FileNotFound, FileUnreadable; ModelInvalid for a damaged file and for kinds of models
/// that
///         LLaMA does not use (unigram, text normalization)
/// @source Kudo and Richardson, "SentencePiece", 2018; sentencepiece_model.proto
[[nodiscard]] Result<Vocabulary> readSentencePiece(const std::filesystem::path& file,
                                                   SpacePrefix prefix);

} // namespace core::model
