// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace tests {

/// What is wrong with a source file as a file: the SPDX line, its length, its name. One sentence
/// for each thing; empty when all is well.
/// @param file   path from the root of the sources
/// @param lines  its content
[[nodiscard]] std::vector<std::string> fileFaults(const std::string& file,
                                                  const std::vector<std::string>& lines);

} // namespace tests
