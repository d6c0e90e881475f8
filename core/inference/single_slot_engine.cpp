// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/single_slot_engine.h"

#include <exception>
#include <utility>

namespace core::inference {

Result<std::uint64_t> SingleSlotEngine::begin(const EngineInput& input,
                                              const EngineCallbacks& callbacks,
                                              std::stop_token stop) {
    if (m_waiting)
        return fail(ErrorCode::Internal, "This engine examines one picture at a time.");
    m_waiting = Waiting{++m_lastTicket, input, callbacks, std::move(stop)};
    return m_lastTicket;
}

std::vector<EngineResult> SingleSlotEngine::advance() {
    std::vector<EngineResult> finished;
    if (!m_waiting)
        return finished;
    const Waiting picture = std::move(*std::exchange(m_waiting, std::nullopt));
    EngineResult result{picture.ticket, cancelled()};
    try {
        result.examination = examine(picture.input, picture.callbacks, picture.stop);
    } catch (const std::exception& error) {
        result.examination = failureOf(error);
    }
    finished.push_back(std::move(result));
    return finished;
}

} // namespace core::inference
