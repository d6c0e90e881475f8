// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_classifier_fit.h"

#include "core/model/checkpoint/safetensors.h"
#include "core/model/detector/residual_features.h"
#include "core/model/detector/tile_network.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <span>
#include <utility>

namespace core::model {

namespace {

struct Batch {
    at::Tensor rows;    ///< [pictures, tiles, features]
    at::Tensor labels;  ///< [pictures], 0 or 1
    at::Tensor weights; ///< [pictures]
};

at::Tensor stacked(const std::vector<TrainingTiles>& pictures) {
    std::vector<std::vector<float>> rows;
    for (const TrainingTiles& picture : pictures)
        rows.insert(rows.end(), picture.rows->begin(), picture.rows->end());
    return tableFrom(rows);
}

TileNetwork initialNetwork(const std::vector<TrainingTiles>& pictures, std::uint64_t seed) {
    torch::manual_seed(seed);
    TileNetwork network;
    const at::Tensor all = stacked(pictures);
    network.mean = all.mean(0);
    network.scale = all.std(0) + 1e-3;
    const std::int64_t features = all.size(1);
    const auto uniform = [](std::vector<std::int64_t> shape, double fanIn) {
        return (at::rand(shape, at::kFloat) * 2 - 1) / std::sqrt(fanIn);
    };
    network.hiddenWeight = uniform({kTileHidden, features}, static_cast<double>(features));
    network.hiddenBias = at::zeros({kTileHidden}, at::kFloat);
    network.outputWeight = uniform({1, kTileHidden}, static_cast<double>(kTileHidden));
    network.outputBias = at::zeros({1}, at::kFloat);
    return network;
}

Batch batchOf(const std::vector<TrainingTiles>& pictures, std::span<const std::size_t> chosen,
              int tiles, std::mt19937_64& random) {
    std::vector<std::vector<float>> rows;
    std::vector<float> labels;
    std::vector<float> weights;
    for (const std::size_t index : chosen) {
        const TrainingTiles& picture = pictures[index];
        std::uniform_int_distribution<std::size_t> any(0, picture.rows->size() - 1);
        for (int i = 0; i < tiles; ++i)
            rows.push_back((*picture.rows)[any(random)]);
        labels.push_back(picture.isGenerated ? 1.0F : 0.0F);
        weights.push_back(static_cast<float>(picture.weight));
    }
    const auto count = static_cast<std::int64_t>(chosen.size());
    return {tableFrom(rows).view({count, tiles, -1}), at::tensor(labels), at::tensor(weights)};
}

void setLearningRate(torch::optim::AdamW& optimizer, double rate) {
    for (auto& group : optimizer.param_groups())
        static_cast<torch::optim::AdamWOptions&>(group.options()).lr(rate);
}

void train(TileNetwork& network, const std::vector<TrainingTiles>& pictures,
           const TileFitOptions& options) {
    const std::vector<at::Tensor> parameters = {network.hiddenWeight, network.hiddenBias,
                                                network.outputWeight, network.outputBias};
    for (const at::Tensor& parameter : parameters)
        parameter.requires_grad_(true);
    torch::optim::AdamW optimizer(
        parameters,
        torch::optim::AdamWOptions(options.learningRate).weight_decay(options.weightDecay));
    std::mt19937_64 random(options.seed);
    std::vector<std::size_t> order(pictures.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto perStep = static_cast<std::size_t>(options.picturesPerStep);
    const std::size_t steps = (order.size() + perStep - 1) / perStep;
    const double total = static_cast<double>(steps) * options.epochs;
    double done = 0;
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        std::shuffle(order.begin(), order.end(), random);
        for (std::size_t step = 0; step < steps; ++step, ++done) {
            setLearningRate(optimizer,
                            options.learningRate * 0.5 * (1 + std::cos(3.14159265 * done / total)));
            const std::size_t first = step * perStep;
            const Batch batch = batchOf(
                pictures, std::span(order).subspan(first, std::min(perStep, order.size() - first)),
                options.tilesPerPicture, random);
            const at::Tensor picture = network.logOdds(batch.rows).mean(1);
            const at::Tensor loss = at::binary_cross_entropy_with_logits(
                picture, batch.labels * 0.9 + 0.05, batch.weights);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
    }
    for (const at::Tensor& parameter : parameters)
        parameter.requires_grad_(false);
}

/// Where 90 % of the photographs' picture means lie.
std::pair<double, double> photographRange(const TileNetwork& network,
                                          const std::vector<TrainingTiles>& pictures) {
    std::vector<double> means;
    for (const TrainingTiles& picture : pictures) {
        if (!picture.isGenerated)
            means.push_back(network.logOdds(tableFrom(*picture.rows)).mean().item<double>());
    }
    if (means.empty())
        return {0, 0};
    std::ranges::sort(means);
    const auto at = [&](double share) {
        return means[static_cast<std::size_t>(share * static_cast<double>(means.size() - 1))];
    };
    return {at(0.05), at(0.95)};
}

std::string joinedNames() {
    std::string text;
    for (const std::string& name : residualFeatureNames())
        text += (text.empty() ? "" : ",") + name;
    return text;
}

Result<void> write(const TileNetwork& network, const std::filesystem::path& file,
                   const std::map<std::string, std::string>& metadata) {
    const std::vector<std::pair<std::string, at::Tensor>> parts = {
        {"mean", network.mean.contiguous()},
        {"scale", network.scale.contiguous()},
        {"hidden.weight", network.hiddenWeight.contiguous()},
        {"hidden.bias", network.hiddenBias.contiguous()},
        {"output.weight", network.outputWeight.contiguous()},
        {"output.bias", network.outputBias.contiguous()}};
    std::vector<TensorToWrite> tensors;
    for (const auto& [name, tensor] : parts) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(tensor.data_ptr<float>());
        tensors.push_back({name,
                           DataType::F32,
                           tensor.sizes().vec(),
                           {bytes, static_cast<std::size_t>(tensor.nbytes())}});
    }
    return writeSafetensors(file, tensors, metadata);
}

} // namespace

Result<void> fitTileClassifier(const std::vector<TrainingTiles>& pictures,
                               const TileFitOptions& options, const std::filesystem::path& file,
                               std::map<std::string, std::string> metadata) {
    if (pictures.empty())
        return fail(ErrorCode::InvalidArgument, "There are no pictures to train on.");
    try {
        TileNetwork network = initialNetwork(pictures, options.seed);
        train(network, pictures, options);
        const torch::NoGradGuard inferenceOnly;
        const auto [low, high] = photographRange(network, pictures);
        metadata["features"] = joinedNames();
        // A range measured on pictures kept out of training, when given, is the honest one.
        metadata.emplace("reference_low", std::to_string(low));
        metadata.emplace("reference_high", std::to_string(high));
        return write(network, file, metadata);
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, std::string("Training failed: ") + error.what());
    }
}

} // namespace core::model
