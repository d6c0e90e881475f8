// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <c10/core/Device.h>

#include <string>

namespace core::model {

/// @param name  "cpu", "cuda" or "cuda:0". @errors InvalidArgument, EngineUnavailable
[[nodiscard]] Result<at::Device> deviceNamed(const std::string& name);

} // namespace core::model
