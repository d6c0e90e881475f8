// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <cstring>
#include <limits>
#include <mutex>

namespace core::image {

namespace {

/// What the two headers say, before Qt is asked.
struct BmpHeader {
    std::int64_t width = 0;
    std::int64_t height = 0; ///< always positive
    bool isTopDown = false;
    int bitsPerPixel = 0;
    bool isPlain = false; ///< rows are stored as they are, not run-length coded
    std::int64_t pixelOffset = 0;

    [[nodiscard]] std::int64_t rowBytes() const { return (width * bitsPerPixel + 31) / 32 * 4; }
};

Result<BmpHeader> readHeader(Bytes file) {
    constexpr auto kOrder = ByteOrder::Little;
    const auto offset = readNumber(file, 10, 4, kOrder);
    const auto size = readNumber(file, 14, 4, kOrder);
    const bool isOld = size == 12u; // OS/2: 16-bit sides
    const auto width = readNumber(file, 18, isOld ? 2 : 4, kOrder);
    const auto height = readNumber(file, isOld ? 20 : 22, isOld ? 2 : 4, kOrder);
    const auto bits = readNumber(file, isOld ? 24 : 28, 2, kOrder);
    const auto compression = isOld ? 0 : readNumber(file, 30, 4, kOrder);
    if (!offset || !size || !width || !height || !bits || !compression)
        return fail(ErrorCode::Truncated, "The BMP file ends before its picture begins; get a "
                                          "complete copy.");
    BmpHeader header;
    header.width = isOld ? static_cast<std::int64_t>(*width)
                         : static_cast<std::int32_t>(static_cast<std::uint32_t>(*width));
    header.height = isOld ? static_cast<std::int64_t>(*height)
                          : static_cast<std::int32_t>(static_cast<std::uint32_t>(*height));
    header.isTopDown = header.height < 0;
    header.height = std::abs(header.height);
    header.bitsPerPixel = static_cast<int>(*bits);
    constexpr std::uint64_t kBitFields = 3;
    constexpr std::uint64_t kAlphaBitFields = 6;
    header.isPlain =
        *compression == 0 || *compression == kBitFields || *compression == kAlphaBitFields;
    header.pixelOffset = static_cast<std::int64_t>(*offset);
    return header;
}

/// Full rows that the file holds; all of them where rows have no fixed length.
int storedRows(const BmpHeader& header, Bytes file) {
    const auto height = static_cast<int>(header.height);
    if (!header.isPlain || header.rowBytes() <= 0)
        return height;
    const std::int64_t there = static_cast<std::int64_t>(file.size()) - header.pixelOffset;
    return static_cast<int>(std::clamp<std::int64_t>(there / header.rowBytes(), 0, header.height));
}

QImage readWithQt(QByteArray& bytes) {
    // Qt's own limit of 128 MB would refuse pictures that ours, checked before, allow. It belongs
    // to the whole program, so threads must not write it again and again.
    static std::once_flag once;
    std::call_once(once, [] { QImageReader::setAllocationLimit(0); });
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "bmp");
    return reader.read();
}

Raster rasterOf(const QImage& image) {
    Raster raster;
    raster.width = image.width();
    raster.height = image.height();
    raster.hasAlpha = image.hasAlphaChannel();
    const QImage bgr = image.convertToFormat(QImage::Format_BGR888);
    const std::size_t rowBytes = static_cast<std::size_t>(raster.width) * 3;
    raster.bgr.resize(rowBytes * static_cast<std::size_t>(raster.height));
    for (int y = 0; y < raster.height && !bgr.isNull(); ++y)
        std::memcpy(raster.bgr.data() + rowBytes * static_cast<std::size_t>(y),
                    bgr.constScanLine(y), rowBytes);
    return raster;
}

} // namespace

Result<Raster> decodeBmp(const CodecInput& input) {
    const auto header = readHeader(input.bytes);
    if (!header)
        return tl::unexpected(header.error());
    // Qt keeps 4 bytes a pixel, and so does the conversion; the file's bytes are copied once.
    const std::int64_t pixels =
        std::min(header->width * header->height, std::numeric_limits<std::int64_t>::max() / 16);
    const auto fileBytes = static_cast<std::int64_t>(input.bytes.size());
    if (const auto cost = checkSize(header->width, header->height, pixels * 8 + fileBytes, input);
        !cost)
        return tl::unexpected(cost.error());
    const int rows = storedRows(*header, input.bytes);
    const auto height = static_cast<int>(header->height);
    if (rows == 0)
        return fail(ErrorCode::Truncated, "The BMP file ends before anything of its picture can be "
                                          "shown; get a complete copy.");
    QByteArray bytes(reinterpret_cast<const char*>(input.bytes.data()),
                     static_cast<qsizetype>(input.bytes.size()));
    if (rows < height) // Qt refuses short files; what we add is painted over below
        bytes.append((height - rows) * header->rowBytes(), '\0');
    if (input.stop.stop_requested())
        return cancelled();
    const QImage image = readWithQt(bytes);
    if (input.stop.stop_requested())
        return cancelled();
    if (image.isNull())
        return fail(ErrorCode::Corrupt, "The BMP file cannot be decoded: its data is damaged or of "
                                        "an unusual kind.");
    Raster raster = rasterOf(image);
    if (rows < height) {
        paintMissing(raster, header->isTopDown ? rows : 0,
                     header->isTopDown ? height : height - rows);
        addWarning(raster.warnings, missingRowsWarning(rows, height));
    }
    return raster;
}

} // namespace core::image
