// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Whether the picture is put together openly, from panels along straight lines over its full
/// length. Speaks for nothing; it explains what other methods find in one of the panels.
[[nodiscard]] std::unique_ptr<Analyzer> makeCollage();

} // namespace core::forensics
