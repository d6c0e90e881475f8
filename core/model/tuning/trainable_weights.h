// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/checkpoint/lora_adapter.h"
#include "core/model/checkpoint/model_config.h"
#include "core/model/checkpoint/weight_map.h"
#include "core/model/tuning/model_tuning.h"

#include <ATen/ATen.h>

#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace core::model {

/// The weights of a checkpoint, some of which are trained: whole ones, or the small matrices of a
/// LoRA adapter beside them. What is trained is float32, or float64 when everything is.
class TrainableWeights {
  public:
    /// A layer's adapter.
    struct Halves {
        at::Tensor a; ///< [rank, in]
        at::Tensor b; ///< [out, rank]
        double scale = 1;
    };
    /// One trained tensor: the canonical name of a weight, or LAYER.lora_A and LAYER.lora_B.
    struct Trained {
        std::string name;
        at::Tensor tensor;
    };

    /// @param compute  type of what is not trained, and of products; kDouble: everything in it
    /// @param start    adapter to start from; null for a new one: A drawn evenly, B zero
    /// @errors ModelInvalid, InvalidArgument (a target names no layer), Cancelled
    [[nodiscard]] static Result<TrainableWeights>
    load(const ModelConfig& config, const WeightMap& stored, const TuningOrder& order,
         const LoraAdapter* start, at::Device device, at::ScalarType compute, std::stop_token stop);

    [[nodiscard]] const at::Tensor& weight(const std::string& name) const {
        return m_weights.at(name);
    }
    [[nodiscard]] bool has(const std::string& name) const { return m_weights.contains(name); }
    /// A layer's product with its adapter's.
    /// @param layer  without ".weight"
    /// @param x      [rows, in]
    [[nodiscard]] at::Tensor product(const std::string& layer, const at::Tensor& x) const;

    [[nodiscard]] const std::vector<Trained>& trained() const { return m_trained; }
    [[nodiscard]] const std::map<std::string, Halves>& halves() const { return m_halves; }
    [[nodiscard]] bool trains(std::string_view prefix) const; ///< any name that begins so
    [[nodiscard]] at::Device device() const { return m_device; }
    [[nodiscard]] at::ScalarType compute() const { return m_compute; }
    /// Of sums, norms and what is trained.
    [[nodiscard]] at::ScalarType wide() const {
        return m_compute == at::kDouble ? at::kDouble : at::kFloat;
    }

  private:
    [[nodiscard]] Result<void> addAdapter(const ModelConfig& config, const TuningOrder& order,
                                          const LoraAdapter* start);
    void train(const std::string& name, at::Tensor& tensor);

    std::map<std::string, at::Tensor> m_weights;
    std::map<std::string, Halves> m_halves; ///< by layer
    std::vector<Trained> m_trained;
    at::Device m_device = at::kCPU;
    at::ScalarType m_compute = at::kFloat;
};

} // namespace core::model
