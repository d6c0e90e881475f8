// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/trust_lists.h"
#include "core/image/decode_limits.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <memory>
#include <stop_token>

namespace core::inference {

using JobId = std::uint64_t;

/// Travels from the queue to the worker by value.
struct AnalysisRequest {
    JobId id = 0;
    QString path;
    image::DecodeLimits limits;
    std::stop_token stop;
    std::shared_ptr<const examination::TrustLists> trust = {}; ///< null: no lists
};

} // namespace core::inference

Q_DECLARE_METATYPE(core::inference::AnalysisRequest)
