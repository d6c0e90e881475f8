// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/review_marks.h"
#include "core/report/pdf_report.h"

#include <QString>
#include <QStringList>

namespace core::report {

// What the examiner decided, in the language of the installed translators.

/// The steps of the verbal scale, from "not stated" to the strongest.
[[nodiscard]] QStringList supportWords();

/// What the examiner says about the origin: "photograph", "fake", "inconclusive".
[[nodiscard]] QString conclusionWord(examination::Verdict verdict);

/// The conclusion as a sentence, with the support and the reasons where stated.
[[nodiscard]] QString conclusionSentence(const cases::Conclusion& conclusion);

/// An examined picture with what the examiner decided, noted and drew.
[[nodiscard]] ReportItem reportItem(std::shared_ptr<const examination::Examination> examination,
                                    const cases::Marks& marks);

} // namespace core::report
