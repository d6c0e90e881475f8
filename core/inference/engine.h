// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/inference/engine_input.h"

#include <cstdint>
#include <exception>
#include <stop_token>
#include <vector>

namespace core::inference {

class LanguageAbilities;

/// What became of a picture that was taken in.
struct EngineResult {
    std::uint64_t ticket = 0;
    Result<examination::Examination> examination = fail(ErrorCode::Internal, "Not examined.");
};

/// Something that can examine pictures. Used by one thread at a time; may be created on another.
/// No exception leaves an engine but out of begin(), see failureOf().
class Engine {
  public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    /// Name, version, model and hash as they go into every result. Complete after prepare().
    [[nodiscard]] virtual examination::EngineRecord record() const = 0;

    /// Loads what is needed; a second call does nothing. Called before the first begin().
    /// @errors ModelMissing, ModelInvalid, EngineUnavailable, LimitExceeded, Cancelled
    [[nodiscard]] virtual Result<void> prepare(const ProgressCallback& progress,
                                               std::stop_token stop) = 0;

    /// How many pictures may be in progress at the same time, at least 1. Complete after prepare().
    [[nodiscard]] virtual int slotCount() const = 0;

    /// Takes a picture in; a slot must be free. Those taken in before go on with advance(). The
    /// callbacks are called until advance() has given the result, which holds everything but
    /// `source`, `provenance` and the timings of intake.
    /// @return a ticket of its own
    /// @errors LimitExceeded, NetworkFailed, Internal, Cancelled (within 100 ms of the request
    ///         where the work is our own); those of advance()'s results are the same
    [[nodiscard]] virtual Result<std::uint64_t>
    begin(const EngineInput& input, const EngineCallbacks& callbacks, std::stop_token stop) = 0;

    /// A step for each picture in progress; as long as an engine likes, but short where others
    /// wait.
    /// @return what is finished, failed or cancelled
    [[nodiscard]] virtual std::vector<EngineResult> advance() = 0;

    /// Null: its clues are measured, and it answers no questions.
    [[nodiscard]] virtual LanguageAbilities* language() { return nullptr; }
};

/// What is said when a library throws: LimitExceeded for want of memory, else Internal.
[[nodiscard]] tl::unexpected<Error> failureOf(const std::exception& error);

/// One picture from its begin to its result, with an engine that has no other in progress.
/// @errors those of Engine::begin()
[[nodiscard]] Result<examination::Examination> examine(Engine& engine, const EngineInput& input,
                                                       const EngineCallbacks& callbacks,
                                                       std::stop_token stop);

} // namespace core::inference
