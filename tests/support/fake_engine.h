// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace tests {

/// What a test lets its engine do, and what it learns about it. Shared with the engine's thread.
struct FakeEngineControl {
    std::atomic<int> examined = 0;
    std::atomic<bool> waitsForCancel = false; ///< works until it is cancelled
    std::atomic<bool> failsToPrepare = false;
    std::atomic<int> millisecondsPerPicture = 0;
};

/// An engine without a model: finds every picture fake, with two clues that have regions.
class FakeEngine : public core::inference::Engine {
  public:
    explicit FakeEngine(std::shared_ptr<FakeEngineControl> control)
        : m_control(std::move(control)) {}

    core::examination::EngineRecord record() const override {
        return {"fake", "1", "none", "", "cpu", "fp32", ""};
    }

    core::Result<void> prepare(const core::ProgressCallback&, std::stop_token) override {
        if (m_control->failsToPrepare)
            return core::fail(core::ErrorCode::ModelMissing, "The test took the model away.");
        return {};
    }

    core::Result<core::examination::Examination>
    examine(const core::inference::EngineInput& input,
            const core::inference::EngineCallbacks& callbacks, std::stop_token stop) override {
        for (int i = 0; m_control->waitsForCancel || i < m_control->millisecondsPerPicture; ++i) {
            if (stop.stop_requested())
                return core::cancelled();
            if (callbacks.progress)
                callbacks.progress("fake", i % 100 / 100.0);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ++m_control->examined;
        return finding(input);
    }

  private:
    static core::examination::Examination finding(const core::inference::EngineInput& input) {
        using namespace core::examination;
        const int w = input.picture.image.width();
        const int h = input.picture.image.height();
        Examination examination;
        examination.engine = {"fake", "1", "none", "", "cpu", "fp32", ""};
        examination.verdict = Verdict::Fake;
        examination.pFake = 0.93;
        examination.manner[Manner::AiGenerated] = 0.9;
        examination.clues.push_back(clue("The upper left is too smooth.", {0, 0, w / 4, h / 4}));
        examination.clues.push_back(clue("The lower right repeats.", {w / 2, h / 2, w / 4, h / 4}));
        return examination;
    }

    static core::examination::Clue clue(const char* text, core::Rect box) {
        core::examination::Clue clue;
        clue.text = text;
        clue.kind = core::examination::ClueKind::Texture;
        clue.direction = core::examination::Direction::Fake;
        clue.strength = 0.8;
        clue.regions = {{box, {}, 0.7}};
        return clue;
    }

    std::shared_ptr<FakeEngineControl> m_control;
};

} // namespace tests
