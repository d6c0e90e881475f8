// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tests {

/// Files are written through core/base/output_file and nothing else, so that none is written over
/// evidence. Finds a line that could write in another way, in a file that has no reason to.
/// @param file  path from the root, e.g. "core/image/codec.cpp"
/// @return the fault as a sentence
[[nodiscard]] std::optional<std::string> forbiddenWriter(std::string_view file,
                                                         std::string_view line);

/// Files that write in a way of their own for a stated reason. Each must still be there.
[[nodiscard]] std::string_view firstWriterWithoutFile(bool (*exists)(std::string_view file));

} // namespace tests
