// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/analyzer_catalog.h"

#include "core/forensics/double_quantization.h"
#include "core/forensics/error_level.h"
#include "core/forensics/jpeg_ghost.h"

namespace core::forensics {

std::vector<std::unique_ptr<Analyzer>> makeAnalyzers() {
    std::vector<std::unique_ptr<Analyzer>> all;
    all.push_back(makeDoubleQuantization());
    all.push_back(makeJpegGhost());
    all.push_back(makeErrorLevel());
    return all;
}

} // namespace core::forensics
