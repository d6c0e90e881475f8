// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/analyzer_catalog.h"

#include "core/forensics/collage.h"
#include "core/forensics/color_filter_array.h"
#include "core/forensics/copy_move.h"
#include "core/forensics/double_quantization.h"
#include "core/forensics/error_level.h"
#include "core/forensics/jpeg_ghost.h"
#include "core/forensics/noise_residual.h"
#include "core/forensics/resampling.h"
#include "core/forensics/spectrum.h"

namespace core::forensics {

std::vector<std::unique_ptr<Analyzer>> makeAnalyzers() {
    std::vector<std::unique_ptr<Analyzer>> all;
    all.push_back(makeDoubleQuantization());
    all.push_back(makeJpegGhost());
    all.push_back(makeErrorLevel());
    all.push_back(makeNoiseResidual());
    all.push_back(makeSpectrum());
    all.push_back(makeResampling());
    all.push_back(makeColorFilterArray());
    all.push_back(makeCollage());
    // It takes longest: the last one runs beside the others, see
    // core/inference/embedded/analyzer_run.
    all.push_back(makeCopyMove());
    return all;
}

} // namespace core::forensics
