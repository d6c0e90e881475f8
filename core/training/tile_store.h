// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/result.h"
#include "core/image/image.h"
#include "core/model/checkpoint/mapped_file.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <vector>

namespace core::training {

/// Rows (one JSON object a line in FILE) and their square tiles (uint8, B G R, one after the other
/// in FILE.tiles), appended to by several threads. A run that was stopped goes on behind the last
/// whole tile.
class TileStoreWriter {
  public:
    TileStoreWriter(const std::filesystem::path& file, int side);

    /// Adds "first_tile" and "tile_count" to the row.
    void append(nlohmann::json row, const image::ByteBuffer& tiles);
    [[nodiscard]] bool isGood() const { return m_rows.good() && m_tiles.good(); }

  private:
    std::mutex m_mutex; // guards the streams and m_nextTile
    std::ofstream m_rows;
    std::ofstream m_tiles;
    std::int64_t m_tileBytes = 0;
    std::int64_t m_nextTile = 0;
};

/// The tiles of such a file, mapped into memory.
class TileFile {
  public:
    /// @errors FileNotFound, FileUnreadable, FileEmpty
    [[nodiscard]] static Result<TileFile> open(const std::filesystem::path& file, int side);

    [[nodiscard]] std::int64_t count() const;
    /// @param index  0 to count() - 1 @return borrowed from this object
    [[nodiscard]] PixelView tile(std::int64_t index) const;

  private:
    TileFile(model::MappedFile bytes, int side) : m_bytes(std::move(bytes)), m_side(side) {}
    model::MappedFile m_bytes;
    int m_side = 0;
};

/// Every whole row of the file; none when it does not exist. The line that a stopped run did not
/// finish is left out.
[[nodiscard]] std::vector<nlohmann::json> rowsIn(const std::filesystem::path& file);

/// Appends one square of a picture to a buffer of tiles.
void appendTile(const PixelView& picture, int left, int top, int side, image::ByteBuffer& tiles);

} // namespace core::training
