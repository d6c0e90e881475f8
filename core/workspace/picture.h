// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/review_marks.h"
#include "core/examination/examination.h"
#include "core/inference/analysis_queue.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace core::workspace {

/// Given once by the PictureList and never again while the program runs. The queue knows the
/// picture's job by the same number.
using PictureId = inference::JobId;

/// One picture that is open: what everybody knows about it.
struct Picture {
    PictureId id = 0;
    QString path;             ///< as received
    QString storedAt;         ///< where its bytes are now, when not at `path`; else empty
    std::int64_t exhibit = 0; ///< its number in the open case; 0: a loose picture
    PictureId first = 0;      ///< the first picture with the same bytes, often itself
    std::uint64_t bytes = 0;  ///< of the file; 0: not known yet
    std::string sha256;       ///< of the bytes that were examined; empty: not known here
    inference::JobState state = inference::JobState::Waiting;
    QString stage;           ///< untranslated, while it is being examined
    double progress = 0;     ///< 0 to 1, while it is being examined
    bool isReviewed = false; ///< in a case: the examiner decided; else: its result was on screen
    std::optional<examination::Verdict> verdict;
    double pFake = 0.5;
    cases::Marks marks;
    /// Null: there is none, or only the case holds it.
    std::shared_ptr<const examination::Examination> examination;
    std::optional<Error> error; ///< why there is no result

    [[nodiscard]] const QString& file() const { return storedAt.isEmpty() ? path : storedAt; }
    [[nodiscard]] bool isExhibit() const { return exhibit != 0; }
    /// Another picture came before it with the same bytes: they are examined once.
    [[nodiscard]] bool isRepeated() const { return isExhibit() && first != id; }
};

} // namespace core::workspace
