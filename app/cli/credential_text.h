// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"

#include <string>

namespace app::cli {

/// Content Credentials for people: a summary, four answers, what failed, and the tree of manifests.
/// Characters that could hide or reorder text are made visible.
[[nodiscard]] std::string credentialText(const core::examination::C2paRecord& record);

} // namespace app::cli
