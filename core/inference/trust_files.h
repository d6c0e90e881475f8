// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/trust_lists.h"
#include "core/settings/settings.h"

#include <memory>

namespace core::inference {

/// Reads the trust lists that the settings name. A file that is gone or larger than 16 MiB is left
/// out: its signers are then on no list.
[[nodiscard]] std::shared_ptr<const examination::TrustLists>
readTrustFiles(const settings::Settings& settings);

} // namespace core::inference
