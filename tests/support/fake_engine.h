// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"
#include "core/inference/language_abilities.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace tests {

/// What a test lets its engine do, and what it learns about it. Shared with the engine's thread.
struct FakeEngineControl {
    std::atomic<int> examined = 0;
    std::atomic<bool> waitsForCancel = false; ///< works until it is cancelled
    std::atomic<bool> failsToPrepare = false;
    std::atomic<int> millisecondsPerPicture = 0;
    std::atomic<bool> loadsUntilCancelled = false;
    std::atomic<int> loads = 0;               ///< begun
    std::atomic<bool> speaks = false;         ///< gives an answer word by word and takes questions
    std::atomic<bool> waitsMidAnswer = false; ///< stays at its second word until told otherwise
    std::atomic<int> capacity = 1;            ///< above 1: pictures are judged together
    std::atomic<int> together = 0;            ///< the most that were judged at the same time
};

/// An engine without a model: finds every picture fake, with two clues that have regions.
class FakeEngine : public core::inference::Engine, public core::inference::LanguageAbilities {
  public:
    explicit FakeEngine(std::shared_ptr<FakeEngineControl> control)
        : m_control(std::move(control)) {}

    core::examination::EngineRecord record() const override {
        return {"fake", "1", "none", "", "cpu", "fp32", ""};
    }

    core::Result<void> prepare(const core::ProgressCallback& progress,
                               std::stop_token stop) override {
        ++m_control->loads;
        for (int i = 0; m_control->loadsUntilCancelled; ++i) {
            if (stop.stop_requested())
                return core::cancelled();
            if (progress)
                progress("load", i % 100 / 100.0);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (m_control->failsToPrepare)
            return core::fail(core::ErrorCode::ModelMissing, "The test took the model away.");
        m_slotCount = m_control->capacity;
        return {};
    }

    int slotCount() const override { return m_slotCount; }

    core::Result<std::uint64_t> begin(const core::inference::EngineInput& input,
                                      const core::inference::EngineCallbacks& callbacks,
                                      std::stop_token stop) override {
        if (m_slotCount > 1 && callbacks.likelihood)
            callbacks.likelihood(0.93);
        m_begun.push_back({++m_lastTicket, finding(input), callbacks, std::move(stop)});
        m_control->together =
            std::max(m_control->together.load(), static_cast<int>(m_begun.size()));
        return m_lastTicket;
    }

    /// One word for each picture, three make an answer; with one slot, the whole picture.
    std::vector<core::inference::EngineResult> advance() override {
        std::vector<core::inference::EngineResult> finished;
        if (m_slotCount == 1) {
            for (const Begun& begun : std::exchange(m_begun, {}))
                finished.push_back({begun.ticket, examineAlone(begun)});
            return finished;
        }
        for (Begun& begun : m_begun) {
            if (begun.stop.stop_requested()) {
                finished.push_back({begun.ticket, core::cancelled()});
                continue;
            }
            if (begun.callbacks.answerPiece)
                begun.callbacks.answerPiece("word ");
            if (++begun.words < 3 || m_control->waitsMidAnswer)
                continue;
            ++m_control->examined;
            finished.push_back({begun.ticket, begun.finding});
        }
        for (const auto& result : finished)
            std::erase_if(m_begun, [&](const Begun& b) { return b.ticket == result.ticket; });
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return finished;
    }

    core::inference::LanguageAbilities* language() override {
        return m_control->speaks ? this : nullptr;
    }

    core::Result<core::examination::Examination> check(const core::inference::EngineInput&,
                                                       core::examination::Examination examined,
                                                       const std::vector<std::size_t>&,
                                                       const core::inference::EngineCallbacks&,
                                                       std::stop_token) override {
        return examined;
    }

    core::Result<std::string> ask(const core::inference::EngineInput&,
                                  const core::inference::Inquiry& inquiry,
                                  const core::inference::EngineCallbacks& callbacks,
                                  std::stop_token stop) override {
        return say({"You asked ", inquiry.question, " after ",
                    std::to_string(inquiry.earlier.size()), "."},
                   callbacks, stop);
    }

  private:
    struct Begun {
        std::uint64_t ticket = 0;
        core::examination::Examination finding;
        core::inference::EngineCallbacks callbacks;
        std::stop_token stop;
        int words = 0;
    };

    core::Result<core::examination::Examination> examineAlone(const Begun& begun) const {
        for (int i = 0; m_control->waitsForCancel || i < m_control->millisecondsPerPicture; ++i) {
            if (begun.stop.stop_requested())
                return core::cancelled();
            if (begun.callbacks.progress)
                begun.callbacks.progress("fake", i % 100 / 100.0);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ++m_control->examined;
        core::examination::Examination examination = begun.finding;
        if (m_control->speaks) {
            const auto answer = say({"This is a fake image.", " The hand", " has six", " fingers."},
                                    begun.callbacks, begun.stop);
            if (!answer)
                return tl::unexpected(answer.error());
            examination.answer = *answer;
        }
        return examination;
    }

    core::Result<std::string> say(const std::vector<std::string>& words,
                                  const core::inference::EngineCallbacks& callbacks,
                                  const std::stop_token& stop) const {
        std::string answer;
        for (const std::string& word : words) {
            answer += word;
            if (callbacks.answerPiece)
                callbacks.answerPiece(word);
            while (m_control->waitsMidAnswer && &word != &words.front()) {
                if (stop.stop_requested())
                    return core::cancelled();
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        }
        return answer;
    }

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
    std::vector<Begun> m_begun;
    std::uint64_t m_lastTicket = 0;
    int m_slotCount = 1;
};

} // namespace tests
