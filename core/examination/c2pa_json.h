// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"

#include <nlohmann/json.hpp>

namespace core::examination {

/// `provenance.c2pa` of the record's JSON. Pictures of thumbnails are not written.
[[nodiscard]] nlohmann::ordered_json toValue(const C2paRecord& record);

/// Reads what toValue wrote, and records of versions that only noticed credentials: "absent" is
/// none, "unreadable" is invalid. Throws what nlohmann-json throws, and std::invalid_argument for
/// an unknown state.
[[nodiscard]] C2paRecord c2paFrom(const nlohmann::ordered_json& value);

} // namespace core::examination
