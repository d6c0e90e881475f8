// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"

#include "core/image/color_encoding.h"

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

/// Bits that samples stored in 16 really use, when they leave the upper ones empty.
int usedBits(int largest) {
    for (const int bits : {10, 12, 14}) {
        if (largest < 1 << bits)
            return bits;
    }
    return 16;
}

/// A picture of 10 to 14 bits in 16 is nearly black as it stands.
Result<void> stretchFewBits(Format format, const CodecInput& input, Raster& raster) {
    constexpr std::uint8_t kLargest = 64; // 14 of 16 bits
    if (raster.bitsPerSample != 16 || !raster.encoding.empty() ||
        std::ranges::any_of(raster.bgr, [](std::uint8_t value) { return value > kLargest; }))
        return {};
    CodecInput again = input;
    again.keepsWide = true;
    const auto wide = dispatched(format, again);
    if (!wide)
        return tl::unexpected(wide.error());
    const int largest = wide->wide.empty() ? 0 : *std::ranges::max_element(wide->wide);
    const int bits = usedBits(largest);
    if (largest == 0 || bits == 16 || wide->wide.size() != raster.bgr.size())
        return {};
    raster.stored = raster.bgr;
    const int full = (1 << bits) - 1;
    for (std::size_t i = 0; i < raster.bgr.size(); ++i) {
        const std::size_t from = i / 3 * 3 + 2 - i % 3; // R G B to B G R
        raster.bgr[i] = static_cast<std::uint8_t>((wide->wide[from] * 255 + full / 2) / full);
    }
    raster.encoding = std::to_string(bits) + " bits in 16";
    raster.isCalibrated = false;
    addWarning(raster.warnings, "The 16-bit samples reach only " + std::to_string(largest) +
                                    " of 65535, as of " + std::to_string(bits) +
                                    " bits: they are shown stretched.");
    return {};
}

/// Brings the pixels to sRGB, once for everything that shows or measures them.
Result<void> convertColors(const ColorConverter& converter, const CodecInput& input,
                           Raster& raster) {
    if (!raster.encoding.empty())
        return {}; // by the decoder's own means
    if (!converter.problem().empty())
        addWarning(raster.warnings, converter.problem());
    raster.encoding = converter.name();
    raster.isCalibrated = converter.isCalibrated();
    if (!converter.isNeeded()) {
        if (!raster.encoding.empty())
            addWarning(raster.warnings, "The colors are encoded as " + raster.encoding +
                                            ", which is not known here; they are shown as sRGB.");
        return {};
    }
    const auto bytes = static_cast<std::int64_t>(raster.bgr.size() + 2 * raster.wide.size());
    if (const auto cost = checkSize(raster.width, raster.height, bytes, input); !cost)
        return cost;
    raster.stored = raster.bgr;
    if (raster.wide.size() == raster.bgr.size() && raster.missingShare == 0)
        converter.convert(raster.wide, raster.bgr);
    else
        converter.convert(raster.bgr);
    raster.wide.clear();
    addWarning(raster.warnings, "The colors are encoded as " + raster.encoding +
                                    "; for display and measurement they were converted to sRGB.");
    return {};
}

/// More than 8 bits are what high dynamic range needs; then sRGB is a guess. With 8 bits it is what
/// the format's standard assumes.
/// @source MIAF (ISO 23000-22) 7.3.6.4
void noteMissingStatement(Raster& raster) {
    if (!raster.encoding.empty())
        return;
    if (raster.bitsPerSample > 8) {
        raster.encoding = "not stated, " + std::to_string(raster.bitsPerSample) + " bits";
        raster.isCalibrated = false;
    }
    addWarning(raster.warnings,
               "The file does not say how its colors are encoded; they are shown as sRGB.");
}

Result<Raster> decodeWithColors(Format format, const CodecInput& input) {
    const ColorStatement statement = colorStatement(format, input.bytes);
    CodecInput known = input;
    known.keepsWide = ColorConverter(statement, false).isNeeded();
    auto raster = dispatched(format, known);
    if (!raster)
        return raster;
    const ColorConverter converter(statement, raster->isGray);
    if (const auto converted = convertColors(converter, input, *raster); !converted)
        return tl::unexpected(converted.error());
    if (statement.isMissing)
        noteMissingStatement(*raster);
    if (const auto stretched = stretchFewBits(format, input, *raster); !stretched)
        return tl::unexpected(stretched.error());
    return raster;
}

} // namespace

Result<Raster> decodeStored(Format format, const CodecInput& input) {
    try {
        return decodeWithColors(format, input);
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
