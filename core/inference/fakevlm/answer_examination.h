// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/examination/examination.h"

#include <string>
#include <vector>

namespace core::inference {

/// What a model said about a picture, whichever way it was asked.
struct ModelStatement {
    std::string answer;     ///< verbatim
    double pFake = 0.5;     ///< the model's own probability
    bool isComplete = true; ///< not cut by the limit of its length
};

/// Verdict, manner, category and clues from a model's words. The verdict is what the answer says;
/// an answer that says neither, or the opposite of the model's own probability, is Inconclusive.
[[nodiscard]] examination::Examination examinationOf(const ModelStatement& statement);

/// The parts of a picture outside `seen`: at most four rectangles that do not overlap.
[[nodiscard]] std::vector<Rect> unseenParts(int width, int height, const Rect& seen);

} // namespace core::inference
