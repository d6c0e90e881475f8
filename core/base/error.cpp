// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <array>
#include <utility>

namespace core {

namespace {

constexpr std::array<std::pair<ErrorCode, std::string_view>, 17> kNames = {{
    {ErrorCode::FileNotFound, "file.not_found"},
    {ErrorCode::FileUnreadable, "file.unreadable"},
    {ErrorCode::FileEmpty, "file.empty"},
    {ErrorCode::UnknownFormat, "decode.unknown_format"},
    {ErrorCode::UnsupportedFormat, "decode.unsupported"},
    {ErrorCode::Truncated, "decode.truncated"},
    {ErrorCode::Corrupt, "decode.corrupt"},
    {ErrorCode::LimitExceeded, "limit.exceeded"},
    {ErrorCode::Cancelled, "cancelled"},
    {ErrorCode::WriteFailed, "write.failed"},
    {ErrorCode::InvalidJson, "json.invalid"},
    {ErrorCode::ModelMissing, "model.missing"},
    {ErrorCode::ModelInvalid, "model.invalid"},
    {ErrorCode::EngineUnavailable, "engine.unavailable"},
    {ErrorCode::NetworkFailed, "network.failed"},
    {ErrorCode::InvalidArgument, "argument.invalid"},
    {ErrorCode::Internal, "internal"},
}};

} // namespace

std::string_view errorName(ErrorCode code) {
    for (const auto& [known, name] : kNames) {
        if (known == code)
            return name;
    }
    return "internal";
}

ErrorCode errorCodeFromName(std::string_view name) {
    for (const auto& [code, known] : kNames) {
        if (known == name)
            return code;
    }
    return ErrorCode::Internal;
}

} // namespace core
