// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/engine.h"

#include <new>
#include <string>
#include <utility>

namespace core::inference {

tl::unexpected<Error> failureOf(const std::exception& error) {
    // OpenCV throws an exception of its own when it gets no memory.
    const std::string what = error.what();
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr ||
        what.find("Insufficient memory") != std::string::npos)
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough free memory to examine this picture; close other programs "
                    "or lower the pixel limit in the settings.");
    return fail(ErrorCode::Internal,
                "A library failed while it examined this picture: " + what + ".");
}

Result<examination::Examination> examine(Engine& engine, const EngineInput& input,
                                         const EngineCallbacks& callbacks, std::stop_token stop) {
    const auto ticket = engine.begin(input, callbacks, std::move(stop));
    if (!ticket)
        return tl::unexpected(ticket.error());
    for (;;)
        for (EngineResult& ended : engine.advance())
            if (ended.ticket == *ticket)
                return std::move(ended.examination);
}

} // namespace core::inference
