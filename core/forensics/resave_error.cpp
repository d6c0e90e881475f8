// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/resave_error.h"

#include "core/image/mat.h"
#include "core/image/safe_decoder.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>

namespace core::forensics {

namespace {

constexpr int kBandRows = 256;
constexpr int kBandOverlap = 16; // keeps the bands' edges out of chroma upsampling

image::Image copied(const cv::Mat& pixels) {
    auto bytes = std::make_shared<image::ByteBuffer>(pixels.total() * 3);
    pixels.copyTo(cv::Mat(pixels.rows, pixels.cols, CV_8UC3, bytes->data()));
    return {pixels.cols, pixels.rows, std::move(bytes)};
}

/// Sums over one block row.
void measureBlocks(const cv::Mat& before, const cv::Mat& after, float* change, float* detail) {
    for (int block = 0; block < before.cols / 8; ++block) {
        int difference = 0;
        int sum = 0;
        int squares = 0;
        for (int y = 0; y < 8; ++y) {
            const auto* a = before.ptr<std::uint8_t>(y) + static_cast<std::ptrdiff_t>(block) * 24;
            const auto* b = after.ptr<std::uint8_t>(y) + static_cast<std::ptrdiff_t>(block) * 24;
            for (int i = 0; i < 24; ++i)
                difference += std::abs(int{a[i]} - int{b[i]});
            for (int x = 0; x < 24; x += 3) {
                const int luma = (29 * a[x] + 150 * a[x + 1] + 77 * a[x + 2]) >> 8;
                sum += luma;
                squares += luma * luma;
            }
        }
        const float mean = static_cast<float>(sum) / 64.0F;
        change[block] = static_cast<float>(difference) / 192.0F;
        detail[block] = static_cast<float>(squares) / 64.0F - mean * mean;
    }
}

/// One band of whole block rows: [firstRow, lastRow) of `pixels`.
std::optional<Error> measureBand(const cv::Mat& pixels, cv::Range band,
                                 const image::JpegEncoding& encoding, ResaveError& error) {
    const int top = std::max(band.start - kBandOverlap, 0);
    const int bottom = std::min(band.end + kBandOverlap, pixels.rows);
    const cv::Mat before = pixels.rowRange(top, bottom);
    const auto after = resaved(before, encoding);
    if (!after)
        return after.error();
    for (int y = band.start; y < band.end; y += 8) {
        const cv::Range rows(y - top, y - top + 8);
        measureBlocks(before.rowRange(rows), after->rowRange(rows), error.change.ptr<float>(y / 8),
                      error.detail.ptr<float>(y / 8));
    }
    return std::nullopt;
}

} // namespace

Result<cv::Mat> resaved(const cv::Mat& pixels, const image::JpegEncoding& encoding) {
    auto bytes = image::encodeJpeg(copied(pixels), encoding);
    if (!bytes)
        return tl::unexpected(bytes.error());
    image::EvidenceFile file;
    file.format = image::Format::Jpeg;
    file.bytes = std::make_shared<const image::ByteBuffer>(std::move(*bytes));
    const auto decoded = image::decode(file, {});
    if (!decoded)
        return tl::unexpected(decoded.error());
    return image::asMat(decoded->image).clone();
}

Result<ResaveError> resaveError(const cv::Mat& pixels, const image::JpegEncoding& encoding,
                                std::stop_token stop) {
    const cv::Size blocks(pixels.cols / 8, pixels.rows / 8);
    ResaveError error{cv::Mat::zeros(blocks, CV_32F), cv::Mat::zeros(blocks, CV_32F)};
    const int wholeRows = blocks.height * 8;
    const int bands = (wholeRows + kBandRows - 1) / kBandRows;
    std::mutex mutex; // guards problem
    std::optional<Error> problem;
    cv::parallel_for_(cv::Range(0, bands), [&](const cv::Range& range) {
        for (int band = range.start; band < range.end && !stop.stop_requested(); ++band) {
            const cv::Range rows(band * kBandRows, std::min((band + 1) * kBandRows, wholeRows));
            if (auto failure = measureBand(pixels, rows, encoding, error)) {
                const std::lock_guard lock(mutex);
                problem = std::move(failure);
            }
        }
    });
    if (stop.stop_requested())
        return cancelled();
    if (problem)
        return tl::unexpected(*problem);
    return error;
}

} // namespace core::forensics
