// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace core::model {

/// How a decoder doubles the resolution. Each leaves a trace of its own.
enum class Upsampling {
    Nearest,     ///< repeated pixels, then a convolution
    Bilinear,    ///< interpolated, then a convolution
    Transposed4, ///< transposed convolution, kernel 4
    PixelShuffle,
};

struct AutoencoderDesign {
    std::string_view name;
    Upsampling upsampling;
    int stages; ///< of doubling
    int width;  ///< channels at full resolution
    int latent; ///< channels of the code
};

/// The kinds of decoders that generators end in, as small ones.
inline constexpr std::array<AutoencoderDesign, 6> kAutoencoderDesigns = {
    {{"nearest-4", Upsampling::Nearest, 2, 16, 32},
     {"transposed4-4", Upsampling::Transposed4, 2, 16, 32},
     {"bilinear-4", Upsampling::Bilinear, 2, 16, 32},
     {"nearest-8", Upsampling::Nearest, 3, 16, 64},
     {"transposed4-2", Upsampling::Transposed4, 1, 24, 12},
     {"shuffle-2", Upsampling::PixelShuffle, 1, 24, 12}}};

struct AutoencoderFitOptions {
    int steps = 300;
    int tilesPerStep = 10;
    int crop = 80; ///< side of the random crop, a multiple of 16
    double learningRate = 2e-3;
    std::uint64_t seed = 1;
    std::function<void(int step, double loss)> progress; ///< every 100 steps; may be empty
};

/// A small convolutional autoencoder. What it gives back of a photograph is the photograph as a
/// generator's last stages would have drawn it: the same scene, with the traces of a decoder. Pairs
/// of the two teach a detector the trace and nothing else. Method: "aligned" reconstructions, Rajan
/// et al., "Aligned Datasets Improve Detection of Latent Diffusion-Generated Images", 2024, with
/// decoders trained here.
class Autoencoder {
  public:
    /// Fits to the tiles (mean absolute error of values and of differences between neighbors) and
    /// writes the weights.
    /// @errors InvalidArgument (no tiles), WriteFailed, Internal
    [[nodiscard]] static Result<void> fit(const AutoencoderDesign& design,
                                          const std::vector<PixelView>& tiles,
                                          const AutoencoderFitOptions& options,
                                          const std::filesystem::path& file);

    /// @errors FileNotFound, ModelInvalid
    [[nodiscard]] static Result<Autoencoder> load(const AutoencoderDesign& design,
                                                  const std::filesystem::path& file);

    Autoencoder(Autoencoder&&) noexcept;
    Autoencoder& operator=(Autoencoder&&) noexcept;
    ~Autoencoder();

    /// @param tile  sides multiples of 16
    /// @return      height x width x 3, B G R, 0 to 255. @errors InvalidArgument, Internal
    [[nodiscard]] Result<std::vector<float>> reconstructed(const PixelView& tile) const;

  private:
    struct Network;
    explicit Autoencoder(std::unique_ptr<Network> network);
    std::unique_ptr<Network> m_network;
};

} // namespace core::model
