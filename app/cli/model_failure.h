// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>

namespace app {

/// Tells why a command on a model failed. @return the program's exit code
[[nodiscard]] int reportModelFailure(const core::Error& error, const std::string& path,
                                     bool asJson);

} // namespace app
