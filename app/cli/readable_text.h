// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/examination/examination.h"

#include <string>
#include <string_view>

namespace app::cli {

/// An examination for people: verdict, probability, clues with their places, warnings. Several
/// lines, the last one empty.
[[nodiscard]] std::string readableText(const core::examination::Examination& examination);

/// The same for an image that could not be examined.
[[nodiscard]] std::string readableText(std::string_view path, const core::Error& error);

/// What a file says about itself, a line for each thing said.
[[nodiscard]] std::string readableText(const core::examination::ProvenanceRecord& provenance);

/// "93.1 %"
[[nodiscard]] std::string percent(double share);

/// A number with so many digits behind the point, whatever the locale.
[[nodiscard]] std::string fixed(double value, int digits);

} // namespace app::cli
