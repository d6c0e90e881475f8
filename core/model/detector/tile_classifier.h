// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/region.h"
#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace core::model {

/// Side of a square tile, in pixels at the picture's own scale. A picture is never reduced:
/// resizing destroys the traces.
inline constexpr int kTileSide = 128;

/// What the learned detector says, tile by tile.
struct TileScores {
    std::vector<Rect> tiles;    ///< pixels of the upright image
    std::vector<float> logOdds; ///< for "generated", one per tile, within +-8
    std::vector<Rect> skipped;  ///< usable tiles beyond the limit, not scored
};

/// How much each part of a picture looks like a generator's output rather than a camera's: a small
/// convolutional network over libtorch.
class TileClassifier {
  public:
    /// @param file  tile_classifier.safetensors as clueglass-train writes it
    /// @errors ModelMissing, ModelInvalid
    [[nodiscard]] static Result<TileClassifier> load(const std::filesystem::path& file);

    TileClassifier(TileClassifier&&) noexcept;
    TileClassifier& operator=(TileClassifier&&) noexcept;
    ~TileClassifier();

    /// Scores the usable tiles of a fixed grid (see usableTiles), at most `limit`. The numbers do
    /// not depend on the number of threads. Pictures smaller than a tile have none.
    /// @errors Cancelled (asked once per eight tiles), LimitExceeded, Internal
    [[nodiscard]] Result<TileScores> score(const PixelView& picture, int limit,
                                           std::stop_token stop = {}) const;

    /// Usual range (5th to 95th percentile) of a photograph's mean score on pictures kept out of
    /// training.
    [[nodiscard]] double referenceLow() const;
    [[nodiscard]] double referenceHigh() const;

  private:
    struct Weights;
    explicit TileClassifier(std::unique_ptr<Weights> weights);
    std::unique_ptr<Weights> m_weights;
};

} // namespace core::model
