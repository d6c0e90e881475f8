// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"
#include "core/image/color_encoding.h"
#include "core/image/ink_colors.h"
#include "core/image/tiff_session.h"

#include <algorithm>

namespace core::image {

namespace {

/// The picture is stored in blocks: strips as wide as the picture, or tiles.
struct Layout {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t blockWidth = 0;
    std::uint32_t blockHeight = 0;
    std::uint64_t blockBytes = 0; ///< of one plane of one block, decoded
    bool isTiled = false;
    std::uint16_t bits = 1;
    std::uint16_t samples = 1;
    std::uint16_t photometric = 0;
    bool hasPlanes = false; ///< each sample apart ("separate")
    std::uint16_t sampleFormat = SAMPLEFORMAT_UINT;
    int associatedAlpha = -1; ///< sample that the colors were multiplied by; -1: none

    [[nodiscard]] int inks() const {
        if (photometric == PHOTOMETRIC_SEPARATED)
            return 4;
        return photometric == PHOTOMETRIC_RGB || isLab() ? 3 : 1;
    }
    [[nodiscard]] bool isLab() const {
        return photometric == PHOTOMETRIC_CIELAB || photometric == PHOTOMETRIC_ICCLAB;
    }
    /// Read here, sample by sample; the rest goes through libtiff's own conversion.
    [[nodiscard]] bool isPlain() const {
        const bool hasPlainColors =
            photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE ||
            photometric == PHOTOMETRIC_RGB || photometric == PHOTOMETRIC_SEPARATED || isLab();
        return hasPlainColors && (bits == 8 || bits == 16) && samples >= inks();
    }
};

/// The first extra sample when it is an alpha that the colors were multiplied by.
int associatedAlphaOf(TIFF* tiff, const Layout& layout) {
    std::uint16_t count = 0;
    std::uint16_t* kinds = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_EXTRASAMPLES, &count, &kinds) == 0 || kinds == nullptr ||
        count == 0 || kinds[0] != EXTRASAMPLE_ASSOCALPHA || layout.samples <= layout.inks())
        return -1;
    return layout.inks();
}

Layout layoutOf(TIFF* tiff) {
    Layout layout;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &layout.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &layout.height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &layout.bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &layout.samples);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &layout.sampleFormat);
    if (TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &layout.photometric) == 0)
        layout.photometric = layout.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK;
    std::uint16_t planes = PLANARCONFIG_CONTIG;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &planes);
    layout.hasPlanes = planes == PLANARCONFIG_SEPARATE && layout.samples > 1;
    layout.associatedAlpha = associatedAlphaOf(tiff, layout);
    layout.isTiled = TIFFIsTiled(tiff) != 0;
    if (layout.isTiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &layout.blockWidth);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &layout.blockHeight);
        layout.blockBytes = TIFFTileSize64(tiff);
    } else {
        layout.blockWidth = layout.width;
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &layout.blockHeight);
        layout.blockHeight = std::min(layout.blockHeight, layout.height);
        layout.blockBytes = TIFFStripSize64(tiff);
    }
    return layout;
}

Result<void> checkLayout(TIFF* tiff, const Layout& layout, const CodecInput& input) {
    // Sizes first: the products below must not overflow.
    if (const auto size = checkSize(layout.width, layout.height, 0, input); !size)
        return size;
    if (layout.blockWidth == 0 || layout.blockHeight == 0 || layout.blockBytes == 0)
        return fail(ErrorCode::Corrupt, "The TIFF file does not say how its pixels are stored.");
    const std::uint64_t planes = layout.hasPlanes ? layout.samples : 1;
    const std::uint64_t bandPixels =
        std::uint64_t{layout.width} * std::min(layout.blockHeight, layout.height);
    const auto most = static_cast<std::uint64_t>(input.limits.maxMemoryBytes);
    const std::uint64_t decoder =
        layout.blockBytes > most / planes ? most : layout.blockBytes * planes + bandPixels * 4;
    if (const auto cost =
            checkSize(layout.width, layout.height, static_cast<std::int64_t>(decoder), input);
        !cost)
        return cost;
    std::uint16_t compression = COMPRESSION_NONE;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &compression);
    if (TIFFIsCODECConfigured(compression) == 0)
        return fail(ErrorCode::UnsupportedFormat, "The TIFF file uses compression number " +
                                                      std::to_string(compression) +
                                                      ", which is not supported.");
    if (layout.sampleFormat != SAMPLEFORMAT_UINT && layout.sampleFormat != SAMPLEFORMAT_VOID)
        return fail(ErrorCode::UnsupportedFormat,
                    "The TIFF file stores signed or floating-point samples, which are not "
                    "supported; convert it to 8 or 16 bits.");
    if (layout.bits > 16)
        return fail(ErrorCode::UnsupportedFormat,
                    "The TIFF file stores " + std::to_string(layout.bits) +
                        " bits per sample; at most 16 are supported.");
    return {};
}

/// One decoded block of plain samples, one buffer per plane.
class Block {
  public:
    explicit Block(const Layout& layout)
        : m_layout(layout),
          m_planes(layout.hasPlanes ? static_cast<std::size_t>(
                                          layout.inks() + (layout.associatedAlpha >= 0 ? 1 : 0))
                                    : 1,
                   ByteBuffer(static_cast<std::size_t>(layout.blockBytes))) {}

    /// @return false when the file does not hold this block whole
    [[nodiscard]] bool read(TIFF* tiff, std::uint32_t x, std::uint32_t y) {
        for (std::size_t plane = 0; plane < m_planes.size(); ++plane) {
            const auto sample = static_cast<std::uint16_t>(plane);
            auto* to = m_planes[plane].data();
            const auto size = static_cast<tmsize_t>(m_planes[plane].size());
            const tmsize_t count =
                m_layout.isTiled
                    ? TIFFReadEncodedTile(tiff, TIFFComputeTile(tiff, x, y, 0, sample), to, size)
                    : TIFFReadEncodedStrip(tiff, TIFFComputeStrip(tiff, y, sample), to, size);
            if (count < 0)
                return false;
        }
        return true;
    }

    /// The sample as 8 bits, 16 rounded.
    [[nodiscard]] std::uint8_t sample(std::size_t pixel, int channel) const {
        const std::uint16_t stored = storedSample(pixel, channel);
        if (m_layout.bits == 8)
            return static_cast<std::uint8_t>(stored);
        return static_cast<std::uint8_t>((stored * 255u + 32767u) / 65535u);
    }

    /// As it stands in the file.
    [[nodiscard]] std::uint16_t storedSample(std::size_t pixel, int channel) const {
        const bool apart = m_layout.hasPlanes;
        const ByteBuffer& plane = m_planes[apart ? static_cast<std::size_t>(channel) : 0];
        const std::size_t index =
            apart ? pixel : pixel * m_layout.samples + static_cast<std::size_t>(channel);
        if (m_layout.bits == 8)
            return plane[index];
        std::uint16_t wide = 0;
        std::copy_n(plane.data() + index * 2, 2, reinterpret_cast<std::uint8_t*>(&wide));
        return wide;
    }

  private:
    const Layout& m_layout;
    std::vector<ByteBuffer> m_planes;
};

/// The color as it was before it was multiplied by its alpha; transparent ones stay.
std::uint8_t divided(std::uint8_t color, std::uint8_t alpha) {
    return alpha == 0 ? color
                      : static_cast<std::uint8_t>(std::min((color * 255 + alpha / 2) / alpha, 255));
}

void writeRow(const Block& block, const Layout& layout, std::size_t firstPixel, int count,
              std::uint8_t* bgr) {
    for (int i = 0; i < count; ++i, bgr += 3) {
        const std::size_t pixel = firstPixel + static_cast<std::size_t>(i);
        if (layout.photometric == PHOTOMETRIC_RGB) {
            for (int channel = 0; channel < 3; ++channel)
                bgr[channel] = block.sample(pixel, 2 - channel);
        } else if (layout.photometric == PHOTOMETRIC_SEPARATED) {
            const std::uint8_t inks[4] = {block.sample(pixel, 0), block.sample(pixel, 1),
                                          block.sample(pixel, 2), block.sample(pixel, 3)};
            inksToBgr(inks, 1, InkPolarity::Straight, bgr);
        } else {
            const std::uint8_t gray = block.sample(pixel, 0);
            std::fill_n(bgr, 3,
                        layout.photometric == PHOTOMETRIC_MINISWHITE
                            ? static_cast<std::uint8_t>(255 - gray)
                            : gray);
        }
        if (layout.associatedAlpha >= 0 && layout.photometric != PHOTOMETRIC_SEPARATED) {
            const std::uint8_t alpha = block.sample(pixel, layout.associatedAlpha);
            for (int channel = 0; channel < 3; ++channel)
                bgr[channel] = divided(bgr[channel], alpha);
        }
    }
}

/// A row of L*a*b* by the color library. The first kind has signed a and b, the second has them
/// raised by 128 and, at 16 bits, 65280 for 100 (TIFF 6.0, section 23; TIFF Technical Note 4).
class LabRows {
  public:
    void write(const Block& block, const Layout& layout, std::size_t firstPixel, int count,
               std::uint8_t* bgr) {
        m_row.resize(static_cast<std::size_t>(count) * 3);
        for (int i = 0; i < count; ++i) {
            for (int channel = 0; channel < 3; ++channel)
                m_row[static_cast<std::size_t>(i * 3 + channel)] =
                    encoded(block.storedSample(firstPixel + static_cast<std::size_t>(i), channel),
                            channel, layout);
        }
        m_converter.convert(m_row.data(), bgr, count);
    }

  private:
    static std::uint16_t encoded(std::uint16_t stored, int channel, const Layout& layout) {
        const bool isSigned = layout.photometric == PHOTOMETRIC_CIELAB && channel > 0;
        if (layout.bits == 8)
            return static_cast<std::uint16_t>((isSigned ? stored ^ 0x80U : stored) * 257U);
        if (layout.photometric == PHOTOMETRIC_CIELAB && channel == 0)
            return stored;
        const std::uint32_t raised = isSigned ? stored ^ 0x8000U : stored;
        return static_cast<std::uint16_t>(std::min<std::uint32_t>(raised * 257U / 256U, 65535U));
    }

    LabConverter m_converter;
    std::vector<std::uint16_t> m_row;
};

/// Samples of 16 bits as they are, gray repeated.
void keepRow(const Block& block, const Layout& layout, std::size_t firstPixel, int count,
             std::uint16_t* rgb) {
    for (int i = 0; i < count * 3; ++i) {
        const std::size_t pixel = firstPixel + static_cast<std::size_t>(i / 3);
        const std::uint16_t value =
            block.storedSample(pixel, layout.photometric == PHOTOMETRIC_RGB ? i % 3 : 0);
        const bool isInverted = layout.photometric == PHOTOMETRIC_MINISWHITE;
        rgb[i] = isInverted ? static_cast<std::uint16_t>(65535 - value) : value;
    }
}

struct BlockCount {
    int read = 0;
    int missing = 0;
    bool wasCancelled = false;
};

void paintMissingBlock(Raster& raster, std::uint32_t x, std::uint32_t y, int width, int height) {
    constexpr std::uint8_t kMissingGray = 128;
    for (int row = 0; row < height; ++row)
        std::fill_n(raster.bgr.begin() +
                        ((static_cast<std::ptrdiff_t>(y) + row) * raster.width + x) * 3,
                    static_cast<std::ptrdiff_t>(width) * 3, kMissingGray);
    raster.missingShare += static_cast<double>(width) * height / raster.width / raster.height;
}

BlockCount readPlain(TIFF* tiff, const Layout& layout, Raster& raster,
                     const std::stop_token& stop) {
    BlockCount count;
    Block block(layout);
    LabRows lab;
    for (std::uint32_t y = 0; y < layout.height; y += layout.blockHeight) {
        const auto rows = static_cast<int>(std::min(layout.blockHeight, layout.height - y));
        for (std::uint32_t x = 0; x < layout.width; x += layout.blockWidth) {
            if (stop.stop_requested())
                return {count.read, count.missing, true};
            const auto columns = static_cast<int>(std::min(layout.blockWidth, layout.width - x));
            if (!block.read(tiff, x, y)) {
                ++count.missing;
                paintMissingBlock(raster, x, y, columns, rows);
                continue;
            }
            ++count.read;
            for (int row = 0; row < rows; ++row) {
                const std::size_t from = static_cast<std::size_t>(row) * layout.blockWidth;
                const std::ptrdiff_t to =
                    ((static_cast<std::ptrdiff_t>(y) + row) * raster.width + x) * 3;
                if (layout.isLab())
                    lab.write(block, layout, from, columns, raster.bgr.data() + to);
                else
                    writeRow(block, layout, from, columns, raster.bgr.data() + to);
                if (!raster.wide.empty())
                    keepRow(block, layout, from, columns, raster.wide.data() + to);
            }
        }
    }
    return count;
}

/// Palettes, fewer than 8 bits, YCbCr, Lab and the like, by libtiff's own conversion to 8-bit RGB,
/// in bands of one row of blocks.
Result<BlockCount> readConverted(TIFF* tiff, const Layout& layout, Raster& raster,
                                 const std::stop_token& stop) {
    char reason[1024] = {};
    TIFFRGBAImage image{};
    if (TIFFRGBAImageOK(tiff, reason) == 0 || TIFFRGBAImageBegin(&image, tiff, 1, reason) == 0)
        return fail(ErrorCode::UnsupportedFormat,
                    std::string("This kind of TIFF is not supported: ") + reason + ".");
    const std::unique_ptr<TIFFRGBAImage, decltype(&TIFFRGBAImageEnd)> end(&image,
                                                                          &TIFFRGBAImageEnd);
    // The picture is turned later, with all other formats.
    image.orientation = ORIENTATION_TOPLEFT;
    image.req_orientation = ORIENTATION_TOPLEFT;
    BlockCount count;
    std::vector<std::uint32_t> band(std::size_t{layout.width} *
                                    std::min(layout.blockHeight, layout.height));
    for (std::uint32_t y = 0; y < layout.height; y += layout.blockHeight) {
        if (stop.stop_requested())
            return BlockCount{count.read, count.missing, true};
        const std::uint32_t rows = std::min(layout.blockHeight, layout.height - y);
        image.row_offset = static_cast<int>(y);
        image.col_offset = 0;
        if (TIFFRGBAImageGet(&image, band.data(), layout.width, rows) == 0) {
            ++count.missing;
            paintMissing(raster, static_cast<int>(y), static_cast<int>(y + rows));
            continue;
        }
        ++count.read;
        std::uint8_t* to = raster.bgr.data() + std::size_t{y} * layout.width * 3;
        for (std::size_t i = 0; i < std::size_t{rows} * layout.width; ++i, to += 3) {
            to[0] = TIFFGetB(band[i]);
            to[1] = TIFFGetG(band[i]);
            to[2] = TIFFGetR(band[i]);
        }
    }
    return count;
}

bool hasAlphaChannel(TIFF* tiff) {
    std::uint16_t count = 0;
    std::uint16_t* kinds = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_EXTRASAMPLES, &count, &kinds) == 0 || kinds == nullptr)
        return false;
    return std::any_of(kinds, kinds + count, [](std::uint16_t kind) {
        return kind == EXTRASAMPLE_ASSOCALPHA || kind == EXTRASAMPLE_UNASSALPHA;
    });
}

void notePages(TIFF* tiff, Raster& raster) {
    std::uint32_t kind = 0;
    if (TIFFGetField(tiff, TIFFTAG_SUBFILETYPE, &kind) != 0 && (kind & FILETYPE_REDUCEDIMAGE) != 0)
        addWarning(raster.warnings, "The first picture in this TIFF file is a reduced preview; the "
                                    "full picture is not examined.");
    else if (TIFFLastDirectory(tiff) == 0)
        addWarning(raster.warnings,
                   "The TIFF file holds several pictures; only the first is examined.");
}

} // namespace

Result<Raster> decodeTiff(const CodecInput& input) {
    TiffSession session(input.bytes, input.limits);
    TIFF* tiff = session.tiff();
    if (tiff == nullptr)
        return tl::unexpected(session.error());
    const Layout layout = layoutOf(tiff);
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
    CodecInput known = input;
    known.orientation = orientation;
    if (const auto checked = checkLayout(tiff, layout, known); !checked)
        return tl::unexpected(checked.error());

    Raster raster;
    raster.width = static_cast<int>(layout.width);
    raster.height = static_cast<int>(layout.height);
    raster.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    raster.bitsPerSample = layout.bits;
    raster.hasAlpha = hasAlphaChannel(tiff);
    raster.bgr.resize(std::size_t{layout.width} * layout.height * 3);
    raster.isGray = layout.photometric == PHOTOMETRIC_MINISBLACK ||
                    layout.photometric == PHOTOMETRIC_MINISWHITE;
    const bool isWide = input.keepsWide && layout.isPlain() && layout.bits == 16 &&
                        (raster.isGray || layout.photometric == PHOTOMETRIC_RGB);
    if (isWide)
        raster.wide.resize(raster.bgr.size());
    if (layout.isLab()) {
        raster.encoding = "CIE L*a*b*";
        raster.isCalibrated = false;
        addWarning(raster.warnings, "The colors are encoded as CIE L*a*b*; for display and "
                                    "measurement they were converted to sRGB.");
    }
    const auto count = layout.isPlain()
                           ? Result<BlockCount>(readPlain(tiff, layout, raster, input.stop))
                           : readConverted(tiff, layout, raster, input.stop);
    if (!count)
        return tl::unexpected(count.error());
    if (count->wasCancelled)
        return cancelled();
    if (count->read == 0)
        return tl::unexpected(session.error());
    if (count->missing > 0)
        addWarning(raster.warnings,
                   std::to_string(count->missing) + " of " +
                       std::to_string(count->read + count->missing) +
                       " blocks of the TIFF file are missing or damaged and shown gray.");
    notePages(tiff, raster);
    return raster;
}

} // namespace core::image
