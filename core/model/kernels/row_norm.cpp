// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/row_norm.h"

#include "core/model/kernels/thread_team.h"

#include <array>
#include <cmath>

namespace core::model {

namespace {

/// As many sums as the widest registers hold, so that the order of the additions is the same with
/// all of them.
constexpr std::int64_t kSums = 16;

float meanSquare(const float* row, std::int64_t width) {
    std::array<float, kSums> sums{};
    const std::int64_t whole = width - width % kSums;
    for (std::int64_t i = 0; i < whole; i += kSums)
        for (std::int64_t j = 0; j < kSums; ++j)
            sums[static_cast<std::size_t>(j)] += row[i + j] * row[i + j];
    float sum = 0;
    for (const float part : sums)
        sum += part;
    for (std::int64_t i = whole; i < width; ++i)
        sum += row[i] * row[i];
    return sum / static_cast<float>(width);
}

} // namespace

at::Tensor rmsNormalized(const at::Tensor& x, const at::Tensor& weight, double epsilon) {
    if (!x.is_cpu())
        return x * at::rsqrt(x.square().mean(-1, /*keepdim=*/true) + epsilon) * weight;
    const at::Tensor rows = x.contiguous();
    at::Tensor result = at::empty_like(rows);
    const std::int64_t width = x.size(1);
    const float* from = rows.data_ptr<float>();
    const float* factors = weight.data_ptr<float>();
    float* to = result.data_ptr<float>();
    const auto normalize = [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row) {
            const float* numbers = from + row * width;
            const float scale =
                1 / std::sqrt(meanSquare(numbers, width) + static_cast<float>(epsilon));
            for (std::int64_t i = 0; i < width; ++i)
                to[row * width + i] = numbers[i] * scale * factors[i];
        }
    };
    // A few rows are done before a second thread would be awake.
    constexpr std::int64_t kFewRows = 8;
    if (x.size(0) <= kFewRows)
        normalize(0, x.size(0));
    else
        ThreadTeam::instance().run(x.size(0), normalize);
    return result;
}

} // namespace core::model
