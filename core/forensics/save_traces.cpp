// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/save_traces.h"

#include "core/forensics/stored_raster.h"

namespace core::forensics {

Result<SaveTraces> saveTraces(const Subject& subject, const std::stop_token& stop) {
    const auto& coefficients = *subject.coefficients;
    SaveTraces traces;
    traces.grid = cellGridFor(coefficients.blocksWide, coefficients.blocksHigh);
    traces.usable =
        usableBlocks(storedPixels(subject), coefficients.blocksWide, coefficients.blocksHigh, stop);
    if (stop.stop_requested())
        return cancelled();
    traces.histogram = levelHistogram(coefficients, traces.usable, stop);
    if (stop.stop_requested())
        return cancelled();
    traces.whole = earlierSteps(traces.histogram, subject.jpeg->lumaTable, stop);
    if (stop.stop_requested())
        return cancelled();
    return traces;
}

} // namespace core::forensics
