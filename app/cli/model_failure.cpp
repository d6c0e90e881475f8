// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_failure.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace app {

int reportModelFailure(const core::Error& error, const std::string& path, bool asJson) {
    using Json = nlohmann::ordered_json;
    if (asJson)
        std::cout << Json({{"path", path},
                           {"error",
                            {{"code", core::errorName(error.code)}, {"message", error.message}}}})
                         .dump(-1, ' ', false, Json::error_handler_t::replace)
                  << '\n';
    std::cerr << core::errorName(error.code) << ": " << error.message << '\n';
    switch (error.code) {
    case core::ErrorCode::Cancelled:
        return 130;
    case core::ErrorCode::InvalidArgument:
    case core::ErrorCode::InvalidJson:
        return 2;
    case core::ErrorCode::WriteFailed:
        return 1;
    default:
        return 3;
    }
}

} // namespace app
