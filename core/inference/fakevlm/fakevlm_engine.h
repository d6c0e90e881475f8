// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace core::inference {

/// FakeVLM, or any model of its kind, from a folder that the user has. Its probability comes from
/// the model itself, its clues are the sentences of its answer.
class FakeVlmEngine : public Engine {
  public:
    struct Options {
        std::filesystem::path directory;    ///< checkpoint folder
        std::string question;               ///< empty: the published one
        std::filesystem::path knownDigests; ///< file that remembers hashes of weights; may be empty
        int maxNewTokens = 256;
    };

    explicit FakeVlmEngine(Options options);
    ~FakeVlmEngine() override;

    [[nodiscard]] examination::EngineRecord record() const override;
    [[nodiscard]] Result<void> prepare(const ProgressCallback& progress,
                                       std::stop_token stop) override;
    [[nodiscard]] Result<examination::Examination> examine(const EngineInput& input,
                                                           const EngineCallbacks& callbacks,
                                                           std::stop_token stop) override;
    [[nodiscard]] Result<examination::Examination> check(const EngineInput& input,
                                                         examination::Examination examined,
                                                         const std::vector<std::size_t>& clues,
                                                         const EngineCallbacks& callbacks,
                                                         std::stop_token stop) override;
    /// Asked about another picture than the last one, it first says again what it said about it:
    /// generation is greedy, so that the words are the same.
    [[nodiscard]] Result<std::string> ask(const EngineInput& input, const Inquiry& inquiry,
                                          const EngineCallbacks& callbacks,
                                          std::stop_token stop) override;

  private:
    struct Loaded;
    /// What the model's memory holds: a picture and the further questions answered about it.
    struct Talk {
        std::string sha256; ///< of the picture's file; empty: nothing
        std::vector<std::string> questions;
    };
    [[nodiscard]] Result<void> recall(const EngineInput& input,
                                      const std::vector<std::string>& questions,
                                      std::stop_token stop);

    Options m_options;
    std::unique_ptr<Loaded> m_loaded;
    Talk m_talk;
};

} // namespace core::inference
