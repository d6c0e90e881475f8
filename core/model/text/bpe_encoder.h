// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text/bpe_merger.h"
#include "core/model/text/segment_encoder.h"

#include <utility>

namespace core::model {

/// Puts the sign for spaces in place and cuts by byte-pair merges.
/// @source Sennrich et al., "Neural Machine Translation of Rare Words with Subword Units", 2016
class BpeEncoder : public SegmentEncoder {
  public:
    BpeEncoder(BpeMerger merger, SpacePrefix prefix)
        : m_merger(std::move(merger)), m_prefix(prefix) {}

    [[nodiscard]] std::vector<std::int64_t> encode(std::string_view text,
                                                   Position position) const override;

  private:
    BpeMerger m_merger;
    SpacePrefix m_prefix;
};

} // namespace core::model
