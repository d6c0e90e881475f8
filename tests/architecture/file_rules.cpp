// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/file_rules.h"

#include <cstddef>
#include <filesystem>
#include <set>
#include <sstream>

namespace tests {

namespace {

constexpr std::size_t kLongestHeader = 250;
constexpr std::size_t kLongestSource = 600;

/// A name that says nothing about what is inside.
bool hasEmptyWord(const std::string& stem) {
    static const std::set<std::string> empty = {"util",   "utils",   "misc",    "common",
                                                "helper", "helpers", "manager", "managers"};
    std::istringstream words(stem);
    for (std::string word; std::getline(words, word, '_');) {
        if (empty.contains(word))
            return true;
    }
    return false;
}

} // namespace

std::vector<std::string> fileFaults(const std::string& file,
                                    const std::vector<std::string>& lines) {
    std::vector<std::string> faults;
    if (lines.empty() || !lines.front().starts_with("// SPDX-License-Identifier: "))
        faults.push_back(file + " does not begin with its SPDX line.");
    const std::size_t longest = file.ends_with(".h") ? kLongestHeader : kLongestSource;
    if (lines.size() > longest)
        faults.push_back(file + " has " + std::to_string(lines.size()) + " lines, more than " +
                         std::to_string(longest) + ".");
    if (hasEmptyWord(std::filesystem::path(file).stem().string()))
        faults.push_back(file + " has a name that does not say what is inside.");
    return faults;
}

} // namespace tests
