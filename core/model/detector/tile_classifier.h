// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace core::model {

/// A two-layer perceptron over one tile's residual statistics: how much the tile looks like a
/// generator's output rather than a camera's. Runs on libtorch.
class TileClassifier {
  public:
    /// @param file  tile_classifier.safetensors as clueglass-train writes it
    /// @errors ModelMissing, ModelInvalid (also: made for other features than
    /// residualFeatureNames())
    [[nodiscard]] static Result<TileClassifier> load(const std::filesystem::path& file);

    TileClassifier(TileClassifier&&) noexcept;
    TileClassifier& operator=(TileClassifier&&) noexcept;
    ~TileClassifier();

    /// @param rows  residualFeatures().rows
    /// @return      log-odds for "generated", one per row, each within +-8
    /// @errors      Internal
    [[nodiscard]] Result<std::vector<float>>
    logOdds(const std::vector<std::vector<float>>& rows) const;

    /// Usual range (5th to 95th percentile) of a photograph's tiles on the calibration pictures.
    [[nodiscard]] double referenceLow() const;
    [[nodiscard]] double referenceHigh() const;

  private:
    struct Weights;
    explicit TileClassifier(std::unique_ptr<Weights> weights);
    std::unique_ptr<Weights> m_weights;
};

} // namespace core::model
