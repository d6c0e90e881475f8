// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"
#include "core/image/ink_colors.h"
#include "core/image/jpeg_session.h"

#include <algorithm>

namespace core::image {

namespace {

/// Eighths at which libjpeg should decode so that the longer side keeps at least `enough` pixels.
unsigned scaleFor(JDIMENSION width, JDIMENSION height, int enough) {
    if (enough <= 0)
        return 8;
    const auto longer = static_cast<std::int64_t>(std::max(width, height));
    for (const unsigned eighths : {1u, 2u, 4u}) {
        if (longer * eighths / 8 >= enough)
            return eighths;
    }
    return 8;
}

Result<void> checkCost(JpegSession& session, const CodecInput& input) {
    const jpeg_decompress_struct& info = session.info();
    const std::int64_t pixels =
        static_cast<std::int64_t>(info.image_width) * static_cast<std::int64_t>(info.image_height);
    // Pictures of several scans keep all coefficients (16 bit) until the last one has been read.
    const bool keepsCoefficients = jpeg_has_multiple_scans(&session.info()) == TRUE;
    const std::int64_t decoder = keepsCoefficients ? pixels * 2 * info.num_components : 1 << 20;
    return checkSize(info.image_width, info.image_height, decoder, input);
}

/// Chooses the same decoding as other careful programs: slow integer DCT, smooth up-sampling.
Result<void> chooseOutput(jpeg_decompress_struct& info, const CodecInput& input) {
    switch (info.jpeg_color_space) {
    case JCS_GRAYSCALE:
    case JCS_RGB:
    case JCS_YCbCr:
        info.out_color_space = JCS_EXT_BGR;
        break;
    case JCS_CMYK:
    case JCS_YCCK:
        info.out_color_space = JCS_CMYK;
        break;
    default:
        return fail(ErrorCode::UnsupportedFormat, "This JPEG has " +
                                                      std::to_string(info.num_components) +
                                                      " color channels; 1, 3 and 4 are supported.");
    }
    info.dct_method = JDCT_ISLOW;
    info.do_fancy_upsampling = TRUE;
    info.scale_num = scaleFor(info.image_width, info.image_height, input.enoughSide);
    info.scale_denom = 8;
    return {};
}

/// Decodes row by row; returns how many rows came out before the decoder gave up.
int readRows(JpegSession& session, Raster& raster) {
    const jpeg_decompress_struct& info = session.info();
    const std::size_t rowBytes = static_cast<std::size_t>(raster.width) * 3;
    ByteBuffer inks(info.out_color_space == JCS_CMYK ? static_cast<std::size_t>(raster.width) * 4
                                                     : 0);
    for (int y = 0; y < raster.height; ++y) {
        std::uint8_t* to = raster.bgr.data() + rowBytes * static_cast<std::size_t>(y);
        if (!session.readRow(inks.empty() ? to : inks.data()))
            return y;
        // Four-ink JPEGs are stored inverted, as Adobe's programs have always written them.
        if (!inks.empty())
            inksToBgr(inks.data(), raster.width, InkPolarity::Inverted, to);
    }
    return raster.height;
}

void noteDamage(JpegSession& session, Raster& raster, int rows) {
    const jpeg_decompress_struct& info = session.info();
    const long total = std::max<long>(info.total_iMCU_rows, 1);
    const long damaged = session.firstDamagedMcuRow();
    const bool severalScans = jpeg_has_multiple_scans(&session.info()) == TRUE;
    if (rows < raster.height) {
        paintMissing(raster, rows, raster.height);
        addWarning(raster.warnings, missingRowsWarning(rows, raster.height));
    } else if (damaged >= 0 && !session.endReached()) {
        addWarning(raster.warnings, "Part of the JPEG data is damaged (" + session.complaint() +
                                        "); the picture may show gray or shifted blocks.");
    } else if (damaged >= 0 && severalScans) {
        addWarning(raster.warnings, "The file ends early, in scan " +
                                        std::to_string(session.damagedScan()) +
                                        " of a progressive JPEG: the picture lacks detail.");
    } else if (damaged >= 0) {
        // The library has filled the rest by itself.
        raster.missingShare = 1 - static_cast<double>(damaged) / static_cast<double>(total);
        addWarning(
            raster.warnings,
            missingRowsWarning(static_cast<int>(damaged * raster.height / total), raster.height));
    } else if (session.endReached()) {
        addWarning(raster.warnings,
                   "The file lacks the mark that ends a JPEG; the picture itself is complete.");
    } else if (!session.complaint().empty()) {
        addWarning(raster.warnings, "The JPEG decoder noted: " + session.complaint() + ".");
    }
}

} // namespace

Result<Raster> decodeJpeg(const CodecInput& input) {
    JpegSession session(input.bytes, input.stop);
    if (!session.readHeader())
        return tl::unexpected(session.error());
    if (const auto cost = checkCost(session, input); !cost)
        return tl::unexpected(cost.error());
    if (const auto chosen = chooseOutput(session.info(), input); !chosen)
        return tl::unexpected(chosen.error());
    if (!session.start())
        return tl::unexpected(session.error());

    Raster raster;
    raster.width = static_cast<int>(session.info().output_width);
    raster.height = static_cast<int>(session.info().output_height);
    raster.bgr.resize(static_cast<std::size_t>(raster.width) *
                      static_cast<std::size_t>(raster.height) * 3);
    const int rows = readRows(session, raster);
    if (rows < raster.height && session.error().code == ErrorCode::Cancelled)
        return cancelled();
    const bool firstRowDamaged = session.firstDamagedMcuRow() == 0 && session.damagedScan() <= 1;
    if (rows == 0 || (firstRowDamaged && session.endReached()))
        return fail(session.endReached() ? ErrorCode::Truncated : ErrorCode::Corrupt,
                    session.endReached()
                        ? "The JPEG file ends before anything of its picture can be shown; get a "
                          "complete copy."
                        : session.error().message);
    noteDamage(session, raster, rows);
    return raster;
}

} // namespace core::image
