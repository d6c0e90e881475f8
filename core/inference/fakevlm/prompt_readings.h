// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <optional>

namespace core::model {
struct Answer;
}

namespace core::inference {

/// Form, separator and probability of an answer to a first question.
[[nodiscard]] examination::PromptReading readingOf(const model::Answer& answer);

/// Writes the readings into an examination. Where two forms of the question give different
/// verdicts, the confidence is halved and a clue says so.
void addReadings(examination::Examination& examination, const examination::PromptReading& asked,
                 const std::optional<examination::PromptReading>& other);

} // namespace core::inference
