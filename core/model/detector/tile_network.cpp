// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_network.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace core::model {

namespace {

/// Far outliers say that a tile is odd, not how fake it is.
constexpr double kFeatureLimit = 4;
constexpr double kOutputLimit = 8;

} // namespace

at::Tensor TileNetwork::logOdds(const at::Tensor& rows) const {
    const at::Tensor standardized = ((rows - mean) / scale).clamp(-kFeatureLimit, kFeatureLimit);
    const at::Tensor hidden = at::relu(at::linear(standardized, hiddenWeight, hiddenBias));
    // A smooth limit keeps gradients alive in training.
    return kOutputLimit *
           at::tanh(at::linear(hidden, outputWeight, outputBias).squeeze(-1) / kOutputLimit);
}

at::Tensor tableFrom(const std::vector<std::vector<float>>& rows) {
    const auto columns = rows.empty() ? 0 : rows.front().size();
    at::Tensor table = at::empty(
        {static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(columns)}, at::kFloat);
    float* out = table.data_ptr<float>();
    for (const auto& row : rows)
        out = std::copy(row.begin(), row.end(), out);
    return table;
}

} // namespace core::model
