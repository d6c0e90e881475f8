// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"

#include <jxl/decode.h>

#include <algorithm>
#include <memory>

namespace core::image {

namespace {

using Decoder = std::unique_ptr<JxlDecoder, decltype(&JxlDecoderDestroy)>;

constexpr JxlPixelFormat kRgb = {3, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};

tl::unexpected<Error> damaged(JxlDecoderStatus status) {
    if (status == JXL_DEC_NEED_MORE_INPUT)
        return fail(ErrorCode::Truncated, "The JPEG XL file ends before its picture can be shown; "
                                          "get a complete copy.");
    return fail(ErrorCode::Corrupt, "The JPEG XL file cannot be decoded: its data is damaged.");
}

/// Checks the announced size before anything is allocated for it.
Result<void> takeHeader(JxlDecoder* decoder, const CodecInput& input, Raster& raster) {
    JxlBasicInfo info;
    if (JxlDecoderGetBasicInfo(decoder, &info) != JXL_DEC_SUCCESS)
        return damaged(JXL_DEC_ERROR);
    if (const auto size = checkSize(info.xsize, info.ysize, 0, input); !size)
        return size;
    const std::int64_t pixels = static_cast<std::int64_t>(info.xsize) * info.ysize;
    // The library works on floating-point planes.
    constexpr std::int64_t kDecoderBytes = 24;
    if (const auto cost = checkSize(info.xsize, info.ysize, pixels * kDecoderBytes, input); !cost)
        return cost;
    raster.width = static_cast<int>(info.xsize);
    raster.height = static_cast<int>(info.ysize);
    raster.bitsPerSample = static_cast<int>(std::clamp(info.bits_per_sample, 1U, 32U));
    raster.hasAlpha = info.alpha_bits > 0;
    if (info.have_animation != JXL_FALSE)
        addWarning(raster.warnings,
                   "The JPEG XL file is an animation; only its first frame is examined.");
    return {};
}

Result<void> prepareOutput(JxlDecoder* decoder, Raster& raster) {
    std::size_t bytes = 0;
    if (JxlDecoderImageOutBufferSize(decoder, &kRgb, &bytes) != JXL_DEC_SUCCESS ||
        bytes !=
            static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height) * 3)
        return damaged(JXL_DEC_ERROR);
    raster.bgr.resize(bytes);
    if (JxlDecoderSetImageOutBuffer(decoder, &kRgb, raster.bgr.data(), bytes) != JXL_DEC_SUCCESS)
        return damaged(JXL_DEC_ERROR);
    return {};
}

} // namespace

// libjxl turns the picture by the file's own orientation. It cannot be interrupted within a step: a
// request to stop is seen between two.
Result<Raster> decodeJxl(const CodecInput& input) {
    const Decoder decoder(JxlDecoderCreate(nullptr), &JxlDecoderDestroy);
    if (!decoder)
        return fail(ErrorCode::LimitExceeded, "There is not enough memory to decode this picture.");
    if (JxlDecoderSubscribeEvents(decoder.get(), JXL_DEC_BASIC_INFO | JXL_DEC_FULL_IMAGE) !=
            JXL_DEC_SUCCESS ||
        JxlDecoderSetInput(decoder.get(), input.bytes.data(), input.bytes.size()) !=
            JXL_DEC_SUCCESS)
        return fail(ErrorCode::Internal, "The JPEG XL decoder could not be started.");
    JxlDecoderCloseInput(decoder.get());
    Raster raster;
    while (true) {
        if (input.stop.stop_requested())
            return cancelled();
        const JxlDecoderStatus status = JxlDecoderProcessInput(decoder.get());
        if (status == JXL_DEC_BASIC_INFO) {
            if (const auto taken = takeHeader(decoder.get(), input, raster); !taken)
                return tl::unexpected(taken.error());
        } else if (status == JXL_DEC_NEED_IMAGE_OUT_BUFFER) {
            if (const auto ready = prepareOutput(decoder.get(), raster); !ready)
                return tl::unexpected(ready.error());
        } else if (status == JXL_DEC_FULL_IMAGE) {
            break; // further frames are not wanted
        } else {
            return damaged(status);
        }
    }
    for (std::size_t i = 0; i + 2 < raster.bgr.size(); i += 3)
        std::swap(raster.bgr[i], raster.bgr[i + 2]);
    return raster;
}

} // namespace core::image
