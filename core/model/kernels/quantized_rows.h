// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/quantized_kernels.h"

#include <cstdint>
#include <vector>

namespace core::model {

/// Some rows of x, up to kPanelRows, side by side.
struct RowPanel {
    std::int64_t first = 0;
    std::int64_t rows = 0; ///< 1, 2, 4 or 8
    PanelGroups groups;    ///< all of them, from the first

    /// From this group on.
    [[nodiscard]] PanelGroups from(std::int64_t group) const {
        return {groups.values + group * kGroupColumns * rows, groups.scales + group * rows,
                groups.starts + group * rows};
    }
};

/// Rows of x, rounded to int8 in groups of 32 with a float32 scale each. Keeps its memory: fresh
/// memory would be paid for page by page in every product.
class QuantizedRows {
  public:
    /// Rounds rows x columns numbers; columns that fill up the last group are 0. All threads help.
    /// @param offset  see weightOffset()
    void assign(const float* x, std::int64_t rows, std::int64_t columns, std::int32_t offset);

    [[nodiscard]] const std::vector<RowPanel>& panels() const { return m_panels; }

  private:
    void arrange(std::int64_t rows, std::int64_t groups);

    std::vector<std::int8_t> m_values;
    std::vector<float> m_scales;
    std::vector<std::int32_t> m_starts;
    std::vector<RowPanel> m_panels;
};

} // namespace core::model
