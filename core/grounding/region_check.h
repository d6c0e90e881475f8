// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/examination/grounding_record.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace core::grounding {

/// How control regions are chosen.
struct ControlRule {
    int count = 19;           ///< 19 let p reach 0.05
    double mostOverlap = 0.3; ///< of the region's area
    std::uint64_t seed = 1;
};

/// Other places for the same boxes: moved one by one, of the candidates those whose texture is most
/// like the region's. Fewer than asked for when there is no room.
/// @param boxes    in the model's input, none empty
/// @param texture  of a box, any scale, not negative
[[nodiscard]] std::vector<std::vector<Rect>>
controlRegions(const std::vector<Rect>& boxes, int width, int height,
               const std::function<double(const Rect&)>& texture, const ControlRule& rule);

/// What was lost when a place was removed, in nats; negative: gained.
struct Loss {
    double sentence = 0; ///< of the sentence's log-likelihood, for each of its tokens
    double verdict = 0;  ///< of the verdict wording's log-likelihood
};

/// A region's loss beside those of its controls.
struct LossTest {
    double p = 1; ///< share of controls (and itself) with at least its sentence loss
    double z = 0; ///< standard deviations above the controls' mean
    examination::RegionStatus status = examination::RegionStatus::NotTied;
};

/// The least loss per token that counts, nats.
inline constexpr double kLeastLoss = 0.1;

/// Supported: the sentence loses over kLeastLoss and significantly more than the controls (p at
/// most 0.05 with 19 controls or more, else z of 2). Contradicted: sentence and verdict gain, the
/// sentence significantly. No controls: NotTied.
[[nodiscard]] LossTest judged(const Loss& region, std::span<const Loss> controls);

/// Whether controls can change anything: a region that loses or gains nothing needs none.
[[nodiscard]] bool isWorthControls(const Loss& region);

/// One status from the two ways to remove a region; both must say the same.
[[nodiscard]] examination::RegionStatus agreed(examination::RegionStatus a,
                                               examination::RegionStatus b);

} // namespace core::grounding
