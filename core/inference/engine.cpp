// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/engine.h"

namespace core::inference {

Result<examination::Examination> Engine::check(const EngineInput&, examination::Examination,
                                               const std::vector<std::size_t>&,
                                               const EngineCallbacks&, std::stop_token) {
    return fail(ErrorCode::EngineUnavailable,
                "Only sentences of a language model need a check; choose a FakeVLM checkpoint and "
                "examine the picture again.");
}

Result<std::uint64_t> Engine::begin(const EngineInput&, const EngineCallbacks&, std::stop_token) {
    return fail(ErrorCode::EngineUnavailable, "This engine judges one picture at a time.");
}

Result<std::string> Engine::ask(const EngineInput&, const Inquiry&, const EngineCallbacks&,
                                std::stop_token) {
    return fail(ErrorCode::EngineUnavailable,
                "This engine answers no questions; choose a FakeVLM checkpoint and examine the "
                "picture again.");
}

} // namespace core::inference
