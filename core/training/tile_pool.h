// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/tile_store.h"
#include "core/training/training_list.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace core::training {

/// Side of the pool's tiles: room for a random history before the crop that the network sees.
inline constexpr int kPoolSide = 256;

/// Its pictures look all alike and would crowd out the others if they were drawn as often.
inline constexpr const char* kReceiptSource = "zzzDavid/ICDAR-2019-SROIE";

/// How much a picture was reduced before its tiles were cut. Reduction by area averaging wipes out
/// the JPEG history and the demosaicing of the original.
enum class Reduction {
    None,      ///< at most five tiles of every picture
    Half,      ///< at most four, of pictures of at least 512 px a side
    ShortSide, ///< at most four, of pictures of at least 1,500 px a side: shorter side 768 px
};

/// The tiles of one picture at one scale.
struct PoolRow {
    std::string file;
    std::string source;
    std::string look;
    bool isGenerated = false;
    bool isPng = false;
    Reduction reduction = Reduction::None;
    std::int64_t firstTile = 0;
    int tileCount = 0;
};

/// Cuts the most textured, unsaturated ones of some random tiles from every picture and appends
/// them to `pool`; pictures that are already there are not cut again.
/// @param progress  called with (done, total)
/// @return pictures that cannot be read or are too small. @errors WriteFailed
[[nodiscard]] Result<int> extendTilePool(const std::vector<TrainingItem>& items,
                                         const std::filesystem::path& pool, int threads,
                                         const std::function<void(int, int)>& progress);

struct TilePool {
    std::vector<PoolRow> rows;
    TileFile tiles;

    /// @errors FileNotFound, FileUnreadable, FileEmpty, InvalidJson
    [[nodiscard]] static Result<TilePool> read(const std::filesystem::path& pool);
};

} // namespace core::training
