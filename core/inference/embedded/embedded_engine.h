// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/single_slot_engine.h"

#include <filesystem>
#include <memory>

namespace core::inference {

/// The engine that ships with the program: classical analyzers, residual statistics and an image
/// network's first stages, fused into one calibrated probability, which the file's form joins.
/// Needs no download and no network.
class EmbeddedEngine : public SingleSlotEngine {
  public:
    /// @param models  folder with kernel_machines.safetensors, picture_network.safetensors,
    /// tile_classifier.safetensors and fusion.json; file_form.json may be missing
    explicit EmbeddedEngine(std::filesystem::path models);
    ~EmbeddedEngine() override;

    [[nodiscard]] examination::EngineRecord record() const override;
    [[nodiscard]] Result<void> prepare(const ProgressCallback& progress,
                                       std::stop_token stop) override;

  protected:
    [[nodiscard]] Result<examination::Examination> examine(const EngineInput& input,
                                                           const EngineCallbacks& callbacks,
                                                           std::stop_token stop) override;

  private:
    struct Loaded;
    std::filesystem::path m_models;
    std::unique_ptr<Loaded> m_loaded;
};

} // namespace core::inference
