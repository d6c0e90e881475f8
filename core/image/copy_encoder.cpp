// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/copy_encoder.h"

#include <png.h>
#include <webp/encode.h>

#include <new>

namespace core::image {

namespace {

tl::unexpected<Error> noMemory() {
    return fail(ErrorCode::LimitExceeded, "There is not enough memory to save the picture.");
}

tl::unexpected<Error> noPicture() {
    return fail(ErrorCode::InvalidArgument, "There is no picture to save.");
}

} // namespace

Result<ByteBuffer> encodePng(const Image& image) {
    const PixelView view = image.view();
    if (view.isEmpty())
        return noPicture();
    png_image head = {};
    head.version = PNG_IMAGE_VERSION;
    head.width = static_cast<png_uint_32>(view.width);
    head.height = static_cast<png_uint_32>(view.height);
    head.format = PNG_FORMAT_BGR;
    head.flags = PNG_IMAGE_FLAG_FAST;
    try {
        png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(head);
        ByteBuffer bytes(size);
        if (png_image_write_to_memory(&head, bytes.data(), &size, 0, view.data,
                                      static_cast<png_int_32>(view.bytesPerRow), nullptr) == 0)
            return fail(ErrorCode::LimitExceeded,
                        std::string("The picture could not be saved as PNG: ") + head.message);
        bytes.resize(size);
        return bytes;
    } catch (const std::bad_alloc&) {
        return noMemory();
    }
}

Result<ByteBuffer> encodeWebp(const Image& image, int quality) {
    const PixelView view = image.view();
    if (view.isEmpty())
        return noPicture();
    if (view.width > WEBP_MAX_DIMENSION || view.height > WEBP_MAX_DIMENSION)
        return fail(ErrorCode::InvalidArgument,
                    "The picture is too large for WebP (16,383 pixels a side at most).");
    std::uint8_t* data = nullptr;
    const std::size_t size =
        WebPEncodeBGR(view.data, view.width, view.height, static_cast<int>(view.bytesPerRow),
                      static_cast<float>(quality), &data);
    if (size == 0)
        return noMemory();
    try {
        ByteBuffer bytes(data, data + size);
        WebPFree(data);
        return bytes;
    } catch (const std::bad_alloc&) {
        WebPFree(data);
        return noMemory();
    }
}

} // namespace core::image
