// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/picture_network.h"

#include "core/model/checkpoint/safetensors.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <omp.h>

#include <array>
#include <cstring>
#include <iterator>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

namespace core::model {

namespace {

/// Added to the variance before its root, as the network was trained.
constexpr double kVarianceFloor = 1e-3;

constexpr const NetworkStage& kLastStage = kNetworkStages[std::size(kNetworkStages) - 1];
static_assert(kLastStage.firstValue + 2 * kLastStage.channels == kNetworkFeatures);

/// A convolution with its normalization folded in.
struct Convolution {
    at::Tensor kernel; ///< [out, in, rows, columns]
    at::Tensor bias;   ///< [out]
};

/// A tensor that is stored in 8 bit: value = least + step * byte. @throws std::runtime_error
at::Tensor expanded(const SafetensorsFile& file, const std::string& name) {
    const auto found = file.tensors().find(name);
    const auto range = file.tensors().find(name + ".range");
    if (found == file.tensors().end() || range == file.tensors().end())
        throw std::runtime_error("it lacks \"" + name + "\"");
    if (found->second.type != DataType::U8 || range->second.type != DataType::F32 ||
        range->second.elements() != 2)
        throw std::runtime_error("\"" + name + "\" has another type");
    std::array<float, 2> leastAndStep{};
    std::memcpy(leastAndStep.data(), file.bytes(range->second).data(), sizeof leastAndStep);
    auto bytes = at::empty(found->second.shape, at::kByte);
    const auto stored = file.bytes(found->second);
    std::memcpy(bytes.data_ptr<std::uint8_t>(), stored.data(), stored.size());
    return bytes.to(at::kFloat).mul_(leastAndStep[1]).add_(leastAndStep[0]);
}

/// @throws std::runtime_error
Convolution convolutionFrom(const SafetensorsFile& file, int number, at::ScalarType type) {
    const std::string convolution = "conv2d_" + std::to_string(number) + "/kernel";
    const std::string normalization = "batch_normalization_" + std::to_string(number) + "/";
    const at::Tensor stored = expanded(file, convolution); // [rows, columns, in, out]
    if (stored.dim() != 4)
        throw std::runtime_error("\"" + convolution + "\" has another shape");
    const at::Tensor factor =
        expanded(file, normalization + "moving_variance").add_(kVarianceFloor).rsqrt_();
    const at::Tensor beta = expanded(file, normalization + "beta");
    const at::Tensor mean = expanded(file, normalization + "moving_mean");
    if (factor.dim() != 1 || factor.size(0) != stored.size(3) || beta.sizes() != factor.sizes() ||
        mean.sizes() != factor.sizes())
        throw std::runtime_error("\"" + normalization + "\" has another shape");
    const at::Tensor kernel = stored.mul(factor).permute({3, 2, 0, 1});
    return {kernel.to(type).contiguous(at::MemoryFormat::ChannelsLast),
            (beta - mean * factor).to(type)};
}

/// One run of the network: convolutions are taken in the order of their numbers.
class Run {
  public:
    Run(const std::vector<Convolution>& convolutions, at::Tensor picture)
        : m_convolutions(convolutions), m_picture(std::move(picture)) {}

    std::vector<float> features() {
        m_features.reserve(kNetworkFeatures);
        stem();
        for (int block = 0; block < 3; ++block)
            smallBlock();
        reduction();
        wideBlock();
        return std::move(m_features);
    }

  private:
    /// @param number  as the file counts, from 1
    [[nodiscard]] at::Tensor convolved(const at::Tensor& input, int number, int stride = 1,
                                       bool keepsSize = true) const {
        const Convolution& each = m_convolutions.at(static_cast<std::size_t>(number - 1));
        const std::array<std::int64_t, 2> border{keepsSize ? each.kernel.size(2) / 2 : 0,
                                                 keepsSize ? each.kernel.size(3) / 2 : 0};
        return at::conv2d(input, each.kernel, each.bias, stride, border).relu_();
    }
    [[nodiscard]] at::Tensor chain(at::Tensor value, int first, int count) const {
        for (int i = 0; i < count; ++i)
            value = convolved(value, first + i);
        return value;
    }
    static at::Tensor averaged(const at::Tensor& input) {
        return at::avg_pool2d(input, 3, 1, 1, false, false);
    }
    static at::Tensor reduced(const at::Tensor& input) { return at::max_pool2d(input, 3, 2); }

    /// Means and deviations of what a stage gives out.
    void record(const at::Tensor& stage) {
        const at::Tensor values = stage[0].flatten(1).to(at::kFloat);
        for (const at::Tensor& each : {values.mean(1), values.std(1, false)}) {
            const at::Tensor flat = each.contiguous();
            m_features.insert(m_features.end(), flat.data_ptr<float>(),
                              flat.data_ptr<float>() + flat.numel());
        }
    }

    void stem() {
        at::Tensor value = convolved(m_picture, 1, 2, false);
        value = convolved(convolved(value, 2, 1, false), 3);
        record(value);
        value = convolved(convolved(reduced(value), 4, 1, false), 5, 1, false);
        record(value);
        m_value = reduced(value);
    }
    void smallBlock() {
        m_value = at::cat({convolved(m_value, m_next), chain(m_value, m_next + 1, 2),
                           chain(m_value, m_next + 3, 3), convolved(averaged(m_value), m_next + 6)},
                          1);
        m_next += 7;
        record(m_value);
    }
    void reduction() {
        m_value = at::cat({convolved(m_value, m_next, 2, false),
                           convolved(chain(m_value, m_next + 1, 2), m_next + 3, 2, false),
                           reduced(m_value)},
                          1);
        m_next += 4;
        record(m_value);
    }
    void wideBlock() {
        m_value = at::cat({convolved(m_value, m_next), chain(m_value, m_next + 1, 3),
                           chain(m_value, m_next + 4, 5), convolved(averaged(m_value), m_next + 9)},
                          1);
        m_next += 10;
        record(m_value);
    }
    const std::vector<Convolution>& m_convolutions;
    at::Tensor m_picture;
    at::Tensor m_value;
    int m_next = 6; ///< the first convolution behind the stem
    std::vector<float> m_features;
};

} // namespace

struct PictureNetwork::Weights {
    std::vector<Convolution> convolutions;
    at::ScalarType type = at::kFloat;
};

PictureNetwork::PictureNetwork(std::unique_ptr<Weights> weights) : m_weights(std::move(weights)) {}
PictureNetwork::PictureNetwork(PictureNetwork&&) noexcept = default;
PictureNetwork& PictureNetwork::operator=(PictureNetwork&&) noexcept = default;
PictureNetwork::~PictureNetwork() = default;

Result<PictureNetwork> PictureNetwork::load(const std::filesystem::path& file,
                                            NetworkPrecision precision) {
    const auto opened = SafetensorsFile::open(file);
    if (!opened && opened.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::ModelMissing, "The embedded engine's file " + file.string() +
                                                 " is missing; reinstall Clueglass.");
    if (!opened)
        return tl::unexpected(opened.error());
    try {
        const at::NoGradGuard inferenceOnly;
        auto weights = std::make_unique<Weights>();
        weights->type = precision == NetworkPrecision::Half ? at::kBFloat16 : at::kFloat;
        for (int number = 1; number <= kNetworkConvolutions; ++number)
            weights->convolutions.push_back(convolutionFrom(*opened, number, weights->type));
        return PictureNetwork(std::move(weights));
    } catch (const std::exception& error) {
        return fail(ErrorCode::ModelInvalid, "The embedded engine's file " + file.string() +
                                                 " cannot be used: " + error.what() +
                                                 "; reinstall Clueglass.");
    }
}

Result<std::vector<float>> PictureNetwork::features(std::span<const std::uint8_t> bgr) const {
    constexpr std::size_t kBytes = 3UL * kNetworkSide * kNetworkSide;
    if (bgr.size() != kBytes)
        return fail(ErrorCode::InvalidArgument, "The picture for the network has another size.");
    try {
        const at::NoGradGuard inferenceOnly;
        auto bytes = at::empty({1, kNetworkSide, kNetworkSide, 3}, at::kByte);
        std::memcpy(bytes.data_ptr<std::uint8_t>(), bgr.data(), kBytes);
        const at::Tensor picture = bytes.flip(3)
                                       .to(at::kFloat)
                                       .div_(255)
                                       .permute({0, 3, 1, 2})
                                       .to(m_weights->type)
                                       .contiguous(at::MemoryFormat::ChannelsLast);
        std::vector<float> features;
        // On one thread, so that sums always have one order; and told so, as the order is also
        // chosen by how many threads there could be. What is set in a parallel region ends with it.
        at::parallel_for(0, 2, 1, [&](std::int64_t begin, std::int64_t) {
            const at::NoGradGuard alsoHere;
            if (omp_in_parallel() != 0)
                omp_set_num_threads(1);
            if (begin == 0)
                features = Run(m_weights->convolutions, picture).features();
        });
        return features;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory to look at the whole picture.");
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
                    std::string("The network of whole pictures failed: ") + error.what());
    }
}

} // namespace core::model
