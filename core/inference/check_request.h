// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/image/decode_limits.h"

#include <QMetaType>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace core::inference {

/// Travels to the worker by value: clues to check by occlusion.
struct CheckRequest {
    std::uint64_t id = 0;
    QString path;
    std::shared_ptr<const examination::Examination> examination;
    std::vector<std::size_t> clues; ///< empty: all with regions
    image::DecodeLimits limits;
    std::stop_token stop;
};

/// Every check ends in exactly one.
struct CheckOutcome {
    std::uint64_t id = 0;
    Result<std::shared_ptr<const examination::Examination>> examination =
        fail(ErrorCode::Internal, "Not checked.");
};

} // namespace core::inference

Q_DECLARE_METATYPE(core::inference::CheckRequest)
Q_DECLARE_METATYPE(core::inference::CheckOutcome)
