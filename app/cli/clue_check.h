// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/inference/engine.h"
#include "core/inference/intake_rules.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <stop_token>

namespace app::cli {

/// --check-clues, of commands that examine pictures.
void addCheckOption(CLI::App& command, bool& isWanted);

/// Examines a file, and checks its clues by occlusion when that is wanted and the engine can.
/// @errors those of examineFile and checkFile
[[nodiscard]] core::Result<core::examination::Examination>
examineAndCheck(const std::filesystem::path& path, core::inference::Engine& engine,
                bool checksClues, const std::stop_token& stop,
                const core::inference::IntakeRules& rules);

} // namespace app::cli
