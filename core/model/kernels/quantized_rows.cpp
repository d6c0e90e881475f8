// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_rows.h"

#include "core/model/kernels/thread_team.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace core::model {

namespace {

using Numbers = std::array<float, kGroupColumns>;

struct RoundedGroup {
    std::array<std::int8_t, kGroupColumns> values;
    float scale = 0;
    std::int32_t sum = 0;
};

// Compiled for several processors, of which the program chooses when it starts: baseline code
// rounds one number at a time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__)
__attribute__((target_clones("avx2", "default")))
#endif
void roundGroup(const Numbers& numbers, RoundedGroup& group) {
    float largest = 0;
    for (const float number : numbers)
        largest = std::max(largest, std::abs(number));
    const float inverse = largest > 0 ? 127 / largest : 0;
    // Numbers so small that 127 / largest overflows count as 0.
    const float factor = std::isfinite(inverse) ? inverse : 0;
    // Adding 1.5 x 2^23 rounds to the nearest integer, half to even, and leaves it in the low bits.
    constexpr float kRounding = 12582912.0F;
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const float rounded = numbers[i] * factor + kRounding - kRounding;
        const auto value = static_cast<std::int32_t>(std::clamp(rounded, -127.0F, 127.0F));
        group.values[i] = static_cast<std::int8_t>(value);
        sum += value;
    }
    group.scale = largest / 127;
    group.sum = sum;
}

} // namespace

void QuantizedRows::arrange(std::int64_t rows, std::int64_t groups) {
    const auto places = static_cast<std::size_t>(rows * groups);
    m_values.resize(std::max(m_values.size(), places * kGroupColumns));
    m_scales.resize(std::max(m_scales.size(), places));
    m_starts.resize(std::max(m_starts.size(), places));
    m_panels.clear();
    for (std::int64_t first = 0; first < rows;) {
        std::int64_t size = kPanelRows;
        while (size > rows - first)
            size /= 2;
        m_panels.push_back({first,
                            size,
                            {m_values.data() + first * groups * kGroupColumns,
                             m_scales.data() + first * groups, m_starts.data() + first * groups}});
        first += size;
    }
}

void QuantizedRows::assign(const float* x, std::int64_t rows, std::int64_t columns,
                           std::int32_t offset) {
    const std::int64_t groups = (columns + kGroupColumns - 1) / kGroupColumns;
    arrange(rows, groups);
    const auto roundPlace = [&](const RowPanel& panel, std::int64_t row, std::int64_t group) {
        const std::int64_t column = group * kGroupColumns;
        Numbers numbers{};
        std::copy_n(x + (panel.first + row) * columns + column,
                    std::min(kGroupColumns, columns - column), numbers.begin());
        RoundedGroup rounded;
        roundGroup(numbers, rounded);
        const std::int64_t place = panel.first * groups + group * panel.rows + row;
        for (std::int64_t quad = 0; quad < 8; ++quad)
            std::memcpy(m_values.data() + panel.first * groups * kGroupColumns +
                            ((group * 8 + quad) * panel.rows + row) * 4,
                        rounded.values.data() + quad * 4, 4);
        m_scales[static_cast<std::size_t>(place)] = rounded.scale;
        m_starts[static_cast<std::size_t>(place)] = -offset * rounded.sum;
    };
    const auto roundPanels = [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t place = first; place < last; ++place) {
            const RowPanel& panel = m_panels[static_cast<std::size_t>(place / groups)];
            for (std::int64_t row = 0; row < panel.rows; ++row)
                roundPlace(panel, row, place % groups);
        }
    };
    const std::int64_t places = static_cast<std::int64_t>(m_panels.size()) * groups;
    // One row is done before a second thread would be awake.
    if (rows == 1)
        roundPanels(0, places);
    else
        ThreadTeam::instance().run(places, roundPanels);
}

} // namespace core::model
