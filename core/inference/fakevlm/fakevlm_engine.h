// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine.h"

#include <filesystem>
#include <memory>
#include <string>

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

  private:
    struct Loaded;
    Options m_options;
    std::unique_ptr<Loaded> m_loaded;
};

} // namespace core::inference
