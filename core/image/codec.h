// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/byte_reader.h"
#include "core/image/decode_limits.h"
#include "core/image/image.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace core::image {

/// What a format's decoder is asked for.
struct CodecInput {
    Bytes bytes;
    DecodeLimits limits;
    std::stop_token stop;
    /// Above 0: a picture whose longer side has at least so many pixels is enough. Decoders that
    /// cannot decode at a reduced scale ignore it.
    int enoughSide = 0;
    /// 1 to 8; the memory estimate counts the copy that turning the picture needs.
    int orientation = 1;
    /// Keep samples of more than 8 bits in Raster::wide as well (PNG, TIFF, HEIF, AVIF).
    bool keepsWide = false;
};

/// The picture as the file stores it, before it is turned upright.
struct Raster {
    int width = 0;
    int height = 0;
    ByteBuffer bgr;           ///< height x width x 3, B G R
    int orientation = 1;      ///< stated by a format's own means (TIFF); still to be undone
    int bitsPerSample = 8;    ///< as stored
    bool hasAlpha = false;    ///< and was dropped
    double missingShare = 0;  ///< of the pixels, 0 to 1; see DecodedPicture
    bool lacksDetail = false; ///< see DecodedPicture, like the next four
    std::string encoding;
    bool isCalibrated = true;
    ByteBuffer stored; ///< as bgr; empty when nothing was converted
    /// height x width x 3, R G B, 0 to 65535; empty unless asked for and the file has them
    std::vector<std::uint16_t> wide;
    bool isGray = false; ///< one channel of color
    std::vector<std::string> warnings;
};

// One source file for each. They may throw std::bad_alloc and nothing else.
// @errors Truncated, Corrupt, UnsupportedFormat, LimitExceeded, Cancelled
[[nodiscard]] Result<Raster> decodeJpeg(const CodecInput& input);
[[nodiscard]] Result<Raster> decodePng(const CodecInput& input);
[[nodiscard]] Result<Raster> decodeWebp(const CodecInput& input);
[[nodiscard]] Result<Raster> decodeTiff(const CodecInput& input);
[[nodiscard]] Result<Raster> decodeGif(const CodecInput& input);
[[nodiscard]] Result<Raster> decodeBmp(const CodecInput& input);
[[nodiscard]] Result<Raster> decodeHeif(const CodecInput& input); ///< HEIC and AVIF
[[nodiscard]] Result<Raster> decodeJxl(const CodecInput& input);
[[nodiscard]] Result<Raster> decodeJp2(const CodecInput& input); ///< with and without its boxes

/// Chooses among the above by format and stops their exceptions.
[[nodiscard]] Result<Raster> decodeStored(Format format, const CodecInput& input);

/// Refuses pictures that would cost too much, before anything is allocated for them.
/// @param decoderBytes  what the format's library needs besides the pixels themselves
/// @errors LimitExceeded with both numbers; Corrupt for a picture without pixels
[[nodiscard]] Result<void> checkSize(std::int64_t width, std::int64_t height,
                                     std::int64_t decoderBytes, const CodecInput& input);

/// Paints rows [first, end) gray, as missing parts are shown, and counts them as missing.
void paintMissing(Raster& raster, int first, int end);

/// "The file ends early: ..." for a picture of which only the upper `rows` of `height` are there.
[[nodiscard]] std::string missingRowsWarning(int rows, int height);

/// Adds a sentence unless it is there already or the list has 20.
void addWarning(std::vector<std::string>& warnings, std::string sentence);

} // namespace core::image
