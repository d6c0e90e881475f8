// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/output_file.h"
#include "core/evaluation/evaluation_record.h"

#include <filesystem>
#include <vector>

namespace app::cli {

/// Draws roc.png, reliability.png and risk_coverage.png, one line for each condition. Needs a
/// QApplication.
/// @errors InvalidArgument (see core::OutputFile), WriteFailed
[[nodiscard]] core::Result<void>
savePlots(const std::vector<core::evaluation::EvaluationRecord>& records,
          const std::filesystem::path& folder, const core::KeptFiles& kept);

} // namespace app::cli
