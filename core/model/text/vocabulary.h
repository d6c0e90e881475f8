// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text/segment_encoder.h"
#include "core/model/text/token_table.h"

#include <memory>
#include <vector>

namespace core::model {

/// What a tokenizer file holds.
struct Vocabulary {
    std::unique_ptr<SegmentEncoder> encoder;
    TokenTable tokens;
    std::vector<AddedToken> added;
};

} // namespace core::model
