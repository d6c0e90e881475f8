// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/output_file.h"
#include "core/base/region.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace ui::plots {

/// One line of a diagram.
struct Curve {
    QString name;
    std::vector<core::Point> points;
    bool hasDots = false; ///< marks every point, for few measured ones
};

/// A diagram with both axes from 0 to 1.
struct CurvePicture {
    QString title;
    QString xLabel;
    QString yLabel;
    std::vector<Curve> curves;
    bool hasDiagonal = false; ///< a dashed line where chance or perfect calibration would lie
};

/// Draws it with QCustomPlot, which needs a QApplication, and saves it as a PNG of 900 x 700.
/// @errors InvalidArgument (see core::OutputFile), WriteFailed
[[nodiscard]] core::Result<void> saveCurvePicture(const CurvePicture& picture,
                                                  const std::filesystem::path& file,
                                                  const core::KeptFiles& kept = {});

} // namespace ui::plots
