// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <new>

namespace core::image {

namespace {

constexpr std::uint8_t kMissingGray = 128;

std::string mebibytes(std::int64_t bytes) {
    return std::to_string((bytes + (1 << 20) - 1) >> 20) + " MiB";
}

std::string megapixels(std::int64_t pixels) {
    return std::to_string((pixels + 999'999) / 1'000'000) + " megapixels";
}

Result<Raster> dispatched(Format format, const CodecInput& input) {
    switch (format) {
    case Format::Jpeg:
        return decodeJpeg(input);
    case Format::Png:
        return decodePng(input);
    case Format::Webp:
        return decodeWebp(input);
    case Format::Tiff:
        return decodeTiff(input);
    case Format::Gif:
        return decodeGif(input);
    case Format::Bmp:
        return decodeBmp(input);
    case Format::Heic:
    case Format::Avif:
        return decodeHeif(input);
    case Format::JpegXl:
        return decodeJxl(input);
    case Format::Jpeg2000:
        return decodeJp2(input);
    case Format::Unknown:
        break;
    }
    return fail(ErrorCode::UnsupportedFormat,
                "The file is in no picture format that is read here.");
}

} // namespace

Result<Raster> decodeStored(Format format, const CodecInput& input) {
    try {
        return dispatched(format, input);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory to decode this picture; close other programs or "
                    "reduce the picture.");
    } catch (const std::exception& problem) {
        return fail(ErrorCode::Corrupt,
                    std::string("The picture could not be decoded: ") + problem.what());
    }
}

Result<void> checkSize(std::int64_t width, std::int64_t height, std::int64_t decoderBytes,
                       const CodecInput& input) {
    const DecodeLimits& limits = input.limits;
    const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
    if (width <= 0 || height <= 0)
        return fail(ErrorCode::Corrupt, "The file says that its picture has " + size + ".");
    if (width > limits.maxSide || height > limits.maxSide)
        return fail(ErrorCode::LimitExceeded, "The file says that its picture has " + size +
                                                  "; at most " + std::to_string(limits.maxSide) +
                                                  " pixels a side are accepted.");
    const std::int64_t pixels = width * height; // both sides fit in 31 bits
    if (pixels > limits.maxPixels)
        return fail(ErrorCode::LimitExceeded, "The file says that its picture has " + size + " (" +
                                                  megapixels(pixels) + "); at most " +
                                                  megapixels(limits.maxPixels) + " are accepted.");
    const std::int64_t copies = input.orientation > 1 ? 2 : 1;
    const std::int64_t memory = decoderBytes + copies * pixels * 3;
    if (memory > limits.maxMemoryBytes)
        return fail(ErrorCode::LimitExceeded,
                    "Decoding this picture of " + size + " would take about " + mebibytes(memory) +
                        " of memory; at most " + mebibytes(limits.maxMemoryBytes) +
                        " are accepted.");
    return {};
}

void paintMissing(Raster& raster, int first, int end) {
    const std::size_t rowBytes = static_cast<std::size_t>(raster.width) * 3;
    first = std::clamp(first, 0, raster.height);
    end = std::clamp(end, first, raster.height);
    std::fill(raster.bgr.begin() + static_cast<std::ptrdiff_t>(rowBytes) * first,
              raster.bgr.begin() + static_cast<std::ptrdiff_t>(rowBytes) * end, kMissingGray);
    raster.missingShare += static_cast<double>(end - first) / std::max(raster.height, 1);
}

std::string missingRowsWarning(int rows, int height) {
    const double share = 100.0 * (height - rows) / std::max(height, 1);
    const auto percent = std::clamp<long>(std::lround(share), 1, 99);
    return "The file ends early: " + std::to_string(percent) +
           " % of the picture is missing and shown gray.";
}

void addWarning(std::vector<std::string>& warnings, std::string sentence) {
    constexpr std::size_t kMost = 20;
    if (warnings.size() < kMost && std::ranges::find(warnings, sentence) == warnings.end())
        warnings.push_back(std::move(sentence));
}

} // namespace core::image
