// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"
#include "core/image/media_items.h"

#include <libheif/heif.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace core::image {

namespace {

template <typename T, void (*release)(T*)> struct Releaser {
    void operator()(T* object) const { release(object); }
};
template <typename T, void (*release)(T*)> using Owned = std::unique_ptr<T, Releaser<T, release>>;

void releaseHandle(heif_image_handle* handle) {
    heif_image_handle_release(handle);
}
void releaseImage(heif_image* image) {
    heif_image_release(image);
}

using Context = Owned<heif_context, &heif_context_free>;
using Handle = Owned<heif_image_handle, &releaseHandle>;
using Options = Owned<heif_decoding_options, &heif_decoding_options_free>;
using Picture = Owned<heif_image, &releaseImage>;

tl::unexpected<Error> failure(const heif_error& error) {
    const std::string reason = error.message != nullptr ? error.message : "no reason given";
    switch (error.code) {
    case heif_error_Unsupported_feature:
    case heif_error_Unsupported_filetype:
    case heif_error_Plugin_loading_error:
        return fail(
            ErrorCode::UnsupportedFormat,
            "This file is newer than this program's HEIF and AVIF decoder, or of a kind that "
            "it does not know: " +
                reason + ". It need not be damaged.");
    case heif_error_Memory_allocation_error:
        return fail(ErrorCode::LimitExceeded,
                    "The HEIF or AVIF decoder needs too much memory: " + reason + ".");
    default:
        break;
    }
    if (error.subcode == heif_suberror_End_of_data)
        return fail(ErrorCode::Truncated,
                    "The HEIF or AVIF file ends early and nothing of its picture can be shown; get "
                    "a complete copy.");
    return fail(ErrorCode::Corrupt, "The HEIF or AVIF file cannot be decoded: " + reason + ".");
}

/// 8-bit R, G, B rows to B, G, R.
void copyRow(const std::uint8_t* rgb, int width, std::uint8_t* bgr) {
    for (int x = 0; x < width; ++x, rgb += 3, bgr += 3) {
        bgr[0] = rgb[2];
        bgr[1] = rgb[1];
        bgr[2] = rgb[0];
    }
}

/// Little-endian 16-bit samples of `bits` used bits, rounded to 8.
void reduceRow(const std::uint8_t* rgb, int width, int bits, std::uint8_t* bgr) {
    const int largest = (1 << bits) - 1;
    for (int x = 0; x < width; ++x, rgb += 6, bgr += 3) {
        for (int channel = 0; channel < 3; ++channel) {
            const int value = rgb[channel * 2] | rgb[channel * 2 + 1] << 8;
            bgr[2 - channel] =
                static_cast<std::uint8_t>((std::min(value, largest) * 255 + largest / 2) / largest);
        }
    }
}

void keepRow(const std::uint8_t* rgb, int width, int bits, std::vector<std::uint16_t>& wide) {
    const int largest = (1 << bits) - 1;
    for (int i = 0; i < width * 3; ++i, rgb += 2) {
        const int value = std::min(rgb[0] | rgb[1] << 8, largest);
        wide.push_back(static_cast<std::uint16_t>(value * 65535LL / largest));
    }
}

Result<Raster> rasterOf(const heif_image* picture, const CodecInput& input, int bits) {
    int stride = 0;
    const std::uint8_t* plane =
        heif_image_get_plane_readonly(picture, heif_channel_interleaved, &stride);
    Raster raster;
    raster.width = heif_image_get_width(picture, heif_channel_interleaved);
    raster.height = heif_image_get_height(picture, heif_channel_interleaved);
    // The decoded size may differ from the announced one, so it is checked again.
    if (const auto cost = checkSize(raster.width, raster.height, 0, input); !cost)
        return tl::unexpected(cost.error());
    if (plane == nullptr || stride < raster.width * (bits > 8 ? 6 : 3))
        return fail(ErrorCode::Corrupt, "The HEIF or AVIF picture has no pixels.");
    const std::size_t rowBytes = static_cast<std::size_t>(raster.width) * 3;
    raster.bgr.resize(rowBytes * static_cast<std::size_t>(raster.height));
    raster.bitsPerSample = bits;
    for (int y = 0; y < raster.height; ++y) {
        const std::uint8_t* from = plane + static_cast<std::ptrdiff_t>(stride) * y;
        std::uint8_t* to = raster.bgr.data() + rowBytes * static_cast<std::size_t>(y);
        if (bits > 8 && input.keepsWide)
            keepRow(from, raster.width, bits, raster.wide);
        if (bits > 8)
            reduceRow(from, raster.width, bits, to);
        else
            copyRow(from, raster.width, to);
    }
    return raster;
}

/// libheif's first choice for AVIF (dav1d) prints its complaints about damaged files to the
/// terminal; the reference decoder is a little slower and keeps quiet.
const char* quietDecoder(Bytes file) {
    if (sniffFormat(file) != Format::Avif)
        return nullptr;
    std::array<const heif_decoder_descriptor*, 16> known{};
    const int count = heif_get_decoder_descriptors(heif_compression_AV1, known.data(),
                                                   static_cast<int>(known.size()));
    for (int i = 0; i < count; ++i) {
        const char* name = heif_decoder_descriptor_get_id_name(known[static_cast<std::size_t>(i)]);
        if (name != nullptr && std::strcmp(name, "aom") == 0)
            return "aom";
    }
    return nullptr; // the default
}

heif_error decodeRgb(const heif_image_handle* handle, Bytes file, int bits, heif_image** decoded) {
    const Options options(heif_decoding_options_alloc());
    if (options)
        options->decoder_id = quietDecoder(file);
    return heif_decode_image(
        handle, decoded, heif_colorspace_RGB,
        bits > 8 ? heif_chroma_interleaved_RRGGBB_LE : heif_chroma_interleaved_RGB, options.get());
}

Result<Handle> openPrimary(heif_context* context, const CodecInput& input) {
    heif_context_set_maximum_image_size_limit(context, input.limits.maxSide);
    heif_error error = heif_context_read_from_memory_without_copy(context, input.bytes.data(),
                                                                  input.bytes.size(), nullptr);
    if (error.code != heif_error_Ok)
        return failure(error);
    heif_image_handle* primary = nullptr;
    error = heif_context_get_primary_image_handle(context, &primary);
    if (error.code != heif_error_Ok)
        return failure(error);
    return Handle(primary);
}

// libheif turns and mirrors by the file's own boxes (irot, imir), so nothing is left to undone
// here; the EXIF block of such files must not turn the picture a second time. It cannot be
// interrupted while it decodes: a request to stop is seen before and after.
Result<Raster> decodeStoredItems(const CodecInput& input) {
    const Context context(heif_context_alloc());
    if (!context)
        return fail(ErrorCode::LimitExceeded, "There is not enough memory to decode this picture.");
    const auto handle = openPrimary(context.get(), input);
    if (!handle)
        return tl::unexpected(handle.error());
    const int width = heif_image_handle_get_width(handle->get());
    const int height = heif_image_handle_get_height(handle->get());
    const int bits = std::clamp(heif_image_handle_get_luma_bits_per_pixel(handle->get()), 8, 16);
    // Sides first, so that the product below cannot overflow.
    if (const auto size = checkSize(width, height, 0, input); !size)
        return tl::unexpected(size.error());
    // Planes as coded, their conversion, and the interleaved copy.
    const std::int64_t pixels = static_cast<std::int64_t>(width) * height;
    if (const auto cost = checkSize(width, height, pixels * (bits > 8 ? 18 : 9), input); !cost)
        return tl::unexpected(cost.error());
    if (input.stop.stop_requested())
        return cancelled();
    heif_image* decoded = nullptr;
    const heif_error error = decodeRgb(handle->get(), input.bytes, bits, &decoded);
    const Picture picture(decoded);
    if (input.stop.stop_requested())
        return cancelled();
    if (error.code != heif_error_Ok || !picture)
        return failure(error);
    auto raster = rasterOf(picture.get(), input, bits);
    if (!raster)
        return raster;
    raster->hasAlpha = heif_image_handle_has_alpha_channel(handle->get()) != 0;
    if (heif_context_get_number_of_top_level_images(context.get()) > 1)
        addWarning(raster->warnings,
                   "The file holds several pictures; only the primary one is examined.");
    return raster;
}

} // namespace

Result<Raster> decodeHeif(const CodecInput& input) {
    const auto rewritten = withoutSharedAuxiliaries(input.bytes);
    if (!rewritten)
        return decodeStoredItems(input);
    CodecInput changed = input;
    changed.bytes = *rewritten;
    return decodeStoredItems(changed);
}

} // namespace core::image
