// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/autoencoder.h"

#include "core/model/detector/tile_network.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace core::model {

namespace nn = torch::nn;

namespace {

constexpr std::int64_t kMostChannels = 96;
/// A tile must be divisible by the strides of all designs.
constexpr int kTileMultiple = 16;
constexpr int kWarmUp = 50;
constexpr int kReportEvery = 100;
constexpr double kGradientWeight = 0.5;
constexpr double kLargestGradient = 0.5;

nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel = 3,
                       std::int64_t stride = 1) {
    const std::int64_t border = kernel == 3 ? 1 : 0;
    return nn::Conv2d(nn::Conv2dOptions(in, out, kernel).stride(stride).padding(border));
}

nn::LeakyReLU activation() {
    return nn::LeakyReLU(nn::LeakyReLUOptions().negative_slope(0.1));
}

void addDoubling(nn::Sequential& layers, Upsampling kind, std::int64_t in, std::int64_t out) {
    const std::vector<double> twice{2, 2};
    switch (kind) {
    case Upsampling::Nearest:
        layers->push_back(
            nn::Upsample(nn::UpsampleOptions().scale_factor(twice).mode(torch::kNearest)));
        layers->push_back(convolution(in, out));
        return;
    case Upsampling::Bilinear:
        layers->push_back(nn::Upsample(
            nn::UpsampleOptions().scale_factor(twice).mode(torch::kBilinear).align_corners(false)));
        layers->push_back(convolution(in, out));
        return;
    case Upsampling::Transposed4:
        layers->push_back(
            nn::ConvTranspose2d(nn::ConvTranspose2dOptions(in, out, 4).stride(2).padding(1)));
        return;
    case Upsampling::PixelShuffle:
        layers->push_back(convolution(in, out * 4));
        layers->push_back(nn::PixelShuffle(nn::PixelShuffleOptions(2)));
        return;
    }
}

nn::Sequential networkOf(const AutoencoderDesign& design) {
    nn::Sequential layers;
    layers->push_back(convolution(3, design.width));
    layers->push_back(activation());
    std::int64_t channels = design.width;
    for (int stage = 1; stage <= design.stages; ++stage) {
        const std::int64_t next =
            std::min(kMostChannels, static_cast<std::int64_t>(design.width) << stage);
        layers->push_back(convolution(channels, next, 3, 2));
        layers->push_back(activation());
        layers->push_back(convolution(next, next));
        layers->push_back(activation());
        channels = next;
    }
    layers->push_back(convolution(channels, design.latent, 1));
    layers->push_back(convolution(design.latent, channels));
    layers->push_back(activation());
    for (int stage = 0; stage < design.stages; ++stage) {
        const std::int64_t next = std::max<std::int64_t>(design.width, channels / 2);
        addDoubling(layers, design.upsampling, channels, next);
        layers->push_back(activation());
        layers->push_back(convolution(next, next));
        layers->push_back(activation());
        channels = next;
    }
    layers->push_back(convolution(channels, 3));
    return layers;
}

at::Tensor lossOf(const at::Tensor& wanted, const at::Tensor& given) {
    const at::Tensor difference = wanted - given;
    return difference.abs().mean() + kGradientWeight * (difference.diff(1, 2).abs().mean() +
                                                        difference.diff(1, 3).abs().mean());
}

/// -1 to 1
at::Tensor centered(const at::Tensor& rgb) {
    return (rgb / 127.5 - 1).contiguous(at::MemoryFormat::ChannelsLast);
}

at::Tensor crops(const std::vector<PixelView>& tiles, const AutoencoderFitOptions& options,
                 std::mt19937_64& random) {
    const auto upTo = [&](std::size_t most) {
        return static_cast<int>(std::uniform_int_distribution<std::size_t>(0, most)(random));
    };
    std::vector<at::Tensor> batch;
    for (int i = 0; i < options.tilesPerStep; ++i) {
        const PixelView& tile = tiles[static_cast<std::size_t>(upTo(tiles.size() - 1))];
        const Rect place{upTo(static_cast<std::size_t>(tile.width - options.crop)),
                         upTo(static_cast<std::size_t>(tile.height - options.crop)), options.crop,
                         options.crop};
        const at::Tensor pixels = gatheredTiles(tile, {place});
        batch.push_back(upTo(1) == 1 ? pixels.flip({3}) : pixels);
    }
    return centered(at::cat(batch, 0));
}

void train(nn::Sequential& network, const std::vector<PixelView>& tiles,
           const AutoencoderFitOptions& options) {
    torch::optim::AdamW optimizer(network->parameters(), options.learningRate);
    std::mt19937_64 random(options.seed);
    double runningLoss = 0;
    for (int step = 0; step < options.steps; ++step) {
        const double share = static_cast<double>(step) / options.steps;
        const double rate = options.learningRate * std::min(1.0, (step + 1.0) / kWarmUp) *
                            (0.02 + 0.98 * 0.5 * (1 + std::cos(M_PI * share)));
        for (auto& group : optimizer.param_groups())
            group.options().set_lr(rate);
        const at::Tensor wanted = crops(tiles, options, random);
        const at::Tensor loss = lossOf(wanted, network->forward(wanted));
        optimizer.zero_grad();
        loss.backward();
        nn::utils::clip_grad_norm_(network->parameters(), kLargestGradient);
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

struct Autoencoder::Network {
    nn::Sequential layers;
};

Autoencoder::Autoencoder(std::unique_ptr<Network> network) : m_network(std::move(network)) {}
Autoencoder::Autoencoder(Autoencoder&&) noexcept = default;
Autoencoder& Autoencoder::operator=(Autoencoder&&) noexcept = default;
Autoencoder::~Autoencoder() = default;

Result<void> Autoencoder::fit(const AutoencoderDesign& design, const std::vector<PixelView>& tiles,
                              const AutoencoderFitOptions& options,
                              const std::filesystem::path& file) {
    if (tiles.empty())
        return fail(ErrorCode::InvalidArgument, "An autoencoder needs tiles to be fitted to.");
    try {
        torch::manual_seed(options.seed);
        nn::Sequential network = networkOf(design);
        network->to(torch::kFloat);
        for (at::Tensor& parameter : network->parameters()) {
            if (parameter.dim() == 4)
                parameter.set_data(parameter.data().contiguous(at::MemoryFormat::ChannelsLast));
        }
        train(network, tiles, options);
        const auto part = file.string() + ".part";
        torch::save(network, part);
        std::filesystem::rename(part, file);
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
                    std::string("The autoencoder could not be fitted: ") + error.what());
    }
    return {};
}

Result<Autoencoder> Autoencoder::load(const AutoencoderDesign& design,
                                      const std::filesystem::path& file) {
    if (!std::filesystem::exists(file))
        return fail(ErrorCode::FileNotFound, "There is no autoencoder " + file.string() + ".");
    try {
        auto network = std::make_unique<Network>(Network{networkOf(design)});
        torch::load(network->layers, file.string());
        network->layers->eval();
        return Autoencoder(std::move(network));
    } catch (const std::exception& error) {
        return fail(ErrorCode::ModelInvalid,
                    "The autoencoder " + file.string() + " cannot be used: " + error.what());
    }
}

Result<std::vector<float>> Autoencoder::reconstructed(const PixelView& tile) const {
    if (tile.isEmpty() || tile.width % kTileMultiple != 0 || tile.height % kTileMultiple != 0)
        return fail(ErrorCode::InvalidArgument, "A tile's sides must be multiples of 16.");
    try {
        const at::NoGradGuard inferenceOnly;
        const at::Tensor whole = at::empty({tile.height, tile.width, 3}, at::kByte);
        for (int y = 0; y < tile.height; ++y)
            std::copy_n(tile.data + y * tile.bytesPerRow, std::size_t{3} * tile.width,
                        whole.data_ptr<std::uint8_t>() + std::ptrdiff_t{3} * tile.width * y);
        // B G R to R G B and back.
        const at::Tensor rgb = whole.permute({2, 0, 1}).flip({0}).unsqueeze(0).to(at::kFloat);
        const at::Tensor out = ((m_network->layers->forward(centered(rgb)) + 1) * 127.5)
                                   .clamp(0, 255)
                                   .squeeze(0)
                                   .flip({0})
                                   .permute({1, 2, 0})
                                   .contiguous();
        return std::vector<float>(out.data_ptr<float>(), out.data_ptr<float>() + out.numel());
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, std::string("The reconstruction failed: ") + error.what());
    }
}

} // namespace core::model
