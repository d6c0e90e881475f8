// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/statistics/last_save.h"

#include "core/image/jpeg_encoder.h"
#include "core/image/mat.h"
#include "core/image/safe_decoder.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace core::forensics {

namespace {

constexpr int kLastQuality = 92;

Result<cv::Mat> saved(const cv::Mat& bgr, int quality) {
    auto bytes = image::encodeJpeg(image::imageFrom(bgr), {quality, 2, 2});
    if (!bytes)
        return tl::unexpected(bytes.error());
    image::EvidenceFile file;
    file.bytes = std::make_shared<const image::ByteBuffer>(std::move(*bytes));
    file.format = image::Format::Jpeg;
    auto picture = image::decode(file, {});
    if (!picture)
        return tl::unexpected(picture.error());
    return image::asMat(picture->image).clone();
}

} // namespace

Result<cv::Mat> afterLastSave(const cv::Mat& bgr, const LastSave& save) {
    cv::Mat pixels = bgr;
    if (save.earlierQuality > 0) {
        auto earlier = saved(pixels, save.earlierQuality);
        if (!earlier)
            return earlier;
        pixels = std::move(*earlier);
    }
    const int x = std::min(save.offsetX, pixels.cols - 1);
    const int y = std::min(save.offsetY, pixels.rows - 1);
    return saved(pixels(cv::Rect(x, y, pixels.cols - x, pixels.rows - y)), kLastQuality);
}

} // namespace core::forensics
