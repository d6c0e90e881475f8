// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/color_encoding.h"
#include "core/image/container_parts.h"
#include "core/image/icc_profile.h"
#include "core/image/stream_colors.h"

#include <libheif/heif.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace core::image {

namespace {

constexpr std::uint16_t kExifDirectory = 0x8769;
constexpr std::uint16_t kColorSpace = 0xA001;
constexpr std::uint16_t kInterop = 0xA005;
constexpr std::uint16_t kInteropIndex = 1;

std::optional<std::uint64_t> numberOf(const std::optional<TiffValue>& value) {
    if (!value || value->count < 1)
        return std::nullopt;
    return readNumber(value->bytes, 0, value->type == 3 ? 2 : 4, value->order);
}

/// EXIF of a picture that follows DCF's option file: Adobe RGB.
bool namesAdobe(Bytes tiff) {
    const auto exif = numberOf(firstDirectoryTag(tiff, kExifDirectory));
    if (!exif)
        return false;
    const auto space = numberOf(directoryTag(tiff, *exif, kColorSpace));
    const auto interop = numberOf(directoryTag(tiff, *exif, kInterop));
    if (!interop || space == 1U)
        return false;
    const auto index = directoryTag(tiff, *interop, kInteropIndex);
    return index && asText(index->bytes).starts_with("R03");
}

void readJpeg(Bytes file, ColorStatement& statement) {
    constexpr std::string_view kMark("Exif\0\0", 6);
    for (const ContainerPart& part : jpegSegments(file)) {
        if (part.name == "FFE1" && asText(part.payload).starts_with(kMark))
            statement.isAdobeByExif = namesAdobe(part.payload.subspan(kMark.size()));
    }
}

void readPng(Bytes file, ColorStatement& statement) {
    bool isSrgb = false;
    for (const ContainerPart& part : pngChunks(file)) {
        if (part.name == "IDAT")
            break;
        if (part.name == "cICP" && part.payload.size() == 4)
            statement.codes = ColorCodes{part.payload[0], part.payload[1]};
        isSrgb = isSrgb || part.name == "sRGB";
        if (part.name == "gAMA") {
            const auto gamma = readNumber(part.payload, 0, 4, ByteOrder::Big);
            // Beyond these it is no exponent that anything was encoded with.
            if (gamma && *gamma >= 10'000 && *gamma <= 500'000)
                statement.gamma = static_cast<double>(*gamma) / 100'000;
        }
        if (part.name == "cHRM" && part.payload.size() == 32) {
            std::array<double, 8> values{};
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = static_cast<double>(
                                readNumber(part.payload, i * 4, 4, ByteOrder::Big).value_or(0)) /
                            100'000;
            const bool isSound = std::ranges::all_of(
                values, [](double value) { return value >= 0.001 && value <= 1; });
            if (isSound)
                statement.chromaticities = values;
        }
    }
    if (isSrgb) {
        statement.gamma.reset();
        statement.chromaticities.reset();
    }
}

void releaseHandle(heif_image_handle* handle) {
    heif_image_handle_release(handle);
}

/// What the container says; it counts before what the stream says.
std::optional<ColorCodes> containerCodes(Bytes file) {
    const std::unique_ptr<heif_context, void (*)(heif_context*)> context(heif_context_alloc(),
                                                                         &heif_context_free);
    heif_image_handle* primary = nullptr;
    if (!context ||
        heif_context_read_from_memory_without_copy(context.get(), file.data(), file.size(), nullptr)
                .code != heif_error_Ok ||
        heif_context_get_primary_image_handle(context.get(), &primary).code != heif_error_Ok)
        return std::nullopt;
    const std::unique_ptr<heif_image_handle, void (*)(heif_image_handle*)> handle(primary,
                                                                                  &releaseHandle);
    heif_color_profile_nclx* codes = nullptr;
    if (heif_image_handle_get_nclx_color_profile(handle.get(), &codes).code != heif_error_Ok ||
        codes == nullptr)
        return std::nullopt;
    const ColorCodes found{static_cast<int>(codes->color_primaries),
                           static_cast<int>(codes->transfer_characteristics)};
    heif_nclx_color_profile_free(codes);
    return found;
}

bool isSaid(const std::optional<ColorCodes>& codes) {
    return codes && (codes->primaries != 2 || codes->transfer != 2);
}

void readHeif(Bytes file, ColorStatement& statement) {
    statement.codes = containerCodes(file);
    if (!isSaid(statement.codes) && statement.icc.empty())
        statement.codes = streamColors(file);
    statement.isMissing = !isSaid(statement.codes) && statement.icc.empty();
}

} // namespace

ColorStatement colorStatement(Format format, Bytes file) {
    ColorStatement statement;
    IccProfile profile = iccProfileOf(format, file);
    statement.icc = std::move(profile.bytes);
    statement.iccProblem = std::move(profile.problem);
    if (format == Format::Jpeg)
        readJpeg(file, statement);
    else if (format == Format::Png)
        readPng(file, statement);
    else if (format == Format::Heic || format == Format::Avif)
        readHeif(file, statement);
    // An embedded profile is more exact than numbers, but for high dynamic range it is a stopgap
    // for programs that know no better.
    const bool isHighRange =
        statement.codes && (statement.codes->transfer == 16 || statement.codes->transfer == 18);
    if (!statement.icc.empty() && !isHighRange && format != Format::Png)
        statement.codes.reset();
    return statement;
}

} // namespace core::image
