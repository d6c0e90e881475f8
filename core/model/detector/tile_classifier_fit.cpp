// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_classifier_fit.h"

#include "core/model/detector/tile_network.h"
#include "core/model/device_name.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <future>
#include <utility>

namespace core::model {

namespace {

constexpr double kSmoothing = 0.05;
constexpr int kWarmUp = 100;
constexpr int kReportEvery = 50;
constexpr double kChangedWeight = 0.5;
constexpr double kKeptShare = 0.995; ///< of the running mean of weights, at each step

/// @return [tiles, 3, side, side], float, R G B
at::Tensor pixelsOf(const std::vector<std::uint8_t>& bgr, std::int64_t side, at::Device device) {
    const auto count = static_cast<std::int64_t>(bgr.size()) / (side * side * 3);
    return torch::from_blob(const_cast<std::uint8_t*>(bgr.data()), {count, side, side, 3},
                            torch::kByte)
        .to(device)
        .permute({0, 3, 1, 2})
        .flip({1})
        .to(torch::kFloat)
        .contiguous(at::MemoryFormat::ChannelsLast);
}

at::Tensor generatedLoss(TileNetwork& network, const LabelledTiles& tiles, at::Device device) {
    const at::Tensor truth =
        at::tensor(tiles.isGenerated).to(device) * (1 - 2 * kSmoothing) + kSmoothing;
    const at::Tensor features =
        network.features(pixelsOf(tiles.bgr, tiles.side, device), Mode::Train);
    return at::binary_cross_entropy_with_logits(network.generatedLogOdds(features), truth);
}

at::Tensor changedLoss(TileNetwork& network, const MaskedTiles& tiles, at::Device device) {
    const at::Tensor features =
        network.features(pixelsOf(tiles.bgr, tiles.side, device), Mode::Train);
    const at::Tensor mean = features.mean({2, 3}, /*keepdim=*/true);
    const at::Tensor deviation =
        at::sqrt(features.var({2, 3}, /*unbiased=*/false, /*keepdim=*/true) + 1e-6);
    const at::Tensor logOdds = network.foreignLogOdds(features, mean, deviation);
    const at::Tensor truth = at::tensor(tiles.changedShare).to(device).view_as(logOdds);
    const at::Tensor found = at::sigmoid(logOdds);
    const at::Tensor dice =
        1 - (2 * (found * truth).sum({1, 2}) + 1) / (found.sum({1, 2}) + truth.sum({1, 2}) + 1);
    return at::binary_cross_entropy_with_logits(logOdds, truth) + dice.mean();
}

Result<TileNetwork> storedNetwork(const std::filesystem::path& path) {
    const auto file = SafetensorsFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return networkFrom(*file);
}

Result<TileNetwork> firstNetwork(const TileFitOptions& options, at::Device device) {
    auto network = options.start.empty() ? Result<TileNetwork>(randomNetwork(options.seed))
                                         : storedNetwork(options.start);
    if (!network)
        return network;
    for (auto& [name, tensor] : network->tensors)
        tensor = tensor.to(device);
    return network;
}

double rateAt(int step, const TileFitOptions& options) {
    const double warm = std::min(1.0, (step + 1.0) / kWarmUp);
    const double share = static_cast<double>(step) / options.steps;
    return options.learningRate * warm * (0.01 + 0.99 * 0.5 * (1 + std::cos(M_PI * share)));
}

/// The batches of the next steps, made in other threads while one is used.
class BatchesAhead {
  public:
    BatchesAhead(const std::function<TrainingBatch(int)>& batchOf, int first, int last, int threads)
        : m_batchOf(batchOf), m_next(first), m_last(last) {
        for (int i = 0; i < threads; ++i)
            startOne();
    }
    TrainingBatch take() {
        TrainingBatch batch = m_waiting.front().get();
        m_waiting.pop_front();
        startOne();
        return batch;
    }

  private:
    void startOne() {
        if (m_next < m_last)
            m_waiting.push_back(std::async(std::launch::async, m_batchOf, m_next++));
    }
    const std::function<TrainingBatch(int)>& m_batchOf;
    int m_next;
    int m_last;
    std::deque<std::future<TrainingBatch>> m_waiting;
};

/// A run in progress: the network, the running mean of its weights, the optimizer's state.
class Run {
  public:
    Run(const TileFitOptions& options, at::Device device, TileNetwork first,
        std::filesystem::path state)
        : m_options(options), m_device(device), m_state(std::move(state)),
          m_network(std::move(first)), m_names(trainableNames(m_network)),
          m_optimizer(parameters(), adamOptions()) {
        for (const std::string& name : m_names)
            m_mean.push_back(m_network.tensors.at(name).detach().clone());
        if (std::filesystem::exists(m_state))
            load();
    }

    void train(const std::function<TrainingBatch(int)>& batchOf) {
        BatchesAhead batches(batchOf, m_step, m_options.steps, std::max(1, m_options.threads));
        double runningLoss = 0;
        int summed = 0;
        while (m_step < m_options.steps) {
            runningLoss += oneStep(batches.take());
            ++summed;
            ++m_step;
            if (m_step % kReportEvery == 0) {
                if (m_options.progress)
                    m_options.progress(m_step, runningLoss / summed);
                runningLoss = 0;
                summed = 0;
            }
            if (m_step % m_options.saveEvery == 0 && m_step < m_options.steps)
                save();
        }
    }

    /// With the mean weights.
    [[nodiscard]] TileNetwork result() const {
        TileNetwork network = m_network;
        for (std::size_t i = 0; i < m_names.size(); ++i)
            network.tensors[m_names[i]] = m_mean[i];
        return network;
    }

  private:
    std::vector<at::Tensor> parameters() {
        std::vector<at::Tensor> parameters;
        for (const std::string& name : m_names)
            parameters.push_back(m_network.tensors.at(name).requires_grad_(true));
        return parameters;
    }
    [[nodiscard]] torch::optim::AdamWOptions adamOptions() const {
        return torch::optim::AdamWOptions(m_options.learningRate)
            .weight_decay(m_options.weightDecay);
    }

    double oneStep(const TrainingBatch& batch) {
        for (auto& group : m_optimizer.param_groups())
            group.options().set_lr(rateAt(m_step, m_options));
        at::Tensor loss = generatedLoss(m_network, batch.whole, m_device);
        if (!batch.changed.bgr.empty())
            loss = loss + kChangedWeight * changedLoss(m_network, batch.changed, m_device);
        m_optimizer.zero_grad();
        loss.backward();
        m_optimizer.step();
        const at::NoGradGuard noGradients;
        // While the run is young, its first random weights must not stay in the mean.
        const double kept = std::min(kKeptShare, (m_step + 1.0) / (m_step + 10.0));
        for (std::size_t i = 0; i < m_names.size(); ++i)
            m_mean[i].mul_(kept).add_(m_network.tensors.at(m_names[i]), 1 - kept);
        return loss.item<double>();
    }

    void save() {
        torch::serialize::OutputArchive archive;
        for (const auto& [name, tensor] : m_network.tensors)
            archive.write("network." + name, tensor.detach());
        for (std::size_t i = 0; i < m_names.size(); ++i)
            archive.write("mean." + m_names[i], m_mean[i]);
        archive.write("step", at::tensor(m_step));
        torch::serialize::OutputArchive optimizer;
        m_optimizer.save(optimizer);
        archive.write("optimizer", optimizer);
        const std::filesystem::path part = m_state.string() + ".part";
        archive.save_to(part.string());
        std::filesystem::rename(part, m_state);
    }

    void load() {
        torch::serialize::InputArchive archive;
        archive.load_from(m_state.string());
        const at::NoGradGuard noGradients;
        const auto read = [&](const std::string& name, at::Tensor& into) {
            at::Tensor stored;
            archive.read(name, stored);
            into.copy_(stored);
        };
        for (auto& [name, tensor] : m_network.tensors)
            read("network." + name, tensor);
        for (std::size_t i = 0; i < m_names.size(); ++i)
            read("mean." + m_names[i], m_mean[i]);
        at::Tensor step;
        archive.read("step", step);
        torch::serialize::InputArchive optimizer;
        archive.read("optimizer", optimizer);
        m_optimizer.load(optimizer);
        m_step = step.item<int>();
    }

    const TileFitOptions& m_options;
    at::Device m_device;
    std::filesystem::path m_state;
    TileNetwork m_network;
    std::vector<std::string> m_names;
    torch::optim::AdamW m_optimizer;
    std::vector<at::Tensor> m_mean;
    int m_step = 0;
};

} // namespace

Result<void> fitTileClassifier(const std::function<TrainingBatch(int)>& batchOf,
                               const TileFitOptions& options, const std::filesystem::path& file,
                               const std::map<std::string, std::string>& metadata) {
    if (batchOf(0).whole.isGenerated.empty())
        return fail(ErrorCode::InvalidArgument, "Training needs pictures of both classes.");
    const auto device = deviceNamed(options.device);
    if (!device)
        return tl::unexpected(device.error());
    auto first = firstNetwork(options, *device);
    if (!first)
        return tl::unexpected(first.error());
    const std::filesystem::path state = file.string() + ".state";
    try {
        Run run(options, *device, std::move(*first), state);
        run.train(batchOf);
        if (auto written = writeNetwork(run.result(), file, metadata); !written)
            return written;
        std::filesystem::remove(state);
        return {};
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, std::string("Training failed: ") + error.what());
    }
}

Result<void> copyWithMetadata(const std::filesystem::path& from, const std::filesystem::path& to,
                              const std::map<std::string, std::string>& metadata) {
    const auto network = storedNetwork(from);
    if (!network)
        return tl::unexpected(network.error());
    return writeNetwork(*network, to, metadata);
}

} // namespace core::model
