// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_classifier_fit.h"

#include "core/model/detector/tile_classifier.h"
#include "core/model/detector/tile_network.h"

#include <torch/torch.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <utility>

namespace core::model {

namespace {

constexpr double kSmoothing = 0.05;
constexpr int kWarmUp = 100;
constexpr int kReportEvery = 50;

using Random = std::mt19937_64;

/// Draws pictures of one class by weight, then one of their tiles.
class Drawer {
  public:
    Drawer(const std::vector<TrainingPicture>& pictures, bool isGenerated) {
        std::vector<double> weights;
        for (const TrainingPicture& picture : pictures) {
            if (picture.isGenerated != isGenerated || picture.tiles.empty())
                continue;
            m_pictures.push_back(&picture);
            weights.push_back(picture.weight);
        }
        m_choice = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
    }
    [[nodiscard]] bool isEmpty() const { return m_pictures.empty(); }
    PixelView draw(Random& random) {
        const TrainingPicture& picture = *m_pictures[m_choice(random)];
        return picture.tiles[std::uniform_int_distribution<std::size_t>(
            0, picture.tiles.size() - 1)(random)];
    }

  private:
    std::vector<const TrainingPicture*> m_pictures;
    std::discrete_distribution<std::size_t> m_choice;
};

/// @return [1, 3, crop, crop], flipped and turned at random
at::Tensor augmented(const PixelView& tile, int crop, Random& random) {
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const Rect place{upTo(tile.width - crop), upTo(tile.height - crop), crop, crop};
    at::Tensor pixels = gatheredTiles(tile, {place});
    if (upTo(1) == 1)
        pixels = pixels.flip({3});
    return pixels.rot90(upTo(3), {2, 3}).contiguous();
}

double rateAt(int step, const TileFitOptions& options) {
    const double warm = std::min(1.0, (step + 1.0) / kWarmUp);
    const double share = static_cast<double>(step) / options.steps;
    return options.learningRate * warm * (0.01 + 0.99 * 0.5 * (1 + std::cos(M_PI * share)));
}

void setLearningRate(torch::optim::AdamW& optimizer, double rate) {
    for (auto& group : optimizer.param_groups())
        static_cast<torch::optim::AdamWOptions&>(group.options()).lr(rate);
}

void train(TileNetwork& network, std::array<Drawer, 2>& classes, const TileFitOptions& options) {
    std::vector<at::Tensor> parameters;
    for (const std::string& name : trainableNames(network))
        parameters.push_back(network.tensors.at(name).requires_grad_(true));
    torch::optim::AdamW optimizer(
        parameters,
        torch::optim::AdamWOptions(options.learningRate).weight_decay(options.weightDecay));
    Random random(options.seed);
    double runningLoss = 0;
    for (int step = 0; step < options.steps; ++step) {
        setLearningRate(optimizer, rateAt(step, options));
        std::vector<at::Tensor> tiles;
        std::vector<float> labels;
        for (int i = 0; i < options.tilesPerStep; ++i) {
            const bool isGenerated = i % 2 == 1;
            tiles.push_back(
                augmented(classes[isGenerated ? 1 : 0].draw(random), options.crop, random));
            labels.push_back(static_cast<float>(isGenerated ? 1 - kSmoothing : kSmoothing));
        }
        const at::Tensor loss = at::binary_cross_entropy_with_logits(
            network.logOdds(at::cat(tiles, 0), Mode::Train), at::tensor(labels));
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
        runningLoss += loss.item<double>() / kReportEvery;
        if ((step + 1) % kReportEvery == 0) {
            if (options.progress)
                options.progress(step + 1, runningLoss);
            runningLoss = 0;
        }
    }
}

} // namespace

Result<void> fitTileClassifier(const std::vector<TrainingPicture>& pictures,
                               const TileFitOptions& options, const std::filesystem::path& file,
                               const std::map<std::string, std::string>& metadata) {
    std::array<Drawer, 2> classes = {Drawer(pictures, false), Drawer(pictures, true)};
    if (classes[0].isEmpty() || classes[1].isEmpty())
        return fail(ErrorCode::InvalidArgument, "Training needs pictures of both classes.");
    try {
        TileNetwork network = randomNetwork(options.seed);
        train(network, classes, options);
        return writeNetwork(network, file, metadata);
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, std::string("Training failed: ") + error.what());
    }
}

} // namespace core::model
