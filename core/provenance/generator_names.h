// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace core::provenance {

/// The image generator whose name stands in a program's or a device's name, in this program's
/// spelling. Short names must be words of their own.
[[nodiscard]] std::optional<std::string_view> generatorIn(std::string_view text);

/// Whether a program's purpose is to change pictures.
[[nodiscard]] bool isEditor(std::string_view software);

} // namespace core::provenance
