// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::provenance {

/// A file's words as they may stand in a sentence: one line, no control characters, not too long.
[[nodiscard]] std::string quotable(std::string_view words);

/// Clues about a file, made of sentences of core::clues.
class ClueList {
  public:
    /// @param quotes  the file's words; they are made quotable
    void add(std::string_view sentence, examination::Direction direction, double strength,
             std::map<std::string, double> numbers = {},
             const std::map<std::string, std::string>& quotes = {},
             examination::ClueKind kind = examination::ClueKind::Metadata);

    /// Strongest first; the list is empty afterwards.
    [[nodiscard]] std::vector<examination::Clue> sorted();

  private:
    std::vector<examination::Clue> m_clues;
};

} // namespace core::provenance
