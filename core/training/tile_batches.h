// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/detector/tile_classifier_fit.h"
#include "core/training/blending.h"
#include "core/training/tile_history.h"
#include "core/training/tile_look.h"
#include "core/training/tile_pool.h"
#include "core/training/twins.h"

#include <array>
#include <cstdint>
#include <vector>

namespace core::training {

struct BatchOptions {
    int pairs = 12;        ///< a batch holds one tile of each class per pair
    int crop = 96;         ///< side of a tile, a multiple of 16
    int changed = 4;       ///< tiles with a changed part
    int changedCrop = 160; ///< their side, a multiple of 16
    /// Photographs among which the one that looks most like the generated tile from afar is chosen:
    /// what tells the scenes of galleries apart must not tell the classes apart (see
    /// class_leaks.h).
    int candidates = 40;
    std::uint64_t seed = 1;
};

/// Draws what the tile classifier is trained with: pairs of a generated tile and a photograph's
/// that looks like it (or, at times, a rendered graphic), both with the same history, and
/// photographs with a changed part, which may be drawn by a decoder (a twin's part). A tile comes
/// from a source drawn by the square root of its size, then from any of its pictures; generated
/// graphics and receipts weigh less. Batch n is the same whatever was drawn before it.
class TileBatches {
  public:
    /// `pool` and `twins` must outlive this object. @param leftOut  fold no tile of which is drawn
    TileBatches(const TilePool& pool, const Twins& twins, int leftOut, BatchOptions options);

    /// False when a class has no tiles.
    [[nodiscard]] bool hasBothClasses() const;
    [[nodiscard]] model::TrainingBatch batch(int step) const;

  private:
    /// Tiles that are drawn together: the pictures of one source and look.
    struct Group {
        std::vector<std::vector<std::int64_t>> pictures; ///< tiles of each
        double weight = 1;
    };
    struct ClassOfTiles {
        std::vector<Group> groups;
    };
    /// @return a tile of the pool
    [[nodiscard]] std::int64_t drawn(const ClassOfTiles& tiles, Random& random) const;
    [[nodiscard]] const TileLook& lookAt(std::int64_t tile) const {
        return m_looks[static_cast<std::size_t>(tile)];
    }
    [[nodiscard]] std::int64_t photographLike(std::int64_t wanted, Random& random) const;
    /// A photograph's or rendered tile and a generated one, without histories.
    [[nodiscard]] std::array<HistoryTile, 2> pairOfTiles(Random& random) const;
    void appendPair(Random& random, model::LabelledTiles& batch) const;
    [[nodiscard]] HistoryTile partlyTwin(Random& random) const;
    /// A photograph with a changed part or none, and its mask; empty when it could not be made.
    [[nodiscard]] HistoryTile changedTile(Random& random) const;
    void appendChanged(Random& random, model::MaskedTiles& batch) const;

    const TilePool& m_pool;
    const Twins& m_twins;
    BatchOptions m_options;
    std::array<ClassOfTiles, 2> m_classes; ///< photographs, generated pictures
    std::vector<Twin> m_usableTwins;
    std::vector<TileLook> m_looks; ///< of the pool's tiles
};

} // namespace core::training
