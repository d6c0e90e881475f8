// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

namespace core::examination {

/// Whether the pixels alone would have given no such verdict: the form of the file has joined them.
[[nodiscard]] bool restsOnFormAsWell(const Examination& examination);

} // namespace core::examination
