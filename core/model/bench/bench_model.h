// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/bench/model_bench.h"
#include "core/model/bench/random_weights.h"
#include "core/model/llava/loaded_checkpoint.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace core::model {

/// The configuration of a made-up model.
[[nodiscard]] ModelConfig configOf(RandomShape shape);

/// The model that is measured, from a folder or made up, and what one pass through it costs.
class BenchModel {
  public:
    /// Throws what libtorch throws. @errors those of benchModel
    [[nodiscard]] static Result<BenchModel>
    make(const ModelBenchOptions& options, const ProgressCallback& progress, std::stop_token stop);

    [[nodiscard]] const Llava& llava() const {
        return m_checkpoint ? *m_checkpoint->model : *m_made;
    }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] int bits() const { return m_bits; }
    /// Of the decoder's matrices, which each token multiplies.
    [[nodiscard]] std::uint64_t bytesPerToken() const { return m_bytesPerToken; }
    /// Multiplications and additions of the decoder's matrices for one token.
    [[nodiscard]] double opsPerToken() const { return m_opsPerToken; }
    /// The same for a picture, with the attention of the tower.
    [[nodiscard]] double opsPerImage() const { return m_opsPerImage; }

  private:
    static Result<BenchModel> makeUp(const ModelBenchOptions& options,
                                     const ProgressCallback& progress, std::stop_token stop);
    static Result<BenchModel> load(const ModelBenchOptions& options,
                                   const ProgressCallback& progress, std::stop_token stop);
    void countCosts();

    std::string m_name;
    int m_bits = 0;
    std::uint64_t m_bytesPerToken = 0;
    double m_opsPerToken = 0;
    double m_opsPerImage = 0;
    std::unique_ptr<RandomWeights::Memory> m_memory;
    std::unique_ptr<Llava> m_made;
    std::optional<LoadedCheckpoint> m_checkpoint;
};

} // namespace core::model
