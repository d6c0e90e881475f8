// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/base/result.h"
#include "core/model/grounding/attention_record.h"
#include "core/model/vision/input_geometry.h"

#include <span>
#include <stop_token>
#include <vector>

namespace core::model {

/// What stands in the place of a removed part of the picture.
enum class Fill {
    Blur,     ///< the part itself, blurred with a sigma of 12 pixels at an input of 336
    LocalMean ///< the mean color of the part's surroundings
};

/// Parts of the model's input that are taken away.
struct Removal {
    std::vector<Rect> boxes; ///< in the model's input; none: nothing is removed
    Fill fill = Fill::Blur;
};

/// How readily the model says the same answer.
struct AnswerScores {
    double logFake = 0; ///< natural logarithm of P(" This is a fake image." | prompt)
    double logReal = 0;
    std::vector<double> tokens; ///< natural logarithm of each answer token's probability
};

/// Scores one answer about one picture again and again, teacher-forced, with parts of the picture
/// removed. One pass of the vision tower and one prompt for each score. For one thread at a time.
class AnswerScorer {
  public:
    virtual ~AnswerScorer() = default;

    /// @errors LimitExceeded, Internal, Cancelled
    [[nodiscard]] virtual Result<AnswerScores> score(const Removal& removal,
                                                     std::stop_token stop) = 0;

    /// The tokens of the answer that a range of its text is made of: [begin, end).
    [[nodiscard]] virtual TextRange tokensOf(const TextRange& range) const = 0;

    /// How the picture became the model's input.
    [[nodiscard]] virtual const InputGeometry& geometry() const = 0;

    /// Mean gradient of the model's input within a box: how textured it is.
    [[nodiscard]] virtual double texture(const Rect& box) const = 0;
};

} // namespace core::model
