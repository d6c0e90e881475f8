// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/inference/analysis_request.h"
#include "core/inference/engine_input.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <stop_token>
#include <string>

namespace core::inference {

/// Travels to the worker by value: a question about an examined picture.
struct QuestionRequest {
    std::uint64_t id = 0;
    QString path;
    std::string sha256;      ///< of the file when it was examined
    std::string modelSha256; ///< of the model that examined it
    Inquiry inquiry;
    image::DecodeLimits limits;
    std::stop_token stop;
};

/// Every question ends in exactly one.
struct QuestionOutcome {
    std::uint64_t id = 0;
    Result<QString> answer = fail(ErrorCode::Internal, "Not asked.");
};

} // namespace core::inference

Q_DECLARE_METATYPE(core::inference::QuestionRequest)
Q_DECLARE_METATYPE(core::inference::QuestionOutcome)
