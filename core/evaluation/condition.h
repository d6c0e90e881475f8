// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <array>
#include <optional>
#include <string_view>

namespace core::evaluation {

/// What happens to a picture before it is measured; everything but AsIs and Crop changes pixels.
enum class Condition {
    AsIs,           ///< the file as found
    Jpeg90,         ///< saved once more, 4:2:0
    Jpeg70,         ///< likewise
    Jpeg50,         ///< likewise
    Resize50,       ///< both sides halved by area averaging, then PNG
    Resize50Jpeg70, ///< halved, then JPEG 70, 4:2:0
    Webp80,         ///< saved once as lossy WebP
    Crop,           ///< the middle three quarters of both sides, off the 8x8 grid, then PNG
    Blur,           ///< Gaussian, sigma 1 pixel, then PNG
    Noise,          ///< Gaussian, deviation 5 levels, seeded, then PNG
};

inline constexpr std::array kAllConditions = {
    Condition::AsIs,     Condition::Jpeg90,         Condition::Jpeg70, Condition::Jpeg50,
    Condition::Resize50, Condition::Resize50Jpeg70, Condition::Webp80, Condition::Crop,
    Condition::Blur,     Condition::Noise};

/// "as_is", "jpeg90", "resize50_jpeg70", ...
[[nodiscard]] std::string_view conditionName(Condition condition);
[[nodiscard]] std::optional<Condition> conditionNamed(std::string_view name);

/// Whether a mask of the original fits the result after scaling.
[[nodiscard]] bool keepsFrame(Condition condition);

/// Makes the file that somebody would get who received the picture under this condition. The same
/// input gives the same bytes.
/// @param original  returned as it is for AsIs
/// @param picture   decoded from it
/// @errors InvalidArgument (less than 16 pixels would remain), LimitExceeded
[[nodiscard]] Result<image::EvidenceFile> underCondition(const image::EvidenceFile& original,
                                                         const image::Image& picture,
                                                         Condition condition);

} // namespace core::evaluation
