// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace core::evaluation {

/// 95 % percentile interval of a figure when whole clusters are drawn anew with replacement, as
/// often as there are clusters. With one cluster its members are drawn instead.
/// @param clusters  the cluster of each member, e.g. its source
/// @param figure    of a choice of members (indexes, repeated ones included); NaN is left out
/// @param draws     seeded, so that the same input gives the same interval
[[nodiscard]] Interval
bootstrapInterval(std::span<const std::string> clusters,
                  const std::function<double(std::span<const std::size_t>)>& figure,
                  int draws = 1000);

} // namespace core::evaluation
