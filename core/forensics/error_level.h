// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Error level analysis: where one more save as JPEG changes the picture more than it changes other
/// places with as much detail. A view for the analyst; it never speaks for fake or real.
/// Pictures above 24 megapixels are looked at in evenly spread 16x16 px samples.
/// @source Krawetz, "A Picture's Worth", Black Hat 2007; the normalization by detail is ours
[[nodiscard]] std::unique_ptr<Analyzer> makeErrorLevel();

} // namespace core::forensics
