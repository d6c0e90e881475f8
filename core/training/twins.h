// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/tile_pool.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace core::training {

struct TwinOptions {
    int mostTiles = 5000;
    int stepsPerDecoder = 300;
    std::uint64_t seed = 5;
    std::function<void(const std::string& line)> log; ///< may be empty
};

/// One tile of a photograph and the same as a decoder drew it; parts of it are pasted into the
/// photograph, as a generator fills in.
struct Twin {
    std::size_t poolRow = 0;   ///< of TilePool::rows
    std::int64_t poolTile = 0; ///< of TilePool::tiles
    std::int64_t twinTile = 0; ///< of Twins::tiles
};

/// Fits the autoencoders to photographs' tiles without a JPEG history, and appends to `file` a twin
/// of each such tile, drawn by one of them. What only the decoder's blur or its missing detail
/// would give away is aligned in most of them: the high band is scaled to the photograph's energy,
/// the low band is the photograph's own. Autoencoders and twins that are already there are kept.
/// @errors InvalidArgument, WriteFailed, Internal
[[nodiscard]] Result<void> extendTwins(const TilePool& pool, const std::filesystem::path& file,
                                       const TwinOptions& options);

struct Twins {
    std::vector<Twin> rows;
    TileFile tiles; ///< of kPoolSide

    /// @errors FileNotFound, FileUnreadable, FileEmpty, InvalidJson (also: made from another pool)
    [[nodiscard]] static Result<Twins> read(const std::filesystem::path& file,
                                            const TilePool& pool);
};

} // namespace core::training
