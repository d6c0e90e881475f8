// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint/model_parts.h"
#include "core/model/checkpoint_check.h"

namespace core::model {

/// Adds to the report on a base model what is to be said of an adapter on it: its files, whether it
/// fits, its rank and the number of weights that it changes.
void inspectAdapter(CheckpointReport& report, const ModelParts& parts);

} // namespace core::model
