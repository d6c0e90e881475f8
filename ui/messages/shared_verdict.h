// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QString>

namespace ui::messages {

/// A verdict in words that can stand alone in a message to somebody: which file, what was found,
/// by which engine and version, and that it is no proof.
[[nodiscard]] QString verdictForSharing(const QString& path,
                                        const core::examination::Examination& examination);

} // namespace ui::messages
