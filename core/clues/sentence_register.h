// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace core::clues {

/// What a sentence says apart from its subject: its content words without the names of things,
/// sorted. "The dog's fur is too smooth" and "The cat's fur is too smooth" are the same.
[[nodiscard]] std::string coreOfSentence(std::string_view sentence);

/// Counts the sentences of a model over the pictures of a case or a queue, to know those that it
/// says whatever a picture shows.
class SentenceRegister {
  public:
    /// Pictures from which on a sentence can be boilerplate.
    static constexpr int kFewestPictures = 4;
    /// Share of the pictures, from which on it is.
    static constexpr double kBoilerplateShare = 0.6;

    /// Counts a picture, or counts it anew. Only pictures with a model's answer count.
    /// @param picture  any number that stands for it
    void add(std::uint64_t picture, const examination::Examination& examination);

    /// Writes the counts into the model's clues, and takes half of the strength of boilerplate.
    void annotate(examination::Examination& examination) const;

  private:
    std::map<std::uint64_t, std::set<std::string>> m_pictures;
    std::map<std::string, int> m_counts;
};

/// The order in which clues are shown: as they are; boilerplate, stock phrases and what is
/// unfinished last. Numbers stay those of the
/// examination.
[[nodiscard]] std::vector<std::size_t> orderOfClues(const std::vector<examination::Clue>& clues);

} // namespace core::clues
