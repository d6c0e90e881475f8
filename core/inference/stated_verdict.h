// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

namespace core::inference {

/// Lets what is stated about the picture's origin (see provenance::statedOrigin) decide the verdict
/// of whatever engine: verdict, basis and kind of fake follow the statement, the probability stays
/// the engine's own. Where the engine had decided the opposite, a clue says so. Without a statement
/// nothing changes.
void applyStatedOrigin(examination::Examination& examination);

} // namespace core::inference
