// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace core::image {

namespace {

/// Small enough that a request to stop is seen soon, large enough not to cost time.
constexpr std::size_t kPieceBytes = 64 << 10;

tl::unexpected<Error> damaged(VP8StatusCode status) {
    if (status == VP8_STATUS_OUT_OF_MEMORY)
        return fail(ErrorCode::LimitExceeded, "There is not enough memory to decode this WebP.");
    if (status == VP8_STATUS_UNSUPPORTED_FEATURE)
        return fail(ErrorCode::UnsupportedFormat, "This kind of WebP is not supported.");
    if (status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED)
        return fail(ErrorCode::Truncated, "The WebP file ends before anything of its picture can "
                                          "be shown; get a complete copy.");
    return fail(ErrorCode::Corrupt, "The WebP file cannot be decoded: its data is damaged.");
}

/// Feeds the decoder piece by piece; returns the rows that came out.
Result<int> decodeInto(Raster& raster, Bytes bytes, const std::stop_token& stop,
                       VP8StatusCode& status) {
    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0)
        return fail(ErrorCode::Internal, "The installed WebP library does not fit this program.");
    config.output.colorspace = MODE_BGR;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = raster.bgr.data();
    config.output.u.RGBA.stride = raster.width * 3;
    config.output.u.RGBA.size = raster.bgr.size();
    const std::unique_ptr<WebPIDecoder, decltype(&WebPIDelete)> decoder(
        WebPIDecode(nullptr, 0, &config), &WebPIDelete);
    if (!decoder)
        return damaged(VP8_STATUS_OUT_OF_MEMORY);
    status = VP8_STATUS_SUSPENDED;
    for (std::size_t end = 0; end < bytes.size() && status == VP8_STATUS_SUSPENDED;) {
        if (stop.stop_requested())
            return cancelled();
        end = std::min(bytes.size(), end + kPieceBytes);
        status = WebPIUpdate(decoder.get(), bytes.data(), end);
    }
    int left = 0;
    int top = 0;
    int width = 0;
    int rows = 0;
    if (status == VP8_STATUS_OK)
        return raster.height;
    if (WebPIDecodedArea(decoder.get(), &left, &top, &width, &rows) == nullptr)
        rows = 0;
    return std::clamp(rows, 0, raster.height);
}

/// A still picture: a whole file or one frame of an animation.
Result<Raster> decodeStill(Bytes bytes, const CodecInput& input) {
    WebPBitstreamFeatures features;
    const VP8StatusCode known = WebPGetFeatures(bytes.data(), bytes.size(), &features);
    if (known != VP8_STATUS_OK)
        return damaged(known);
    const std::int64_t pixels = static_cast<std::int64_t>(features.width) * features.height;
    if (const auto cost = checkSize(features.width, features.height, pixels * 4, input); !cost)
        return tl::unexpected(cost.error());
    Raster raster;
    raster.width = features.width;
    raster.height = features.height;
    raster.hasAlpha = features.has_alpha != 0;
    raster.bgr.resize(static_cast<std::size_t>(pixels) * 3);
    VP8StatusCode status = VP8_STATUS_OK;
    const auto rows = decodeInto(raster, bytes, input.stop, status);
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 0)
        return damaged(status);
    if (*rows < raster.height) {
        paintMissing(raster, *rows, raster.height);
        addWarning(raster.warnings, status == VP8_STATUS_SUSPENDED
                                        ? missingRowsWarning(*rows, raster.height)
                                        : "The WebP data is damaged; the part after the damage is "
                                          "shown gray.");
    }
    return raster;
}

void paste(const Raster& frame, int left, int top, Raster& canvas) {
    const int width = std::min(frame.width, canvas.width - left);
    const int height = std::min(frame.height, canvas.height - top);
    for (int y = 0; left >= 0 && top >= 0 && width > 0 && y < height; ++y)
        std::memcpy(canvas.bgr.data() +
                        (static_cast<std::ptrdiff_t>(top + y) * canvas.width + left) * 3,
                    frame.bgr.data() + static_cast<std::ptrdiff_t>(y) * frame.width * 3,
                    static_cast<std::size_t>(width) * 3);
}

/// The first frame where the animation shows it; the canvas around it is transparent, hence black.
Result<Raster> decodeFirstFrame(const CodecInput& input) {
    const WebPData data = {input.bytes.data(), input.bytes.size()};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> demuxer(
        WebPDemuxPartial(&data, &state), &WebPDemuxDelete);
    WebPIterator frame{};
    if (!demuxer || WebPDemuxGetFrame(demuxer.get(), 1, &frame) == 0)
        return damaged(state == WEBP_DEMUX_PARSE_ERROR ? VP8_STATUS_BITSTREAM_ERROR
                                                       : VP8_STATUS_NOT_ENOUGH_DATA);
    const std::unique_ptr<WebPIterator, decltype(&WebPDemuxReleaseIterator)> release(
        &frame, &WebPDemuxReleaseIterator);
    Raster canvas;
    canvas.width = static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH));
    canvas.height = static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT));
    const std::int64_t pixels = static_cast<std::int64_t>(canvas.width) * canvas.height;
    if (const auto cost = checkSize(canvas.width, canvas.height, pixels * 7, input); !cost)
        return tl::unexpected(cost.error());
    auto still = decodeStill({frame.fragment.bytes, frame.fragment.size}, input);
    if (!still)
        return still;
    canvas.bgr.resize(static_cast<std::size_t>(pixels) * 3);
    paste(*still, frame.x_offset, frame.y_offset, canvas);
    canvas.hasAlpha = still->hasAlpha;
    canvas.warnings = std::move(still->warnings);
    addWarning(canvas.warnings, "The WebP file is an animation; only its first frame is examined.");
    return canvas;
}

} // namespace

Result<Raster> decodeWebp(const CodecInput& input) {
    WebPBitstreamFeatures features;
    const VP8StatusCode known = WebPGetFeatures(input.bytes.data(), input.bytes.size(), &features);
    if (known != VP8_STATUS_OK)
        return damaged(known);
    return features.has_animation != 0 ? decodeFirstFrame(input) : decodeStill(input.bytes, input);
}

} // namespace core::image
