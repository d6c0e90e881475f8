// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/output_file.h"

#include <QImage>

#include <filesystem>

namespace core::report {

/// Writes what the program drew, an overlay or a plot, as a PNG that says so. It replaces another
/// drawing of the program, and never a picture of anybody else.
/// @errors InvalidArgument (see core::OutputFile), WriteFailed
[[nodiscard]] Result<void> writeDrawing(QImage drawing, const std::filesystem::path& file,
                                        const KeptFiles& kept = {});

} // namespace core::report
