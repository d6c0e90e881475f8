// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/region.h"
#include "core/base/result.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/model/detector/tile_classifier.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace core::model {

/// How batch normalization takes its statistics.
enum class Mode { Use, Train };

/// The residual patch network: fixed high-pass filters, then four stages of two 3x3 convolutions
/// with batch normalization give features; one head pools their mean and deviation into one number
/// a tile, the other compares each cell with the rest of its picture. Filters after Fridrich &
/// Kodovsky, "Rich Models for Steganalysis", 2012; 2x2 differences after Tan et al., "Rethinking
/// the Up-Sampling Operations" (NPR), 2024.
struct TileNetwork {
    /// Weights, biases and running statistics by name, e.g. "stage2.a.weight".
    std::map<std::string, at::Tensor> tensors;

    /// @param rgb  [tiles, 3, side, side], float, 0 to 255; side a multiple of kCellSide, at least
    /// 32
    /// @return     [tiles, kFeatureChannels, side / kCellSide, side / kCellSide]
    [[nodiscard]] at::Tensor features(const at::Tensor& rgb, Mode mode);

    /// For use only: the same network with its normalization folded into the convolutions, which
    /// saves most of the passes over memory.
    [[nodiscard]] TileNetwork folded() const;

    /// @return [tiles], log-odds for "generated", within +-8
    [[nodiscard]] at::Tensor generatedLogOdds(const at::Tensor& features) const;

    /// How foreign each cell is in its picture.
    /// @param mean, deviation  of the features over the whole picture: [tiles or 1, channels, 1, 1]
    /// @return [tiles, rows, columns], log-odds for "from elsewhere or changed", within +-8
    [[nodiscard]] at::Tensor foreignLogOdds(const at::Tensor& features, const at::Tensor& mean,
                                            const at::Tensor& deviation) const;
};

/// Weights drawn at random. The same seed gives the same network.
[[nodiscard]] TileNetwork randomNetwork(std::uint64_t seed);

/// Names of the tensors that training changes, in order; the others are running statistics.
[[nodiscard]] std::vector<std::string> trainableNames(const TileNetwork& network);

/// @errors ModelInvalid: a tensor is missing or has another shape
[[nodiscard]] Result<TileNetwork> networkFrom(const SafetensorsFile& file);

/// @errors WriteFailed
[[nodiscard]] Result<void> writeNetwork(const TileNetwork& network,
                                        const std::filesystem::path& file,
                                        const std::map<std::string, std::string>& metadata);

/// Copies tiles of a picture. @return [tiles, 3, side, side], float, R G B
[[nodiscard]] at::Tensor gatheredTiles(const PixelView& picture, const std::vector<Rect>& tiles);

/// The same at half the scale: means of 2 x 2 pixels, rounded. @return [tiles, 3, side / 2, side /
/// 2]
[[nodiscard]] at::Tensor gatheredHalfTiles(const PixelView& picture,
                                           const std::vector<Rect>& tiles);

} // namespace core::model
