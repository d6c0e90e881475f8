// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/thumbnail_check.h"

#include "core/image/byte_reader.h"
#include "core/image/file_structure.h"
#include "core/image/safe_decoder.h"
#include "core/provenance/exiv_fields.h"
#include "core/provenance/photoshop_data.h"

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
Part withoutBars(const image::Image& image) {
    constexpr double kBlack = 16;
    const auto rowMean = [&image](int y) {
        double sum = 0;
        for (int x = 0; x < image.width(); ++x)
            sum += brightness(image.bytes()->data() +
                              (static_cast<std::ptrdiff_t>(y) * image.width() + x) * 3);
        return sum / image.width();
    };
    const auto columnMean = [&image](int x) {
        double sum = 0;
        for (int y = 0; y < image.height(); ++y)
            sum += brightness(image.bytes()->data() +
                              (static_cast<std::ptrdiff_t>(y) * image.width() + x) * 3);
        return sum / image.height();
    };
    Part part{0, 0, image.width(), image.height()};
    // At most a quarter on each side: a dark picture is not all bar.
    while (part.top < image.height() / 4 && rowMean(part.top) < kBlack)
        ++part.top;
    while (part.bottom > image.height() * 3 / 4 && rowMean(part.bottom - 1) < kBlack)
        --part.bottom;
    while (part.left < image.width() / 4 && columnMean(part.left) < kBlack)
        ++part.left;
    while (part.right > image.width() * 3 / 4 && columnMean(part.right - 1) < kBlack)
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

namespace {

void add(std::string where, image::Bytes bytes, bool isOfThePicture,
         std::vector<EmbeddedPreview>& previews) {
    constexpr std::size_t kMost = 20;
    const bool isKnown = std::ranges::any_of(previews, [bytes](const EmbeddedPreview& one) {
        return std::ranges::equal(one.bytes, bytes);
    });
    if (!bytes.empty() && !isKnown && previews.size() < kMost)
        previews.push_back({std::move(where), {bytes.begin(), bytes.end()}, isOfThePicture});
}

} // namespace

std::vector<EmbeddedPreview> embeddedPreviews(const image::EvidenceFile& file) {
    std::vector<EmbeddedPreview> previews;
    if (!file.bytes)
        return previews;
    if (const auto thumbnail = exivThumbnail(*file.bytes))
        add("EXIF thumbnail", *thumbnail, true, previews);
    std::vector<std::uint8_t> joined;
    for (const image::Bytes bytes : photoshopPreviews(*file.bytes, joined))
        add("Photoshop thumbnail", bytes, true, previews);
    for (const auto& bytes : exivPreviews(*file.bytes))
        add("camera preview", bytes, true, previews);
    for (const image::StrayPart& part : image::readStructure(file).parts) {
        const auto bytes =
            part.offset < file.leadingBytes
                ? std::nullopt
                : image::slice(*file.bytes, part.offset - file.leadingBytes, part.bytes);
        if (bytes && image::sniffFormat(*bytes) != image::Format::Unknown)
            add("picture behind the first", *bytes, false, previews);
    }
    return previews;
}

std::optional<image::Image> decodedPreview(const EmbeddedPreview& preview,
                                           std::int64_t mostPixels) {
    image::EvidenceFile file;
    file.bytes = std::make_shared<const image::ByteBuffer>(preview.bytes);
    file.format = image::sniffFormat(preview.bytes);
    image::DecodeLimits limits;
    limits.maxPixels = mostPixels;
    auto decoded = image::decode(file, limits);
    return decoded ? std::optional(std::move(decoded->image)) : std::nullopt;
}

std::optional<double> likeness(const image::Image& preview, const image::Image& picture) {
    Fields shown = fieldsOf(picture.bytes()->data(), picture.width(),
                            {0, 0, picture.width(), picture.height()});
    const double shownSpread = spreadOf(shown);
    if (shownSpread < kLeastSpread)
        return std::nullopt;
    double best = 0;
    // What is dark at the edges may be a bar or the picture's own.
    for (const Part& part : {Part{0, 0, preview.width(), preview.height()}, withoutBars(preview)}) {
        Fields small = fieldsOf(preview.bytes()->data(), preview.width(), part);
        const double smallSpread = spreadOf(small);
        if (smallSpread < kLeastSpread)
            continue; // an even thumbnail of a picture that is not
        for (int turn = 0; turn < 8; ++turn)
            best = std::max(best, correlation(shown, small, shownSpread * smallSpread, turn));
    }
    return best;
}

std::optional<OddPreview> oddestPreview(const image::EvidenceFile& file,
                                        const image::Image& picture) {
    constexpr std::int64_t kMostPixels = 4'000'000; // a preview is small
    std::optional<OddPreview> oddest;
    for (const EmbeddedPreview& preview : embeddedPreviews(file)) {
        const auto shown =
            preview.isOfThePicture ? decodedPreview(preview, kMostPixels) : std::nullopt;
        const auto value = shown ? likeness(*shown, picture) : std::nullopt;
        if (value && (!oddest || *value < oddest->likeness))
            oddest = {preview.where, *value};
    }
    return oddest;
}

} // namespace core::provenance
