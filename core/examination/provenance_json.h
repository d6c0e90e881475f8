// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue_json.h"
#include "core/examination/provenance_record.h"

#include <optional>
#include <string>

namespace core::examination {

// How a provenance record stands in JSON, in examinations and in what "inspect" prints. Reading
// throws what nlohmann-json throws, and std::invalid_argument for unknown words.
[[nodiscard]] Json toValue(const ProvenanceRecord& provenance);
[[nodiscard]] ProvenanceRecord provenanceFrom(const Json& value);

[[nodiscard]] Json orNull(const std::optional<std::string>& text);
[[nodiscard]] std::optional<std::string> textOrNothing(const Json& object, const char* field);

} // namespace core::examination
