// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"

#include <optional>

namespace core::inference {

/// An engine that examines one picture in one step.
class SingleSlotEngine : public Engine {
  public:
    [[nodiscard]] int slotCount() const final { return 1; }
    [[nodiscard]] Result<std::uint64_t>
    begin(const EngineInput& input, const EngineCallbacks& callbacks, std::stop_token stop) final;
    [[nodiscard]] std::vector<EngineResult> advance() final;

  protected:
    /// Fills everything but `source`, `provenance` and the timings of intake.
    [[nodiscard]] virtual Result<examination::Examination>
    examine(const EngineInput& input, const EngineCallbacks& callbacks, std::stop_token stop) = 0;

  private:
    struct Waiting {
        std::uint64_t ticket = 0;
        EngineInput input; // shares bytes and pixels
        EngineCallbacks callbacks;
        std::stop_token stop;
    };
    std::optional<Waiting> m_waiting;
    std::uint64_t m_lastTicket = 0;
};

} // namespace core::inference
