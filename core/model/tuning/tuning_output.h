// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/weight_map.h"
#include "core/model/tuning/adam_w.h"
#include "core/model/tuning/model_tuning.h"
#include "core/model/tuning/trainable_weights.h"

#include <filesystem>
#include <string>

namespace core::model {

/// Where a tuning is kept: what it trained, in files that other programs read, and what it needs to
/// go on, in the folder tuning_state.
class TuningOutput {
  public:
    /// @param base    outlives this
    /// @param source  folder of the base
    TuningOutput(const TuningOrder& order, std::filesystem::path source, const WeightMap& base)
        : m_order(order), m_source(std::move(source)), m_base(base) {}

    /// Makes the folder. @errors InvalidArgument when it exists, WriteFailed
    [[nodiscard]] Result<void> make() const;

    /// Writes everything; each file comes into its place in one step.
    /// @param mark  names the order, so that only the same one goes on
    /// @errors WriteFailed
    [[nodiscard]] Result<void> save(const TrainableWeights& weights, AdamW& optimizer,
                                    const std::string& mark) const;

    /// Puts the kept values into weights and optimizer.
    /// @errors those of SafetensorsFile::open; InvalidArgument when another order was kept;
    ///         ModelInvalid
    [[nodiscard]] Result<void> restore(const TrainableWeights& weights, AdamW& optimizer,
                                       const std::string& mark) const;

  private:
    [[nodiscard]] Result<void> saveAdapter(const TrainableWeights& weights) const;
    [[nodiscard]] Result<void> saveModel(const TrainableWeights& weights) const;
    [[nodiscard]] Result<void> saveState(const TrainableWeights& weights, AdamW& optimizer,
                                         const std::string& mark) const;
    /// The name that the base stores a weight under.
    [[nodiscard]] std::string storedName(const std::string& canonical) const;

    const TuningOrder& m_order;
    std::filesystem::path m_source;
    const WeightMap& m_base;
};

} // namespace core::model
