// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <opencv2/core/mat.hpp>

#include <memory>
#include <utility>

namespace core::image {

/// The image's pixels as an OpenCV matrix (CV_8UC3, BGR) without copying; read-only by agreement.
/// The image must outlive the matrix.
[[nodiscard]] inline cv::Mat asMat(const Image& image) {
    const PixelView view = image.view();
    return {view.height, view.width, CV_8UC3, const_cast<std::uint8_t*>(view.data),
            static_cast<std::size_t>(view.bytesPerRow)};
}

/// A copy of the matrix's pixels (CV_8UC3, BGR) as an image.
[[nodiscard]] inline Image imageFrom(const cv::Mat& pixels) {
    const cv::Mat packed = pixels.isContinuous() ? pixels : pixels.clone();
    auto bytes =
        std::make_shared<ByteBuffer>(packed.data, packed.data + packed.total() * packed.elemSize());
    return {packed.cols, packed.rows, std::move(bytes)};
}

} // namespace core::image
