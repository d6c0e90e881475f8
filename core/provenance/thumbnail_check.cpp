// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/thumbnail_check.h"

#include "core/image/codec.h"
#include "core/provenance/exiv_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace core::provenance {

namespace {

constexpr int kSide = 24;
constexpr double kLeastSpread = 2; ///< gray levels; below it a picture has no shape to compare

using Fields = std::array<double, kSide * kSide>;

struct Part {
    int left = 0, top = 0, right = 0, bottom = 0; ///< right and bottom are outside
};

double brightness(const std::uint8_t* bgr) {
    return 0.114 * bgr[0] + 0.587 * bgr[1] + 0.299 * bgr[2];
}

/// Mean brightness of each field of a part of a picture.
Fields fieldsOf(const std::uint8_t* bgr, int width, const Part& part) {
    Fields fields{};
    const int columns = part.right - part.left;
    const int rows = part.bottom - part.top;
    for (int row = 0; row < kSide; ++row) {
        for (int column = 0; column < kSide; ++column) {
            const int top = part.top + row * rows / kSide;
            const int bottom = std::max(top + 1, part.top + (row + 1) * rows / kSide);
            const int left = part.left + column * columns / kSide;
            const int right = std::max(left + 1, part.left + (column + 1) * columns / kSide);
            // Every pixel of a large picture would cost more than it tells.
            const int step = std::max(1, (right - left) / 16);
            double sum = 0;
            int count = 0;
            for (int y = top; y < bottom; y += step)
                for (int x = left; x < right; x += step, ++count)
                    sum += brightness(bgr + (static_cast<std::ptrdiff_t>(y) * width + x) * 3);
            fields[static_cast<std::size_t>(row * kSide + column)] = sum / count;
        }
    }
    return fields;
}

/// Cameras fill up thumbnails to 4:3 with black.
Part withoutBars(const image::Raster& raster) {
    constexpr double kBlack = 16;
    const auto rowMean = [&raster](int y) {
        double sum = 0;
        for (int x = 0; x < raster.width; ++x)
            sum += brightness(raster.bgr.data() +
                              (static_cast<std::ptrdiff_t>(y) * raster.width + x) * 3);
        return sum / raster.width;
    };
    const auto columnMean = [&raster](int x) {
        double sum = 0;
        for (int y = 0; y < raster.height; ++y)
            sum += brightness(raster.bgr.data() +
                              (static_cast<std::ptrdiff_t>(y) * raster.width + x) * 3);
        return sum / raster.height;
    };
    Part part{0, 0, raster.width, raster.height};
    // At most a quarter on each side: a dark picture is not all bar.
    while (part.top < raster.height / 4 && rowMean(part.top) < kBlack)
        ++part.top;
    while (part.bottom > raster.height * 3 / 4 && rowMean(part.bottom - 1) < kBlack)
        --part.bottom;
    while (part.left < raster.width / 4 && columnMean(part.left) < kBlack)
        ++part.left;
    while (part.right > raster.width * 3 / 4 && columnMean(part.right - 1) < kBlack)
        --part.right;
    return part;
}

double spreadOf(Fields& fields) {
    double mean = 0;
    for (const double value : fields)
        mean += value / fields.size();
    double square = 0;
    for (double& value : fields) {
        value -= mean;
        square += value * value / fields.size();
    }
    return std::sqrt(square);
}

/// @param a, b  centered by spreadOf
double correlation(const Fields& a, const Fields& b, double spreads, int turn) {
    double sum = 0;
    for (int row = 0; row < kSide; ++row) {
        for (int column = 0; column < kSide; ++column) {
            int y = (turn & 1) != 0 ? kSide - 1 - row : row;
            int x = (turn & 2) != 0 ? kSide - 1 - column : column;
            if ((turn & 4) != 0)
                std::swap(x, y);
            sum += a[static_cast<std::size_t>(row * kSide + column)] *
                   b[static_cast<std::size_t>(y * kSide + x)];
        }
    }
    return sum / static_cast<double>(a.size()) / spreads;
}

} // namespace

std::optional<image::ByteBuffer> embeddedThumbnail(const image::EvidenceFile& file) {
    return file.bytes ? exivThumbnail(*file.bytes) : std::nullopt;
}

std::optional<double> thumbnailLikeness(const image::EvidenceFile& file,
                                        const image::Image& picture) {
    const auto thumbnail = embeddedThumbnail(file);
    if (!thumbnail)
        return std::nullopt;
    image::CodecInput input{*thumbnail, {}, {}};
    input.limits.maxPixels = 4'000'000; // a preview is small
    const auto raster = image::decodeStored(image::Format::Jpeg, input);
    if (!raster)
        return std::nullopt;
    Fields shown = fieldsOf(picture.bytes()->data(), picture.width(),
                            {0, 0, picture.width(), picture.height()});
    const double shownSpread = spreadOf(shown);
    if (shownSpread < kLeastSpread)
        return std::nullopt;
    double best = 0;
    // What is dark at the edges may be a bar or the picture's own.
    for (const Part& part : {Part{0, 0, raster->width, raster->height}, withoutBars(*raster)}) {
        Fields small = fieldsOf(raster->bgr.data(), raster->width, part);
        const double smallSpread = spreadOf(small);
        if (smallSpread < kLeastSpread)
            continue; // an even thumbnail of a picture that is not
        for (int turn = 0; turn < 8; ++turn)
            best = std::max(best, correlation(shown, small, shownSpread * smallSpread, turn));
    }
    return best;
}

} // namespace core::provenance
