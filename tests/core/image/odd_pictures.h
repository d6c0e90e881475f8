// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/picture_maker.h"

#include <cstdint>
#include <vector>

namespace tests {

// The less usual variants of each format, made with the format's own library or by hand.

enum class JpegKind { Gray, Progressive, Inks };
/// Gray takes the first channel; Inks stores the picture as inverted CMYK with full black left out.
[[nodiscard]] ByteBuffer jpegOfKind(const Image& image, JpegKind kind, int quality = 95);

struct PngKind {
    int colorType = 2; ///< as in the file: 0 gray, 2 RGB, 3 palette, 4 gray + alpha, 6 RGB + alpha
    int bits = 8;      ///< 1, 2, 4 only for gray and palette; 16 not for palette
    bool isInterlaced = false;
    bool hasTransparency = false; ///< a tRNS chunk
    int orientation = 0;          ///< states one in an eXIf chunk; 0: has no such chunk
};
/// Samples are the picture's, cut or stretched to the depth (16 bit: value * 257); palettes hold
/// the first colors of the picture, whose pixels must have at most 2^bits of them.
[[nodiscard]] ByteBuffer pngOfKind(const Image& image, const PngKind& kind);

struct TiffKind {
    int bits = 8;         ///< 1, 8 or 16
    int photometric = 2;  ///< 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK
    int compression = 1;  ///< 1 none, 5 LZW, 8 deflate
    bool isTiled = false; ///< tiles of 16 x 32 pixels, else strips of 7 rows
    bool hasPlanes = false;
    bool hasAlpha = false;
    int orientation = 1;
    int addTo16 = 0; ///< added to every 16-bit sample, to test the rounding
};
[[nodiscard]] ByteBuffer tiffOfKind(const Image& image, const TiffKind& kind);

struct GifKind {
    bool isInterlaced = false;
    int left = 0; ///< the frame's place on a canvas larger by twice as much
    int top = 0;
    int frames = 1;
};
[[nodiscard]] ByteBuffer gifOfKind(const Image& image, const GifKind& kind);

/// WebP with an alpha channel, lossless.
[[nodiscard]] ByteBuffer webpWithAlpha(const Image& image);
/// Lossless WebP that states an EXIF orientation.
[[nodiscard]] ByteBuffer webpWithOrientation(const Image& image, int orientation);
/// Two equal frames, placed at (left, top), both even, on a canvas larger by twice as much.
[[nodiscard]] ByteBuffer webpAnimation(const Image& image, int left, int top);

enum class HeifCodec { Hevc, Av1 };
/// HEIC or AVIF; empty when this machine's libheif has no encoder for it.
[[nodiscard]] ByteBuffer heifBytes(const Image& image, HeifCodec codec, int quality = 90);

/// Rows stored from the top, or 32 bits a pixel.
enum class BmpKind { TopDown, ThirtyTwoBits };
[[nodiscard]] ByteBuffer bmpOfKind(const Image& image, BmpKind kind);

} // namespace tests
