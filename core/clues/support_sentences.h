// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/support.h"

#include <map>
#include <string>

namespace core::clues {

/// What a support says, as an entry of the catalog and the numbers for its gaps.
struct SupportSentence {
    std::string templateId;
    std::map<std::string, double> numbers;

    [[nodiscard]] std::string text() const; ///< in English
};

[[nodiscard]] SupportSentence supportSentence(const examination::Support& support);

} // namespace core::clues
