// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <opencv2/core/mat.hpp>

namespace core::image {

/// The image's pixels as an OpenCV matrix (CV_8UC3, BGR) without copying; read-only by agreement.
/// The image must outlive the matrix.
[[nodiscard]] inline cv::Mat asMat(const Image& image) {
    const PixelView view = image.view();
    return {view.height, view.width, CV_8UC3, const_cast<std::uint8_t*>(view.data),
            static_cast<std::size_t>(view.bytesPerRow)};
}

} // namespace core::image
