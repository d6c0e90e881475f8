// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"
#include "core/image/ink_colors.h"
#include "core/image/jpeg_scans.h"
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

/// A run of zero bytes in the picture's data: where its rows were lost, in the file and in the
/// picture.
struct ZeroRun {
    std::size_t begin = 0;
    std::size_t end = 0; ///< 0 for none
    int firstRow = -1;
    int lastRow = -1;
};

/// A wiped or unread sector of a disk. Flat areas can be zeros as well, so this counts only where
/// the decoder complains.
ZeroRun zeroRunOf(Bytes file) {
    constexpr std::size_t kShortest = 256;
    for (std::size_t at = 0; at + kShortest <= file.size(); at += kShortest / 2) {
        if (file[at] != 0 || file[at + kShortest / 4] != 0)
            continue;
        const auto isZero = [](std::uint8_t byte) { return byte == 0; };
        const auto here = file.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = std::find_if_not(here, file.end(), isZero);
        const auto begin =
            std::find_if_not(std::make_reverse_iterator(here), file.rend(), isZero).base();
        if (end - begin >= static_cast<std::ptrdiff_t>(kShortest))
            return {static_cast<std::size_t>(begin - file.begin()),
                    static_cast<std::size_t>(end - file.begin())};
    }
    return {};
}

/// Decodes row by row; returns how many rows came out before the decoder gave up.
int readRows(JpegSession& session, ZeroRun& zeros, std::size_t fileSize, Raster& raster) {
    const jpeg_decompress_struct& info = session.info();
    const std::size_t rowBytes = static_cast<std::size_t>(raster.width) * 3;
    ByteBuffer inks(info.out_color_space == JCS_CMYK ? static_cast<std::size_t>(raster.width) * 4
                                                     : 0);
    for (int y = 0; y < raster.height; ++y) {
        std::uint8_t* to = raster.bgr.data() + rowBytes * static_cast<std::size_t>(y);
        if (!session.readRow(inks.empty() ? to : inks.data()))
            return y;
        // Four-ink JPEGs are stored inverted, as Adobe's programs have always written them.
        if (zeros.end > 0) {
            const std::size_t read = fileSize - session.info().src->bytes_in_buffer;
            if (read > zeros.begin && zeros.firstRow < 0)
                zeros.firstRow = y;
            if (read <= zeros.end || zeros.lastRow < 0)
                zeros.lastRow = y;
        }
        if (!inks.empty())
            inksToBgr(inks.data(), raster.width, InkPolarity::Inverted, to);
    }
    return raster.height;
}

/// "3 scans are whole and the next breaks off"; how many there were, the file does not say.
std::string scansThatAreThere(const JpegScans& scans, bool isLastBroken) {
    const int whole = scans.count - (isLastBroken ? 1 : 0);
    std::string text = std::to_string(whole) +
                       (whole == 1 ? " scan of the JPEG is" : " scans of the JPEG are") + " whole";
    return isLastBroken ? text + " and the next breaks off" : text;
}

/// Coefficients that a scan announced but that breaks off count as lacking nothing here; the scan
/// itself is named.
void noteLackingDetail(const JpegScans& scans, const JpegSession& session, Raster& raster) {
    const int lacking = scans.lackingCoefficients();
    const int all = scans.allCoefficients();
    const bool isLastBroken = session.firstDamagedMcuRow() >= 0 && session.endReached();
    if (lacking == 0 && !isLastBroken)
        return;
    raster.lacksDetail = true;
    const std::string which = lacking == all ? "no coefficient has its last bit"
                              : lacking > 0
                                  ? std::to_string(lacking) + " of " + std::to_string(all) +
                                        " coefficients lack their last bits"
                                  : "the last scan does not reach all of the picture";
    addWarning(
        raster.warnings,
        std::string(session.endReached() ? "The file ends early: " : "The file lacks scans: ") +
            scansThatAreThere(scans, isLastBroken) + ", " + which + ". The picture lacks detail.");
}

/// From how many bytes without a place rows may be hidden; a few are left by careless programs.
constexpr long kManyExtraneous = 100;

void noteExtraneous(const JpegSession& session, Raster& raster) {
    const long count = session.extraneousBytes();
    if (count <= 0)
        return;
    std::string text = "The file has " + std::to_string(count) +
                       (count == 1 ? " byte that belongs" : " bytes that belong") +
                       " to nothing before a marker";
    if (count >= kManyExtraneous)
        text += "; the picture may have more rows than the " + std::to_string(raster.height) +
                " that its header says, or parts of two files are mixed";
    addWarning(raster.warnings, text + ".");
}

void noteZeros(const ZeroRun& zeros, Raster& raster) {
    // The decoder reads some rows ahead.
    constexpr int kAhead = 16;
    const int first = std::max(0, zeros.firstRow - kAhead);
    paintMissing(raster, first, zeros.lastRow + 1);
    addWarning(raster.warnings,
               "The picture's data hold " + std::to_string(zeros.end - zeros.begin) +
                   " zero bytes in a row, as after a failed copy or recovery: rows " +
                   std::to_string(first + 1) + " to " + std::to_string(zeros.lastRow + 1) + " of " +
                   std::to_string(raster.height) + " are lost and shown gray.");
}

/// What was found out about the file beside its rows.
struct Findings {
    const JpegScans& scans;
    const ZeroRun& zeros;
    bool hasSeveralScans; ///< the library does not answer this any more when it has finished
};

void noteDamage(JpegSession& session, const Findings& found, Raster& raster, int rows) {
    const JpegScans& scans = found.scans;
    const ZeroRun& zeros = found.zeros;
    const jpeg_decompress_struct& info = session.info();
    const long total = std::max<long>(info.total_iMCU_rows, 1);
    const long damaged = session.firstDamagedMcuRow();
    const bool severalScans = found.hasSeveralScans;
    if (rows < raster.height) {
        paintMissing(raster, rows, raster.height);
        addWarning(raster.warnings, missingRowsWarning(rows, raster.height));
    } else if (zeros.firstRow >= 0 &&
               (damaged >= 0 || !session.complaint().empty() || session.extraneousBytes() > 0)) {
        ZeroRun lost = zeros;
        if (damaged >= 0) // nothing came after them
            lost.lastRow = raster.height - 1;
        noteZeros(lost, raster);
    } else if (damaged >= 0 && !session.endReached()) {
        addWarning(raster.warnings, "Part of the JPEG data is damaged (" + session.complaint() +
                                        "); the picture may show gray or shifted blocks.");
    } else if (severalScans && session.damagedScan() != 1 &&
               (damaged >= 0 || scans.lackingCoefficients() > 0)) {
        noteLackingDetail(scans, session, raster);
    } else if (damaged >= 0) {
        raster.lacksDetail = severalScans;
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
    noteExtraneous(session, raster);
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
    raster.isGray = session.info().jpeg_color_space == JCS_GRAYSCALE;
    raster.bgr.resize(static_cast<std::size_t>(raster.width) *
                      static_cast<std::size_t>(raster.height) * 3);
    ZeroRun zeros = session.info().progressive_mode == TRUE ? ZeroRun{} : zeroRunOf(input.bytes);
    const int rows = readRows(session, zeros, input.bytes.size(), raster);
    if (rows < raster.height && session.error().code == ErrorCode::Cancelled)
        return cancelled();
    const bool hasSeveralScans = jpeg_has_multiple_scans(&session.info()) == TRUE;
    if (rows == raster.height && input.enoughSide <= 0)
        session.finish();
    const bool firstRowDamaged = session.firstDamagedMcuRow() == 0 && session.damagedScan() <= 1;
    if (rows == 0 || (firstRowDamaged && session.endReached()))
        return fail(session.endReached() ? ErrorCode::Truncated : ErrorCode::Corrupt,
                    session.endReached()
                        ? "The JPEG file ends before anything of its picture can be shown; get a "
                          "complete copy."
                        : session.error().message);
    noteDamage(session, {jpegScans(input.bytes), zeros, hasSeveralScans}, raster, rows);
    return raster;
}

} // namespace core::image
