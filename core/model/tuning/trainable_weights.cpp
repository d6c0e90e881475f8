// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning/trainable_weights.h"

#include "core/model/checkpoint/expected_tensors.h"
#include "core/model/checkpoint/stored_tensor.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>

namespace core::model {

namespace {

constexpr std::string_view kText = "language_model.";
constexpr std::string_view kVision = "vision_tower.";
constexpr std::string_view kProjector = "multi_modal_projector.";

bool isTrainedWhole(const std::string& name, const TuningOrder& order) {
    return (order.trainsAll && name.starts_with(kText)) ||
           (order.trainsVision && name.starts_with(kVision)) ||
           (order.trainsProjector && name.starts_with(kProjector));
}

/// Even between -bound and bound, the same on every machine.
at::Tensor drawn(std::int64_t rows, std::int64_t columns, std::mt19937_64& random) {
    const double bound = 1 / std::sqrt(static_cast<double>(columns));
    at::Tensor tensor = at::empty({rows, columns}, at::kFloat);
    float* values = tensor.data_ptr<float>();
    for (std::int64_t i = 0; i < rows * columns; ++i)
        values[i] =
            static_cast<float>((static_cast<double>(random() >> 11U) * 0x1.0p-53 * 2 - 1) * bound);
    return tensor;
}

} // namespace

Result<TrainableWeights> TrainableWeights::load(const ModelConfig& config, const WeightMap& stored,
                                                const TuningOrder& order, const LoraAdapter* start,
                                                at::Device device, at::ScalarType compute,
                                                std::stop_token stop) {
    TrainableWeights weights;
    weights.m_device = device;
    weights.m_compute = compute;
    for (const ExpectedTensor& expected : expectedTensors(config)) {
        if (stop.stop_requested())
            return cancelled();
        const auto* place = stored.find(expected.name);
        at::Tensor wide = place == nullptr ? at::Tensor() : wideTensor(*place->file, *place->entry);
        if (!wide.defined() || wide.sizes().vec() != expected.shape)
            return fail(ErrorCode::ModelInvalid,
                        "The weight " + expected.name +
                            " cannot be trained: quantized checkpoints are for use only. Take the "
                            "original one.");
        // An adapter to start from may hold whole weights.
        if (start != nullptr && start->changes(expected.name) &&
            !start->halvesOf(expected.name).a.defined()) {
            if (auto fits = start->fits(expected.name, expected.shape); !fits)
                return tl::unexpected(fits.error());
            wide = start->applied(expected.name, wide);
        }
        const bool isTrained = isTrainedWhole(expected.name, order);
        at::Tensor& kept = weights.m_weights[expected.name];
        kept = wide.to(device, isTrained ? weights.wide() : compute);
        if (isTrained)
            weights.train(expected.name, kept);
        place->file->dropPages(*place->entry);
    }
    if (!order.trainsAll)
        if (auto added = weights.addAdapter(config, order, start); !added)
            return tl::unexpected(added.error());
    if (weights.m_trained.empty())
        return fail(ErrorCode::InvalidArgument, "There is nothing to train.");
    return weights;
}

void TrainableWeights::train(const std::string& name, at::Tensor& tensor) {
    tensor.set_requires_grad(true);
    m_trained.push_back({name, tensor});
}

Result<void> TrainableWeights::addAdapter(const ModelConfig& config, const TuningOrder& order,
                                          const LoraAdapter* start) {
    std::mt19937_64 random(order.seed);
    std::set<std::string> unused(order.targets.begin(), order.targets.end());
    for (const ExpectedTensor& expected : expectedTensors(config)) {
        const bool isLayer =
            expected.name.starts_with("language_model.model.layers.") && expected.shape.size() == 2;
        if (!isLayer)
            continue;
        const std::string layer =
            expected.name.substr(0, expected.name.size() - std::string_view(".weight").size());
        Halves halves;
        if (start != nullptr) {
            if (!start->changes(expected.name))
                continue;
            if (auto fits = start->fits(expected.name, expected.shape); !fits)
                return fits;
            const auto stored = start->halvesOf(expected.name);
            if (!stored.a.defined())
                continue;
            halves = {stored.a.to(m_device, wide()), stored.b.to(m_device, wide()),
                      start->config().scaleOf(layer)};
        } else {
            const auto target = std::ranges::find_if(
                order.targets, [&](const std::string& name) { return namesLayer(name, layer); });
            if (target == order.targets.end())
                continue;
            unused.erase(*target);
            halves.a = drawn(order.rank, expected.shape[1], random).to(m_device, wide());
            halves.b = at::zeros({expected.shape[0], order.rank}, wide()).to(m_device);
            halves.scale = order.alpha / static_cast<double>(order.rank);
        }
        train(layer + ".lora_A", halves.a);
        train(layer + ".lora_B", halves.b);
        m_halves.emplace(layer, std::move(halves));
    }
    if (start == nullptr && !unused.empty())
        return fail(ErrorCode::InvalidArgument,
                    "The target \"" + *unused.begin() + "\" names no layer of the language model.");
    if (start != nullptr && m_halves.empty())
        return fail(ErrorCode::InvalidArgument,
                    "The adapter to start from changes no layer of the language model.");
    return {};
}

at::Tensor TrainableWeights::product(const std::string& layer, const at::Tensor& x) const {
    const auto bias = m_weights.find(layer + ".bias");
    const at::Tensor input = x.to(m_compute);
    at::Tensor y = at::matmul(input, m_weights.at(layer + ".weight").to(m_compute).t());
    if (const auto found = m_halves.find(layer); found != m_halves.end()) {
        const Halves& halves = found->second;
        const at::Tensor small = at::matmul(input, halves.a.to(m_compute).t());
        y = y + at::matmul(small, halves.b.to(m_compute).t()) * halves.scale;
    }
    return bias == m_weights.end() ? y : y + bias->second.to(m_compute);
}

bool TrainableWeights::trains(std::string_view prefix) const {
    return std::ranges::any_of(
        m_trained, [&](const Trained& trained) { return trained.name.starts_with(prefix); });
}

} // namespace core::model
