// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_product.h"

#include "core/model/kernels/quantized_kernels.h"
#include "core/model/kernels/thread_team.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace core::model {

namespace {

/// Kept by each calling thread: fresh memory would be paid for page by page in every product.
struct RowMemory {
    std::vector<std::int8_t> values;
    std::vector<float> scales;
    std::vector<std::int32_t> sums;

    void fit(std::size_t groups) {
        values.resize(std::max(values.size(), groups * kGroupColumns));
        scales.resize(std::max(scales.size(), groups));
        sums.resize(std::max(sums.size(), groups));
    }
};

/// Rounds up to 32 numbers; the rest of the group becomes 0.
void quantizeGroup(const float* x, std::int64_t count, std::size_t group, RowMemory& memory) {
    float largest = 0;
    for (std::int64_t i = 0; i < count; ++i)
        largest = std::max(largest, std::abs(x[i]));
    const float inverse = largest > 0 ? 127 / largest : 0;
    // Numbers so small that 127 / largest overflows count as 0.
    const float factor = std::isfinite(inverse) ? inverse : 0;
    std::int8_t* values = memory.values.data() + group * kGroupColumns;
    std::int32_t sum = 0;
    for (std::int64_t i = 0; i < kGroupColumns; ++i) {
        const int value = i < count ? static_cast<int>(std::lrint(x[i] * factor)) : 0;
        values[i] = static_cast<std::int8_t>(std::clamp(value, -127, 127));
        sum += values[i];
    }
    memory.scales[group] = largest / 127;
    memory.sums[group] = sum;
}

} // namespace

void multiply(const QuantizedMatrix& matrix, const float* x, std::int64_t rows, float* y,
              KernelChoice choice) {
    thread_local RowMemory memory;
    // A lambda would see each thread's own memory, not the caller's.
    RowMemory& shared = memory;
    const std::int64_t groups = matrix.groups();
    shared.fit(static_cast<std::size_t>(rows * groups));
    const auto quantizeRows = [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t place = first; place < last; ++place) {
            const std::int64_t column = place % groups * kGroupColumns;
            quantizeGroup(x + place / groups * matrix.columns + column,
                          std::min(kGroupColumns, matrix.columns - column),
                          static_cast<std::size_t>(place), shared);
        }
    };
    // One row is done before a second thread would be awake.
    if (rows == 1)
        quantizeRows(0, groups);
    else
        ThreadTeam::instance().run(rows * groups, quantizeRows);

    static const TileKernel kVector = vectorTileKernel();
    const TileKernel kernel =
        choice == KernelChoice::Automatic && kVector != nullptr ? kVector : multiplyTilesPortable;
    const QuantizedRows quantized{rows, groups, shared.values.data(), shared.scales.data(),
                                  shared.sums.data()};
    ThreadTeam::instance().run(matrix.tiles(), [&](std::int64_t first, std::int64_t last) {
        kernel(matrix, quantized, {first, last, y});
    });
}

} // namespace core::model
