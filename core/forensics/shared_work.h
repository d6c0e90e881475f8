// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/computed_once.h"
#include "core/forensics/analyzer.h"
#include "core/forensics/panels.h"
#include "core/forensics/save_traces.h"

#include <memory>

namespace core::forensics {

/// What several analyzers of one picture need and whoever asks first computes.
struct SharedWork {
    ComputedOnce<std::shared_ptr<const SaveTraces>> traces;
    ComputedOnce<std::shared_ptr<const Layout>> layout;
};

/// @param subject  with a structure and coefficients
/// @errors Cancelled
[[nodiscard]] Result<std::shared_ptr<const SaveTraces>>
sharedSaveTraces(const Subject& subject, const std::stop_token& stop);

/// @errors Cancelled
[[nodiscard]] Result<std::shared_ptr<const Layout>> sharedLayout(const Subject& subject,
                                                                 const std::stop_token& stop);

/// Whether all these areas are whole panels or lie in bars of a picture that is put together
/// openly. False when nobody can say.
[[nodiscard]] bool areOpenParts(const Subject& subject, const std::vector<Region>& areas,
                                const std::stop_token& stop);

} // namespace core::forensics
