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

/// Side of a cell, of which foreign content is told apart.
inline constexpr int kCellSide = 16;
inline constexpr int kCellsPerTile = kTileSide / kCellSide;

/// How many features the network has of a cell.
inline constexpr int kFeatureChannels = 128;

/// How many tiles are scored at most.
struct TileLimits {
    int tiles = 128;    ///< at the picture's own scale: 2.1 megapixels
    int halfTiles = 48; ///< at half of it: 3.1 megapixels of the picture
    /// Where the grid has fewer, overlapping tiles are scored as well, up to so many in all.
    int enoughTiles = 48;
    int enoughHalfTiles = 24;
};

/// What the learned detector says, tile by tile.
struct TileScores {
    std::vector<Rect> tiles;           ///< pixels of the upright image
    std::vector<float> logOdds;        ///< for "generated", one per tile, within +-8
    std::vector<Rect> skipped;         ///< usable tiles beyond the limit, not scored
    std::vector<float> betweenLogOdds; ///< of overlapping tiles, where the grid has few
    /// For "foreign to this picture": one per cell of each tile, row by row, within +-8.
    std::vector<float> foreign;
    /// The same once more, each cell compared with those taken for foreign and with the others: for
    /// maps, where foreignBesideOthers() says it better.
    std::vector<float> foreignOnMap;
    /// Of the same cells: flat or saturated, so that whatever those say is not to be shown.
    std::vector<bool> isBlank;
    std::vector<float> halfLogOdds; ///< for "generated", of tiles at half the scale

    /// Of the tiles of the grid and of those between them.
    [[nodiscard]] std::vector<float> allLogOdds() const;
};

/// How much each part of a picture looks like a generator's output rather than a camera's, and how
/// foreign it is to the rest: a small convolutional network over libtorch.
class TileClassifier {
  public:
    /// @param file  tile_classifier.safetensors as clueglass-train writes it
    /// @errors ModelMissing, ModelInvalid
    [[nodiscard]] static Result<TileClassifier> load(const std::filesystem::path& file);

    TileClassifier(TileClassifier&&) noexcept;
    TileClassifier& operator=(TileClassifier&&) noexcept;
    ~TileClassifier();

    /// Scores the usable tiles of a fixed grid (see usableTiles), and of one of twice the tile's
    /// side at half the scale. The numbers do not depend on the number of threads. Pictures smaller
    /// than a tile have none.
    /// @errors Cancelled (asked once per eight tiles), LimitExceeded, Internal
    [[nodiscard]] Result<TileScores> score(const PixelView& picture, const TileLimits& limits,
                                           std::stop_token stop = {}) const;

    /// Usual range (5th to 95th percentile) of a photograph's mean score on pictures kept out of
    /// training.
    [[nodiscard]] double referenceLow() const;
    [[nodiscard]] double referenceHigh() const;
    /// 10th percentile of a generated picture's mean score on pictures kept out of training.
    [[nodiscard]] double generatedReferenceLow() const;
    /// 95th percentile, over such photographs, of the 90th percentile of a picture's tiles.
    [[nodiscard]] double tileReferenceHigh() const;
    /// 95th percentile, over such photographs, of the 97th percentile of a picture's cells.
    [[nodiscard]] double foreignReferenceHigh() const;

  private:
    struct Weights;
    explicit TileClassifier(std::unique_ptr<Weights> weights);
    std::unique_ptr<Weights> m_weights;
};

} // namespace core::model
