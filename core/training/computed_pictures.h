// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/blending.h"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <string_view>

namespace core::training {

/// One way to make a picture with a formula: no camera took it and no generator was trained for it.
struct ComputedKind {
    std::string_view name;
    cv::Mat (*make)(cv::Size size, Random& random); ///< CV_32FC3, any values
};

inline constexpr std::size_t kComputedKinds = 10;
/// @param index  0 to kComputedKinds - 1
[[nodiscard]] const ComputedKind& computedKind(std::size_t index);

/// A picture of that kind: stretched to a drawn contrast, in one case of three blurred or gray, in
/// every second with noise over it. @return CV_8UC3
[[nodiscard]] cv::Mat computedPicture(const ComputedKind& kind, cv::Size size, Random& random);

} // namespace core::training
