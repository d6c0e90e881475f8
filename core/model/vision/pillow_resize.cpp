// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision/pillow_resize.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

namespace core::model {

namespace {

constexpr int kChannels = 3;
/// 32 bits less 8 for the value and 2 for the negative lobes.
constexpr int kFractionBits = 22;
constexpr std::size_t kMostCoefficients = (1U << 30U) / sizeof(std::int32_t);

struct Kernel {
    double support = 0;
    double (*value)(double) = nullptr;
};

double sinc(double x) {
    const double angle = x * std::numbers::pi;
    return x == 0 ? 1 : std::sin(angle) / angle;
}

double lanczos(double x) {
    return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
}

double bilinear(double x) {
    return std::max(0.0, 1 - std::abs(x));
}

double bicubic(double x) {
    constexpr double a = -0.5;
    const double t = std::abs(x);
    if (t < 1)
        return ((a + 2) * t - (a + 3)) * t * t + 1;
    return t < 2 ? (((t - 5) * t + 8) * t - 4) * a : 0;
}

double box(double x) {
    return x > -0.5 && x <= 0.5 ? 1 : 0;
}

double hamming(double x) {
    const double t = std::abs(x);
    return t >= 1 ? 0 : sinc(t) * (0.54 + 0.46 * std::cos(t * std::numbers::pi));
}

Kernel kernelOf(ResampleFilter filter) {
    switch (filter) {
    case ResampleFilter::Lanczos:
        return {3, lanczos};
    case ResampleFilter::Bilinear:
        return {1, bilinear};
    case ResampleFilter::Box:
        return {0.5, box};
    case ResampleFilter::Hamming:
        return {1, hamming};
    case ResampleFilter::Bicubic:
        break;
    }
    return {2, bicubic};
}

/// Which inputs make the outputs [first, first + taps.size()) and with what weights.
struct Coefficients {
    struct Tap {
        int begin = 0; ///< first input
        int count = 0;
    };
    std::vector<Tap> taps;
    std::vector<std::int32_t> weights; ///< taps x widest
    int widest = 0;

    [[nodiscard]] std::span<const std::int32_t> of(int output) const {
        const auto index = static_cast<std::size_t>(output);
        return std::span(weights).subspan(index * static_cast<std::size_t>(widest),
                                          static_cast<std::size_t>(taps[index].count));
    }
    /// Nothing is mixed: every output is one input.
    bool isIdentity = false;
};

/// One output's weights, normalized in floating point and then rounded away from zero at .5.
void fillTap(Coefficients& all, int output, double center, double stretch, const Kernel& kernel,
             int inputs) {
    const double support = kernel.support * stretch;
    const int begin = std::max(0, static_cast<int>(center - support + 0.5));
    const int end = std::min(inputs, static_cast<int>(center + support + 0.5));
    auto& tap = all.taps[static_cast<std::size_t>(output)];
    tap = {begin, end - begin};
    std::vector<double> weights(static_cast<std::size_t>(tap.count));
    double sum = 0;
    for (int i = 0; i < tap.count; ++i) {
        const double weight = kernel.value((i + begin - center + 0.5) * (1.0 / stretch));
        weights[static_cast<std::size_t>(i)] = weight;
        sum += weight;
    }
    auto* row = all.weights.data() + static_cast<std::size_t>(output) * all.widest;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double weight = (sum != 0 ? weights[i] / sum : weights[i]) * (1 << kFractionBits);
        row[i] = static_cast<std::int32_t>(weight < 0 ? weight - 0.5 : weight + 0.5);
    }
}

Result<Coefficients> coefficients(int inputs, int outputs, int first, int count,
                                  const Kernel& kernel) {
    Coefficients all;
    all.isIdentity = inputs == outputs;
    const double scale = static_cast<double>(inputs) / outputs;
    const double stretch = std::max(scale, 1.0);
    all.widest = static_cast<int>(std::ceil(kernel.support * stretch)) * 2 + 1;
    const std::size_t total =
        static_cast<std::size_t>(all.widest) * static_cast<std::size_t>(count);
    if (total > kMostCoefficients)
        return fail(ErrorCode::LimitExceeded,
                    "The picture is too large to be shrunk for the model.");
    all.taps.resize(static_cast<std::size_t>(count));
    all.weights.resize(total);
    for (int i = 0; i < count; ++i)
        fillTap(all, i, (first + i + 0.5) * scale, stretch, kernel, inputs);
    return all;
}

std::uint8_t rounded(std::int32_t sum) {
    return static_cast<std::uint8_t>(std::clamp(sum >> kFractionBits, 0, 255));
}

/// Pixels as R, G, B: the output columns and the input rows of `part`.
Result<RgbPixels> horizontalPass(const PixelView& picture, const Coefficients& columns,
                                 const Rect& part, std::stop_token stop) {
    constexpr int kRowsPerQuestion = 64;
    const int rows = part.height;
    const int width = static_cast<int>(columns.taps.size());
    RgbPixels result{width, rows, {}};
    result.values.resize(static_cast<std::size_t>(width) * rows * kChannels);
    auto* out = result.values.data();
    for (int y = 0; y < rows; ++y) {
        if (y % kRowsPerQuestion == 0 && stop.stop_requested())
            return cancelled();
        const std::uint8_t* row =
            picture.data + static_cast<std::ptrdiff_t>(part.y + y) * picture.bytesPerRow;
        for (int x = 0; x < width; ++x) {
            for (int channel = kChannels - 1; channel >= 0; --channel, ++out) {
                if (columns.isIdentity) {
                    *out = row[(part.x + x) * kChannels + channel];
                    continue;
                }
                const std::uint8_t* in =
                    row + columns.taps[static_cast<std::size_t>(x)].begin * kChannels + channel;
                std::int32_t sum = 1 << (kFractionBits - 1);
                for (const std::int32_t weight : columns.of(x)) {
                    sum += *in * weight;
                    in += kChannels;
                }
                *out = rounded(sum);
            }
        }
    }
    return result;
}

RgbPixels verticalPass(const RgbPixels& input, const Coefficients& rows, int firstRow) {
    const int height = static_cast<int>(rows.taps.size());
    const std::size_t stride = static_cast<std::size_t>(input.width) * kChannels;
    RgbPixels result{input.width, height, std::vector<std::uint8_t>(stride * height)};
    for (int y = 0; y < height; ++y) {
        const int begin = rows.taps[static_cast<std::size_t>(y)].begin - firstRow;
        const auto weights = rows.of(y);
        for (std::size_t x = 0; x < stride; ++x) {
            std::int32_t sum = 1 << (kFractionBits - 1);
            const std::uint8_t* in =
                input.values.data() + static_cast<std::size_t>(begin) * stride + x;
            for (const std::int32_t weight : weights) {
                sum += *in * weight;
                in += stride;
            }
            result.values[static_cast<std::size_t>(y) * stride + x] = rounded(sum);
        }
    }
    return result;
}

} // namespace

Result<RgbPixels> resizeLikePillow(const PixelView& picture, int width, int height,
                                   ResampleFilter filter, const Rect& window,
                                   std::stop_token stop) {
    const Kernel kernel = kernelOf(filter);
    const auto columns = coefficients(picture.width, width, window.x, window.width, kernel);
    if (!columns)
        return tl::unexpected(columns.error());
    const auto rows = coefficients(picture.height, height, window.y, window.height, kernel);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isIdentity)
        return horizontalPass(picture, *columns, window, stop);
    const int firstRow = rows->taps.front().begin;
    const int endRow = rows->taps.back().begin + rows->taps.back().count;
    const Rect part{window.x, firstRow, window.width, endRow - firstRow};
    const auto between = horizontalPass(picture, *columns, part, stop);
    if (!between)
        return between;
    return verticalPass(*between, *rows, firstRow);
}

} // namespace core::model
