// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/thumbnailer.h"

#include "core/image/codec.h"
#include "core/image/mat.h"
#include "core/image/orientation.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <new>
#include <utility>

namespace core::image {

Result<Image> thumbnail(const EvidenceFile& file, int side, const DecodeLimits& limits,
                        std::stop_token stop) {
    if (side < 1)
        return fail(ErrorCode::InvalidArgument, "A thumbnail needs at least one pixel a side.");
    if (!file.bytes)
        return fail(ErrorCode::FileEmpty, "There are no bytes to decode.");
    CodecInput input{*file.bytes, limits, stop};
    input.orientation = storedOrientation(file.format, *file.bytes);
    input.enoughSide = side;
    auto raster = decodeStored(file.format, input);
    if (!raster)
        return tl::unexpected(raster.error());
    const int orientation = raster->orientation != 1 ? raster->orientation : input.orientation;
    try {
        // Small first, upright after: fewer pixels to turn.
        const Image whole(raster->width, raster->height,
                          std::make_shared<const ByteBuffer>(std::move(raster->bgr)));
        const Image small = reduced(whole, side);
        Raster turned;
        turned.width = small.width();
        turned.height = small.height();
        turned.bgr = *small.bytes();
        auto upright = turnedUpright(std::move(turned), orientation, stop);
        if (!upright)
            return tl::unexpected(upright.error());
        return Image(upright->width, upright->height,
                     std::make_shared<const ByteBuffer>(std::move(upright->bgr)));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "There is not enough memory for a thumbnail.");
    }
}

Image reduced(const Image& image, int side) {
    const int longer = std::max(image.width(), image.height());
    if (image.isNull() || side < 1 || longer <= side)
        return image;
    const double factor = static_cast<double>(side) / longer;
    const auto scaled = [factor](int length) { return std::max(1, cvRound(length * factor)); };
    const int width = scaled(image.width());
    const int height = scaled(image.height());
    auto pixels = std::make_shared<ByteBuffer>(static_cast<std::size_t>(width) *
                                               static_cast<std::size_t>(height) * 3);
    cv::Mat small(height, width, CV_8UC3, pixels->data());
    cv::resize(asMat(image), small, small.size(), 0, 0, cv::INTER_AREA);
    return {width, height, std::move(pixels)};
}

} // namespace core::image
