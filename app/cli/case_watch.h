// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/case_examination.h"
#include "app/cli/command.h"
#include "core/cases/case_store.h"

#include <filesystem>

namespace app::cli {

/// Takes in and examines what appears below a folder until the program is interrupted.
/// @return the program's exit code
[[nodiscard]] int watchFolder(core::cases::CaseStore& store, const std::filesystem::path& folder,
                              core::cases::Keeping keeping, const CaseWork& work,
                              CommandContext& context);

} // namespace app::cli
