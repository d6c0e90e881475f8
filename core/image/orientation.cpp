// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/orientation.h"

#include "core/image/container_parts.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace core::image {

namespace {

constexpr std::string_view kExifMark{"Exif\0\0", 6};

int orientationOfExif(Bytes exif) {
    // WebP files carry the block with and without the mark that JPEG puts before it.
    if (asText(exif).starts_with(kExifMark))
        exif = exif.subspan(kExifMark.size());
    const auto value = firstDirectoryTag(exif, 0x0112);
    if (!value)
        return 1;
    // SHORT by the standard; other whole numbers are met as well.
    int width = 0;
    switch (value->type) {
    case 1: // BYTE
    case 6: // SBYTE
        width = 1;
        break;
    case 3: // SHORT
    case 8: // SSHORT
        width = 2;
        break;
    case 4: // LONG
    case 9: // SLONG
        width = 4;
        break;
    default:
        return 1;
    }
    const auto number = readNumber(value->bytes, 0, width, value->order);
    return number && *number >= 1 && *number <= 8 ? static_cast<int>(*number) : 1;
}

/// Where the pixel of an upright picture comes from in the stored one.
struct Turn {
    std::ptrdiff_t first = 0; ///< byte offset of the stored pixel shown at the top left
    std::ptrdiff_t right = 0; ///< step in stored bytes for one upright pixel to the right
    std::ptrdiff_t down = 0;  ///< likewise one row down
    int width = 0;            ///< upright
    int height = 0;
};

Turn turnFor(int width, int height, int orientation) {
    const std::ptrdiff_t x = 3;
    const std::ptrdiff_t y = static_cast<std::ptrdiff_t>(width) * 3;
    const std::ptrdiff_t lastX = x * (width - 1);
    const std::ptrdiff_t lastY = y * (height - 1);
    switch (orientation) {
    case 2:
        return {lastX, -x, y, width, height};
    case 3:
        return {lastX + lastY, -x, -y, width, height};
    case 4:
        return {lastY, x, -y, width, height};
    case 5:
        return {0, y, x, height, width};
    case 6:
        return {lastY, -y, x, height, width};
    case 7:
        return {lastX + lastY, -y, -x, height, width};
    case 8:
        return {lastX, y, -x, height, width};
    default:
        return {0, x, y, width, height};
    }
}

} // namespace

int storedOrientation(Format format, Bytes file) {
    if (format == Format::Jpeg) {
        for (const ContainerPart& part : jpegSegments(file)) {
            if (part.name == "FFE1" && asText(part.payload).starts_with(kExifMark))
                return orientationOfExif(part.payload);
        }
    } else if (format == Format::Png || format == Format::Webp) {
        const bool isPng = format == Format::Png;
        for (const ContainerPart& part : isPng ? pngChunks(file) : riffChunks(file)) {
            if (part.name == (isPng ? "eXIf" : "EXIF"))
                return orientationOfExif(part.payload);
        }
    } else if (format == Format::Tiff) {
        return orientationOfExif(file);
    }
    return 1;
}

Result<Raster> turnedUpright(Raster raster, int orientation, std::stop_token stop) {
    if (orientation < 2 || orientation > 8)
        return raster;
    const Turn turn = turnFor(raster.width, raster.height, orientation);
    ByteBuffer turned(raster.bgr.size());
    constexpr int kTile = 32; // keeps both sides of a transposition in the cache
    for (int top = 0; top < turn.height; top += kTile) {
        if (stop.stop_requested())
            return cancelled();
        const int bottom = std::min(top + kTile, turn.height);
        for (int left = 0; left < turn.width; left += kTile) {
            const int right = std::min(left + kTile, turn.width);
            for (int y = top; y < bottom; ++y) {
                const std::uint8_t* from =
                    raster.bgr.data() + turn.first + y * turn.down + left * turn.right;
                std::uint8_t* to =
                    turned.data() + (static_cast<std::ptrdiff_t>(y) * turn.width + left) * 3;
                for (int x = left; x < right; ++x, from += turn.right, to += 3) {
                    to[0] = from[0];
                    to[1] = from[1];
                    to[2] = from[2];
                }
            }
        }
    }
    raster.bgr = std::move(turned);
    raster.width = turn.width;
    raster.height = turn.height;
    return raster;
}

} // namespace core::image
