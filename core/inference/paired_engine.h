// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace core::inference {

/// Two engines for one picture: one that speaks, and one that measures. The verdict is the speaking
/// one's; its sentences stand beside what was measured in their regions. Where the two contradict
/// each other, the confidence is halved and both are said.
class PairedEngine : public Engine {
  public:
    PairedEngine(std::unique_ptr<Engine> speaking, std::unique_ptr<Engine> measuring);

    [[nodiscard]] examination::EngineRecord record() const override;
    [[nodiscard]] Result<void> prepare(const ProgressCallback& progress,
                                       std::stop_token stop) override;
    [[nodiscard]] int slotCount() const override;
    /// Measures at once, and lets the speaking engine begin.
    [[nodiscard]] Result<std::uint64_t> begin(const EngineInput& input,
                                              const EngineCallbacks& callbacks,
                                              std::stop_token stop) override;
    [[nodiscard]] std::vector<EngineResult> advance() override;
    [[nodiscard]] LanguageAbilities* language() override { return m_speaking->language(); }

  private:
    /// What was measured of a picture that the speaking engine is at.
    struct Measured {
        examination::Examination examination;
        image::Image picture;
    };

    std::unique_ptr<Engine> m_speaking;
    std::unique_ptr<Engine> m_measuring;
    std::unordered_map<std::uint64_t, Measured> m_begun; ///< by the speaking engine's ticket
};

} // namespace core::inference
