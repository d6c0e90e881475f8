// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace tests {

/// What is wrong with one line of JSON by resources/schema/examination.schema.json; empty when it
/// is valid.
[[nodiscard]] std::string schemaProblems(const std::string& line);

} // namespace tests
