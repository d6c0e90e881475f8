// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace core::model {

/// Side of the square picture that the network looks at, in pixels.
inline constexpr int kNetworkSide = 299;

/// Channels of one of the network's stages, and where its values begin in a picture's features.
struct NetworkStage {
    const char* name;
    int channels = 0;
    int firstValue = 0; ///< the mean of each channel; their deviations follow
};

/// Inception v3 up to its fifth mixed block. What comes behind says more of what a picture shows
/// than of how it was made, and added nothing on sources that were not trained on.
/// @source https://arxiv.org/abs/1512.00567
inline constexpr NetworkStage kNetworkStages[] = {
    {"convolution 3", 64, 0}, {"convolution 5", 192, 128}, {"mixed 0", 256, 512},
    {"mixed 1", 288, 1024},   {"mixed 2", 288, 1600},      {"mixed 3", 768, 2176},
    {"mixed 4", 768, 3712}};
inline constexpr int kNetworkFeatures = 5248;
/// How many convolutions it has up to there.
inline constexpr int kNetworkConvolutions = 40;

/// In what the network calculates. Half is for training on processors that have it: much faster,
/// and the features differ in their third digit.
enum class NetworkPrecision { Single, Half };

/// A published image network whose first stages describe the structure of a picture.
class PictureNetwork {
  public:
    /// @param file  picture_network.safetensors as clueglass-train imports it
    /// @errors ModelMissing, ModelInvalid
    [[nodiscard]] static Result<PictureNetwork>
    load(const std::filesystem::path& file, NetworkPrecision precision = NetworkPrecision::Single);

    PictureNetwork(PictureNetwork&&) noexcept;
    PictureNetwork& operator=(PictureNetwork&&) noexcept;
    ~PictureNetwork();

    /// @param bgr  kNetworkSide x kNetworkSide x 3 bytes, row by row
    /// @return kNetworkFeatures values: of each stage its channels' means, then their deviations;
    ///         the same whatever the number of threads
    /// @errors InvalidArgument (another size), LimitExceeded, Internal
    [[nodiscard]] Result<std::vector<float>> features(std::span<const std::uint8_t> bgr) const;

  private:
    struct Weights;
    explicit PictureNetwork(std::unique_ptr<Weights> weights);

    std::unique_ptr<Weights> m_weights;
};

} // namespace core::model
