// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"
#include "core/examination/clue.h"
#include "core/examination/origin_record.h"
#include "core/examination/support.h"
#include "core/examination/verdict.h"

#include <optional>
#include <string_view>

namespace core::examination {

// The words of the JSON contract for each enumerated value, e.g. "ai_generated".
[[nodiscard]] std::string_view wordFor(Verdict value);
[[nodiscard]] std::string_view wordFor(Manner value);
[[nodiscard]] std::string_view wordFor(Category value);
[[nodiscard]] std::string_view wordFor(ClueKind value);
[[nodiscard]] std::string_view wordFor(ClueSource value);
[[nodiscard]] std::string_view wordFor(Direction value);
[[nodiscard]] std::string_view wordFor(RegionStatus value);
[[nodiscard]] std::string_view wordFor(GroundingExtent value);
[[nodiscard]] std::string_view wordFor(Agreement value);
[[nodiscard]] std::string_view wordFor(Basis value);
[[nodiscard]] std::string_view wordFor(SupportStep value);
[[nodiscard]] std::string_view wordFor(OriginExtent value);
[[nodiscard]] std::string_view wordFor(C2paState value);

/// The value that a word stands for; nothing for a word that is not in the contract.
/// Instantiated for the types above.
template <typename Value> [[nodiscard]] std::optional<Value> valueOf(std::string_view word);

/// Inconclusive between the thresholds, both ends included.
[[nodiscard]] Verdict verdictFor(double pFake, const Thresholds& thresholds);

} // namespace core::examination
