// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_network.h"

#include <ATen/ATen.h>

#include <array>
#include <cmath>
#include <cstring>
#include <initializer_list>
#include <utility>

namespace core::model {

namespace {

constexpr double kOutputLimit = 8;
constexpr double kResidualLimit = 3;
constexpr double kMomentum = 0.03;
constexpr double kEpsilon = 1e-5;

struct Convolution {
    const char* name;
    std::int64_t in;
    std::int64_t out;
    std::int64_t kernel;
    std::int64_t stride;
};

/// The fixed filters have seen every pixel; the first convolution may halve the resolution at once,
/// which takes a quarter off the time of a training step.
constexpr std::array<Convolution, 7> kConvolutions = {{{"stage1", 13, 24, 5, 2},
                                                       {"stage2.a", 24, 48, 3, 2},
                                                       {"stage2.b", 48, 48, 3, 1},
                                                       {"stage3.a", 48, 96, 3, 2},
                                                       {"stage3.b", 96, 96, 3, 1},
                                                       {"stage4.a", 96, 128, 3, 2},
                                                       {"stage4.b", 128, 128, 3, 1}}};
constexpr std::int64_t kPooled = 2 * kFeatureChannels;
constexpr std::int64_t kForeignHidden = 32;
/// Standard scores of a cell are limited to this: a flat picture has hardly any deviation.
constexpr double kStandardLimit = 6;

at::Tensor kernel(std::initializer_list<float> weights, float divisor) {
    const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(weights.size())));
    const std::int64_t border = (5 - side) / 2;
    return at::constant_pad_nd(at::tensor(std::vector<float>(weights)).view({1, 1, side, side}),
                               {border, border, border, border}) /
           divisor;
}

/// [4, 1, 5, 5]: KV, SRM 3x3, second differences in x and y.
at::Tensor lumaKernels() {
    return at::cat({kernel({-1, 2,  -2, 2,  -1, 2,  -6, 8,  -6, 2,  -2, 8, -12,
                            8,  -2, 2,  -6, 8,  -6, 2,  -1, 2,  -2, 2,  -1},
                           12),
                    kernel({-1, 2, -1, 2, -4, 2, -1, 2, -1}, 4),
                    kernel({0, 0, 0, 1, -2, 1, 0, 0, 0}, 2),
                    kernel({0, 1, 0, 0, -2, 0, 0, 1, 0}, 2)},
                   0);
}

/// Each 2x2 cell minus its upper left pixel.
at::Tensor cellDifferences(const at::Tensor& rgb) {
    const at::Tensor corner =
        rgb.slice(2, 0, rgb.size(2), 2).slice(3, 0, rgb.size(3), 2); // [tiles, 3, side/2, side/2]
    return rgb - corner.repeat_interleave(2, 2).repeat_interleave(2, 3);
}

/// What suppresses the scene and keeps the traces. @return [tiles, 13, side, side]
at::Tensor frontEnd(const at::Tensor& rgb) {
    static const at::Tensor kKernels = lumaKernels();
    const at::Tensor luma =
        0.299 * rgb.slice(1, 0, 1) + 0.587 * rgb.slice(1, 1, 2) + 0.114 * rgb.slice(1, 2, 3);
    const at::Tensor residuals =
        at::conv2d(at::replication_pad2d(luma, {2, 2, 2, 2}), kKernels.to(rgb.device()));
    const at::Tensor smooth =
        at::avg_pool2d(at::replication_pad2d(rgb, {1, 1, 1, 1}), {3, 3}, {1, 1});
    const auto limited = [](const at::Tensor& values, double scale) {
        return (values / scale).clamp(-kResidualLimit, kResidualLimit);
    };
    return at::cat({limited(residuals, 3), limited(rgb - smooth, 5),
                    limited(cellDifferences(rgb), 8), (rgb - 128) / 64},
                   1);
}

/// A smooth limit keeps gradients alive in training.
at::Tensor limitedLogOdds(const at::Tensor& values) {
    return kOutputLimit * at::tanh(values / kOutputLimit);
}

std::map<std::string, std::vector<std::int64_t>> expectedShapes() {
    std::map<std::string, std::vector<std::int64_t>> shapes;
    for (const Convolution& convolution : kConvolutions) {
        const std::string name = convolution.name;
        shapes[name + ".weight"] = {convolution.out, convolution.in, convolution.kernel,
                                    convolution.kernel};
        for (const char* part : {".scale", ".shift", ".mean", ".variance"})
            shapes[name + part] = {convolution.out};
    }
    shapes["output.weight"] = {1, kPooled};
    shapes["output.bias"] = {1};
    shapes["foreign.hidden.weight"] = {kForeignHidden, 2 * kFeatureChannels, 1, 1};
    shapes["foreign.hidden.bias"] = {kForeignHidden};
    shapes["foreign.output.weight"] = {1, kForeignHidden, 1, 1};
    shapes["foreign.output.bias"] = {1};
    return shapes;
}

} // namespace

at::Tensor TileNetwork::features(const at::Tensor& rgb, Mode mode) {
    at::Tensor x = frontEnd(rgb).contiguous(at::MemoryFormat::ChannelsLast);
    for (const Convolution& convolution : kConvolutions) {
        const std::string name = convolution.name;
        const std::int64_t border = convolution.kernel / 2;
        const auto bias = tensors.find(name + ".bias");
        if (bias != tensors.end()) { // folded
            x = at::conv2d(x, tensors.at(name + ".weight"), bias->second, convolution.stride,
                           border);
            x.relu_();
            continue;
        }
        x = at::conv2d(x, tensors.at(name + ".weight"), {}, convolution.stride, border);
        x = at::relu(at::batch_norm(x, tensors.at(name + ".scale"), tensors.at(name + ".shift"),
                                    tensors.at(name + ".mean"), tensors.at(name + ".variance"),
                                    mode == Mode::Train, kMomentum, kEpsilon, false));
    }
    return x; // [tiles, kFeatureChannels, cells, cells]
}

TileNetwork TileNetwork::folded() const {
    TileNetwork network = *this;
    for (const Convolution& convolution : kConvolutions) {
        const std::string name = convolution.name;
        const at::Tensor factor =
            tensors.at(name + ".scale") / at::sqrt(tensors.at(name + ".variance") + kEpsilon);
        network.tensors[name + ".weight"] =
            (tensors.at(name + ".weight") * factor.view({-1, 1, 1, 1}))
                .contiguous(at::MemoryFormat::ChannelsLast);
        network.tensors[name + ".bias"] =
            tensors.at(name + ".shift") - tensors.at(name + ".mean") * factor;
    }
    return network;
}

at::Tensor TileNetwork::generatedLogOdds(const at::Tensor& features) const {
    const at::Tensor flat = features.flatten(2); // [tiles, kFeatureChannels, cells]
    const at::Tensor pooled =
        at::cat({flat.mean(2), at::sqrt(flat.var(2, /*unbiased=*/false) + 1e-4)}, 1);
    return limitedLogOdds(
        at::linear(pooled, tensors.at("output.weight"), tensors.at("output.bias")).squeeze(1));
}

at::Tensor TileNetwork::foreignLogOdds(const at::Tensor& features, const at::Tensor& mean,
                                       const at::Tensor& deviation) const {
    const at::Tensor standard =
        ((features - mean) / (deviation + 0.1)).clamp(-kStandardLimit, kStandardLimit);
    // As products of matrices: how oneDNN's convolutions of 1x1 sum depends on the number of
    // threads.
    const auto layer = [&](const std::string& name, const at::Tensor& values) {
        return at::linear(values, tensors.at(name + ".weight").flatten(1),
                          tensors.at(name + ".bias"));
    };
    const at::Tensor cells = at::cat({features, standard}, 1).permute({0, 2, 3, 1});
    return limitedLogOdds(
        layer("foreign.output", at::relu(layer("foreign.hidden", cells))).squeeze(3));
}

TileNetwork randomNetwork(std::uint64_t seed) {
    at::Generator generator = at::detail::createCPUGenerator(seed);
    TileNetwork network;
    for (const auto& [name, shape] : expectedShapes()) {
        at::Tensor tensor = at::zeros(shape, at::kFloat);
        if (name.ends_with(".scale") || name.ends_with(".variance"))
            tensor.fill_(1);
        else if (name.ends_with(".weight"))
            tensor.normal_(0, std::sqrt(2.0 / static_cast<double>(tensor[0].numel())), generator);
        network.tensors[name] = tensor;
    }
    return network;
}

std::vector<std::string> trainableNames(const TileNetwork& network) {
    std::vector<std::string> names;
    for (const auto& [name, tensor] : network.tensors) {
        if (!name.ends_with(".mean") && !name.ends_with(".variance"))
            names.push_back(name);
    }
    return names;
}

Result<TileNetwork> networkFrom(const SafetensorsFile& file) {
    TileNetwork network;
    for (const auto& [name, shape] : expectedShapes()) {
        const auto found = file.tensors().find(name);
        if (found == file.tensors().end() || found->second.type != DataType::F32 ||
            found->second.shape != shape)
            return fail(ErrorCode::ModelInvalid,
                        "the tensor " + name + " is missing or has another shape");
        at::Tensor tensor = at::empty(shape, at::kFloat);
        const auto bytes = file.bytes(found->second);
        std::memcpy(tensor.data_ptr<float>(), bytes.data(), bytes.size());
        network.tensors[name] = tensor;
    }
    return network;
}

Result<void> writeNetwork(const TileNetwork& network, const std::filesystem::path& file,
                          const std::map<std::string, std::string>& metadata) {
    std::vector<at::Tensor> kept;
    std::vector<TensorToWrite> tensors;
    for (const auto& [name, tensor] : network.tensors) {
        kept.push_back(tensor.detach().to(at::kCPU).contiguous());
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(kept.back().data_ptr<float>());
        tensors.push_back({name,
                           DataType::F32,
                           kept.back().sizes().vec(),
                           {bytes, static_cast<std::size_t>(kept.back().nbytes())}});
    }
    return writeSafetensors(file, tensors, metadata);
}

at::Tensor gatheredTiles(const PixelView& picture, const std::vector<Rect>& tiles) {
    const std::int64_t side = tiles.empty() ? 0 : tiles.front().width;
    const std::int64_t plane = side * side;
    at::Tensor batch =
        at::empty({static_cast<std::int64_t>(tiles.size()), 3, side, side}, at::kFloat);
    float* out = batch.data_ptr<float>();
    for (const Rect& tile : tiles) {
        for (std::int64_t y = 0; y < side; ++y) {
            const std::uint8_t* row = picture.data + (tile.y + y) * picture.bytesPerRow +
                                      static_cast<std::ptrdiff_t>(tile.x) * 3;
            float* line = out + y * side;
            for (std::int64_t x = 0; x < side; ++x) {
                line[x] = row[x * 3 + 2];
                line[plane + x] = row[x * 3 + 1];
                line[2 * plane + x] = row[x * 3];
            }
        }
        out += 3 * plane;
    }
    return batch;
}

at::Tensor gatheredHalfTiles(const PixelView& picture, const std::vector<Rect>& tiles) {
    return at::floor(at::avg_pool2d(gatheredTiles(picture, tiles), {2, 2}) + 0.5);
}

} // namespace core::model
