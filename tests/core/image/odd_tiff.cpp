// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/image/odd_pictures.h"

#include "core/base/region.h"
#include "tests/core/image/odd_pixels.h"

#include <tiffio.h>

#include <algorithm>
#include <cstring>

namespace tests {

namespace {

/// A growing file in memory for libtiff.
struct MemoryFile {
    ByteBuffer bytes;
    std::size_t at = 0;
};

tmsize_t readMemory(thandle_t handle, void* to, tmsize_t count) {
    auto& file = *static_cast<MemoryFile*>(handle);
    const auto step = std::min(static_cast<std::size_t>(count), file.bytes.size() - file.at);
    std::memcpy(to, file.bytes.data() + file.at, step);
    file.at += step;
    return static_cast<tmsize_t>(step);
}

tmsize_t writeMemory(thandle_t handle, void* from, tmsize_t count) {
    auto& file = *static_cast<MemoryFile*>(handle);
    const auto size = static_cast<std::size_t>(count);
    file.bytes.resize(std::max(file.bytes.size(), file.at + size));
    std::memcpy(file.bytes.data() + file.at, from, size);
    file.at += size;
    return count;
}

toff_t seekMemory(thandle_t handle, toff_t offset, int from) {
    auto& file = *static_cast<MemoryFile*>(handle);
    file.at = (from == SEEK_SET ? 0 : from == SEEK_CUR ? file.at : file.bytes.size()) + offset;
    return file.at;
}

/// The samples of one pixel in file order.
std::vector<unsigned> tiffSamples(const Image& image, int x, int y, const TiffKind& kind,
                                  const ByteBuffer& indices) {
    const std::uint8_t* at =
        pixel(image, std::min(x, image.width() - 1), std::min(y, image.height() - 1));
    std::vector<unsigned> samples;
    if (kind.photometric == PHOTOMETRIC_PALETTE)
        samples = {indices[static_cast<std::size_t>(
            std::min(y, image.height() - 1) * image.width() + std::min(x, image.width() - 1))]};
    else if (kind.photometric == PHOTOMETRIC_MINISBLACK)
        samples = {at[0]};
    else if (kind.photometric == PHOTOMETRIC_MINISWHITE)
        samples = {255u - at[0]};
    else if (kind.photometric == PHOTOMETRIC_SEPARATED)
        samples = {255u - at[2], 255u - at[1], 255u - at[0], 0u};
    else
        samples = {at[2], at[1], at[0]};
    if (kind.hasAlpha)
        samples.push_back(static_cast<unsigned>(x * 5) & 255u);
    for (unsigned& sample : samples) {
        if (kind.bits == 16)
            sample = static_cast<unsigned>(
                std::clamp(static_cast<int>(sample * 257) + kind.addTo16, 0, 65535));
        else if (kind.bits == 1)
            sample >>= 7;
    }
    return samples;
}

/// The pixels of one block as libtiff wants them; `plane` -1: all samples together.
ByteBuffer tiffBlock(const Image& image, const core::Rect& box, const TiffKind& kind, int plane,
                     const ByteBuffer& indices) {
    BitWriter block;
    for (int y = box.y; y < box.y + box.height; ++y) {
        for (int x = box.x; x < box.x + box.width; ++x) {
            const auto samples = tiffSamples(image, x, y, kind, indices);
            for (std::size_t i = 0; i < samples.size(); ++i) {
                if (plane >= 0 && static_cast<int>(i) != plane)
                    continue;
                // 16-bit samples go to libtiff in the machine's order, little-endian here.
                const unsigned value =
                    kind.bits == 16 ? (samples[i] & 255) << 8 | samples[i] >> 8 : samples[i];
                block.add(value, kind.bits);
            }
        }
        block.endRow();
    }
    return std::move(block.bytes());
}

void setTiffFields(TIFF* tiff, const Image& image, const TiffKind& kind, int samples) {
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, image.width());
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, image.height());
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, samples);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, kind.orientation);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG,
                 kind.hasPlanes ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    if (kind.hasAlpha) {
        std::uint16_t extra = EXTRASAMPLE_UNASSALPHA;
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &extra);
    }
    if (kind.isTiled) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, 16);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, 32);
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 7);
    }
}

void setTiffPalette(TIFF* tiff, const Image& image, const TiffKind& kind, ByteBuffer& indices) {
    const auto colors = paletteOf(image, indices);
    std::vector<std::uint16_t> maps[3];
    for (int channel = 0; channel < 3; ++channel) {
        for (std::size_t i = 0; i < (std::size_t{1} << kind.bits); ++i)
            maps[channel].push_back(static_cast<std::uint16_t>(
                i < colors.size() ? colors[i][static_cast<std::size_t>(2 - channel)] * 257 : 0));
    }
    TIFFSetField(tiff, TIFFTAG_COLORMAP, maps[0].data(), maps[1].data(), maps[2].data());
}

} // namespace

ByteBuffer tiffOfKind(const Image& image, const TiffKind& kind) {
    MemoryFile file;
    TIFF* tiff = TIFFClientOpen(
        "made", "w", &file, &readMemory, &writeMemory, &seekMemory, [](thandle_t) { return 0; },
        [](thandle_t handle) -> toff_t { return static_cast<MemoryFile*>(handle)->bytes.size(); },
        nullptr, nullptr);
    need(tiff != nullptr, "TIFFClientOpen");
    const int colors = kind.photometric == PHOTOMETRIC_RGB         ? 3
                       : kind.photometric == PHOTOMETRIC_SEPARATED ? 4
                                                                   : 1;
    const int samples = colors + (kind.hasAlpha ? 1 : 0);
    setTiffFields(tiff, image, kind, samples);
    ByteBuffer indices;
    if (kind.photometric == PHOTOMETRIC_PALETTE)
        setTiffPalette(tiff, image, kind, indices);
    const int blockWidth = kind.isTiled ? 16 : image.width();
    const int blockHeight = kind.isTiled ? 32 : 7;
    for (int plane = 0; plane < (kind.hasPlanes ? samples : 1); ++plane) {
        for (int y = 0; y < image.height(); y += blockHeight) {
            for (int x = 0; x < image.width(); x += blockWidth) {
                const int rows =
                    kind.isTiled ? blockHeight : std::min(blockHeight, image.height() - y);
                ByteBuffer block = tiffBlock(image, {x, y, blockWidth, rows}, kind,
                                             kind.hasPlanes ? plane : -1, indices);
                const auto size = static_cast<tmsize_t>(block.size());
                const auto sample = static_cast<std::uint16_t>(plane);
                const auto column = static_cast<std::uint32_t>(x);
                const auto row = static_cast<std::uint32_t>(y);
                const tmsize_t written =
                    kind.isTiled
                        ? TIFFWriteEncodedTile(tiff, TIFFComputeTile(tiff, column, row, 0, sample),
                                               block.data(), size)
                        : TIFFWriteEncodedStrip(tiff, TIFFComputeStrip(tiff, row, sample),
                                                block.data(), size);
                need(written == size, "TIFF block");
            }
        }
    }
    TIFFClose(tiff);
    return std::move(file.bytes);
}

} // namespace tests
