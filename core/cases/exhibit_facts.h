// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core::cases {

/// What the gallery filters and groups by beyond an exhibit's entry: known once it was examined.
struct ExhibitFacts {
    std::int64_t exhibit = 0;
    std::optional<examination::Manner> manner; ///< with the most support; nothing: none has much
    examination::Category category = examination::Category::Unknown;
    bool hasConflict = false;                              ///< between two engines
    examination::Basis basis = examination::Basis::Pixels; ///< what the verdict rests on
    std::string camera;                                    ///< make and model; empty: not said
    std::string capturedAt;                                ///< as the file says
    std::optional<std::uint64_t> perceptualHash;

    bool operator==(const ExhibitFacts&) const = default;
};

/// The exhibit's number is left to the caller.
[[nodiscard]] ExhibitFacts factsOf(const examination::Examination& examination);

/// Says a clue in the examiner's language, so that it is found by the words on screen.
using ClueWording = std::function<std::string(const examination::Clue&)>;

/// What a step of bringing the index up to date did.
struct IndexStep {
    std::vector<ExhibitFacts> changed;
    bool isComplete = true; ///< the index knows all that the log says
};

} // namespace core::cases
