// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/result.h"
#include "core/model/checkpoint/mapped_file.h"
#include "core/training/picture_chain.h"
#include "core/training/training_list.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace core::training {

/// What was measured on one processed training picture.
struct FeatureRow {
    std::string file;
    std::string source;
    std::string generator;
    std::string look;
    std::string chain;
    bool isGenerated = false;
    bool isManipulated = false;
    int width = 0;
    int height = 0;
    std::int64_t firstTile = 0;             ///< its place in the tile file
    int tileCount = 0;                      ///< at most eight, spread over the picture
    std::map<std::string, double> evidence; ///< the analyzers' features and local findings
};

/// Which chains to run on an item.
[[nodiscard]] std::vector<Chain> chainsFor(const TrainingItem& item, std::uint64_t seed);

/// Processes and measures every item and appends one JSON line per row to `table` and its tiles to
/// `table`.tiles (uint8, B G R, kTileSide square, one after the other); rows that are already there
/// are not measured again, so a stopped run goes on where it was.
/// @param progress  called with (done, total)
/// @errors WriteFailed. Pictures that cannot be read are skipped and counted in the result
[[nodiscard]] Result<int> extendFeatureTable(const std::vector<TrainingItem>& items,
                                             const std::filesystem::path& table, int threads,
                                             const std::function<void(int, int)>& progress);

/// A table with its tiles mapped into memory.
class FeatureTable {
  public:
    /// @errors FileNotFound, FileUnreadable, InvalidJson
    [[nodiscard]] static Result<FeatureTable> read(const std::filesystem::path& table);

    std::vector<FeatureRow> rows;

    /// The row's tiles, borrowed from this table.
    [[nodiscard]] std::vector<PixelView> tilesOf(const FeatureRow& row) const;

  private:
    explicit FeatureTable(model::MappedFile tiles) : m_tiles(std::move(tiles)) {}
    model::MappedFile m_tiles;
};

} // namespace core::training
