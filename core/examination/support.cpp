// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/support.h"

#include <array>
#include <utility>

namespace core::examination {

SupportStep stepFor(double ratio) {
    static constexpr std::array<std::pair<double, SupportStep>, 5> kSteps = {
        {{10000, SupportStep::VeryStrong},
         {1000, SupportStep::Strong},
         {100, SupportStep::ModeratelyStrong},
         {10, SupportStep::Moderate},
         {2, SupportStep::Limited}}};
    const double toward = ratio < 1 ? 1 / ratio : ratio;
    for (const auto& [from, step] : kSteps) {
        if (toward >= from)
            return step;
    }
    return SupportStep::None;
}

Support supportFrom(double ratio, double low, double high, std::vector<SupportPart> parts) {
    Support support{ratio, low, high, stepFor(ratio), Direction::Neutral, std::move(parts)};
    if (support.step != SupportStep::None)
        support.direction = ratio > 1 ? Direction::Fake : Direction::Real;
    return support;
}

} // namespace core::examination
