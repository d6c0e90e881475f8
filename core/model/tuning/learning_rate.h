// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tuning/model_tuning.h"

namespace core::model {

/// The rate of a step.
/// @param step   counted from 0
/// @param steps  of the whole tuning
[[nodiscard]] double rateOf(const TuningOrder& order, int step, int steps);

} // namespace core::model
