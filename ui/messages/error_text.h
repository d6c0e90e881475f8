// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace ui::messages {

/// What happened, in the user's language; one sentence.
[[nodiscard]] QString errorText(core::ErrorCode code);

/// What the user can do about it; one sentence.
[[nodiscard]] QString errorAdvice(core::ErrorCode code);

} // namespace ui::messages
