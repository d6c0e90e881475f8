// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/checkpoint/weight_loader.h"
#include "core/model/checkpoint/weight_map.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core::model {

class LoraAdapter;

/// Float32: fastest on the CPU, four bytes per weight. AsStored: matrices stay as they are in the
/// file and are widened for each product; half the memory for float16 and bfloat16 checkpoints.
enum class WeightStorage { Float32, AsStored };

/// Converts the weights of a checkpoint tensor by tensor. A quantized matrix is used where it lies
/// in the mapped file; with AsStored every matrix may be.
class CheckpointWeights : public WeightLoader {
  public:
    struct Options {
        WeightStorage storage = WeightStorage::Float32;
        at::Device device = at::kCPU;
        ProgressCallback progress;
        std::stop_token stop;
        const LoraAdapter* adapter = nullptr; ///< merged while loading; outlives this
    };

    CheckpointWeights(const WeightMap& weights, Options options);

    [[nodiscard]] at::Tensor wide(const std::string& name,
                                  const std::vector<std::int64_t>& shape) override;
    [[nodiscard]] at::Tensor matrix(const std::string& name,
                                    const std::vector<std::int64_t>& shape) override;
    [[nodiscard]] Linear linear(const std::string& name, std::int64_t out, std::int64_t in,
                                bool hasBias) override;
    [[nodiscard]] Linear sharing(const at::Tensor& matrix) const override {
        return {matrix, {}, m_scratch};
    }
    /// @errors ModelInvalid (a weight is missing, misshapen or of a type that is not supported),
    /// Cancelled
    [[nodiscard]] Result<void> status() const override;

  private:
    [[nodiscard]] const WeightMap::Place* place(const std::string& name,
                                                const std::vector<std::int64_t>& shape);
    /// What the adapter makes of a weight, if it changes it.
    [[nodiscard]] at::Tensor adapted(const std::string& name, const at::Tensor& base);
    [[nodiscard]] bool isAdapted(const std::string& name) const;
    [[nodiscard]] at::Tensor converted(const WeightMap::Place& place, at::ScalarType type);

    const WeightMap& m_weights;
    Options m_options;
    std::shared_ptr<WideningScratch> m_scratch = std::make_shared<WideningScratch>();
    std::optional<Error> m_failure;
    std::uint64_t m_totalBytes = 0;
    std::uint64_t m_doneBytes = 0;
};

} // namespace core::model
