// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace core {

/// The folder that holds models, schema and prompts: the environment variable CLUEGLASS_DATA_DIR
/// when set, else ../share/clueglass seen from the running program.
/// @errors ModelMissing when neither is a folder
[[nodiscard]] Result<std::filesystem::path> dataDirectory();

} // namespace core
