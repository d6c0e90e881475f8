// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <memory>

namespace core::inference {

using JobId = std::uint64_t;

/// What the queue says of a picture in the end.
struct AnalysisOutcome {
    JobId id = 0;
    QString path;
    /// Shared because a result with its maps is large and goes to several views.
    Result<std::shared_ptr<const examination::Examination>> examination =
        fail(ErrorCode::Internal, "Not examined.");
};

/// At most 20 a second.
struct AnalysisProgress {
    JobId id = 0;
    QString stage;       ///< untranslated: "read", "decode", "noise_residual", ...
    double fraction = 0; ///< of the whole job, 0 to 1
};

} // namespace core::inference

Q_DECLARE_METATYPE(core::inference::AnalysisOutcome)
Q_DECLARE_METATYPE(core::inference::AnalysisProgress)
