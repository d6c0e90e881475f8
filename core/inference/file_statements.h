// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/provenance_record.h"
#include "core/image/document.h"
#include "core/inference/intake_rules.h"

#include <filesystem>
#include <stop_token>

namespace core::inference {

/// What a file says about itself, also when its picture cannot be decoded, or it is none. Reads the
/// whole file; not for the window's thread.
/// @param documents  shared with others who look at the file
/// @errors those of image::readAnyFile
[[nodiscard]] Result<examination::ProvenanceRecord>
readStatements(const std::filesystem::path& path, const IntakeRules& rules,
               image::Documents& documents, std::stop_token stop = {});

} // namespace core::inference
