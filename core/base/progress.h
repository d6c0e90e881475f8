// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace core {

/// Called by long work from its own thread: the name of the stage ("decode", "noise", ...) and the
/// share that is done, 0 to 1. May be empty; must not throw and must return quickly.
using ProgressCallback = std::function<void(std::string_view stage, double fraction)>;

} // namespace core
