// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace tests {

/// The developers' data folder beside the checkout ("../shared"), when this machine has it. Tests
/// that need it call QSKIP with the reason when there is none.
[[nodiscard]] std::optional<std::filesystem::path> sharedData(const std::string& below);

/// Root of the sources, for files under tests/data and resources.
[[nodiscard]] std::filesystem::path sourceDirectory();

} // namespace tests
