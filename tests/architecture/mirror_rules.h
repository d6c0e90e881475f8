// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tests {

/// Whether a source of core is tested: by a test of its name at the mirrored place, or, where its
/// folder is tested through a few public functions, by the tests that are named for the folder.
/// @param exists  asked for files below the root
/// @return what is missing; nothing when it is tested
[[nodiscard]] std::optional<std::string>
missingTest(const std::string& source, const std::function<bool(std::string_view)>& exists);

} // namespace tests
