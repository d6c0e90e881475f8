// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/inference/analysis_request.h"

#include <QMetaType>
#include <QString>

#include <memory>

namespace core::inference {

/// Travels from the worker back to the queue by value.
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
