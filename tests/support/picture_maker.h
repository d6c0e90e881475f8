// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <array>
#include <filesystem>
#include <string>

class QTemporaryDir;

namespace tests {

using core::image::ByteBuffer;
using core::image::Image;

// Pictures, the same for the same arguments on every machine.

/// Like a photograph: soft shading, a few sharp-edged shapes, fine texture and sensor-like noise.
[[nodiscard]] Image noisyScene(int width, int height, unsigned seed);

/// One color everywhere.
[[nodiscard]] Image flatPicture(int width, int height, std::array<std::uint8_t, 3> bgr);

/// Squares of `cell` pixels, dark and light.
[[nodiscard]] Image checkerboard(int width, int height, int cell);

/// Smooth and different in every pixel up to 256 x 256: B grows to the right, G grows down. No turn
/// or mirroring of it looks like another.
[[nodiscard]] Image slope(int width, int height);

/// A picture that the test paints itself.
/// @param bgr  height x width x 3
[[nodiscard]] Image pictureOf(int width, int height, ByteBuffer bgr);

// Files in memory, written by each format's own library. A failure ends the test program.

[[nodiscard]] ByteBuffer jpegBytes(const Image& image, int quality = 90, int sampling = 2);
/// @param orientation  EXIF orientation to state, 1 to 8
[[nodiscard]] ByteBuffer jpegWithOrientation(const Image& image, int orientation);
[[nodiscard]] ByteBuffer pngBytes(const Image& image);
/// @param quality  1 to 100; above 100: lossless
[[nodiscard]] ByteBuffer webpBytes(const Image& image, int quality = 101);
[[nodiscard]] ByteBuffer tiffBytes(const Image& image);
[[nodiscard]] ByteBuffer bmpBytes(const Image& image);
/// At most 256 colors are kept exactly; others go to the nearest of a 3-3-2 bit palette.
[[nodiscard]] ByteBuffer gifBytes(const Image& image);

/// Puts an APP1 segment with nothing but an orientation behind a JPEG's first marker.
[[nodiscard]] ByteBuffer withExifOrientation(const ByteBuffer& jpeg, int orientation);

/// A bare EXIF block (TIFF structure, big-endian) that states an orientation.
[[nodiscard]] ByteBuffer exifBlock(int orientation);

/// The file's path; the directory is made by the test and removed with it.
std::filesystem::path writeFile(const QTemporaryDir& directory, const std::string& name,
                                const ByteBuffer& bytes);

/// Largest difference of any channel of any pixel; 256 when the sizes differ.
[[nodiscard]] int largestDifference(const Image& a, const Image& b);

} // namespace tests
