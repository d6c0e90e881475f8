// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/tile_store.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace core::training {

namespace {

std::filesystem::path tileFileOf(const std::filesystem::path& file) {
    return file.string() + ".tiles";
}

} // namespace

TileStoreWriter::TileStoreWriter(const std::filesystem::path& file, int side)
    : m_rows(file, std::ios::app), m_tiles(tileFileOf(file), std::ios::app | std::ios::binary),
      m_tileBytes(std::int64_t{3} * side * side) {
    std::error_code error;
    const auto size = std::filesystem::file_size(tileFileOf(file), error);
    m_nextTile = error ? 0 : static_cast<std::int64_t>(size) / m_tileBytes;
    std::filesystem::resize_file(tileFileOf(file),
                                 static_cast<std::uintmax_t>(m_nextTile * m_tileBytes), error);
}

void TileStoreWriter::append(nlohmann::json row, const image::ByteBuffer& tiles) {
    const auto count = static_cast<std::int64_t>(tiles.size()) / m_tileBytes;
    const std::lock_guard lock(m_mutex);
    row["first_tile"] = m_nextTile;
    row["tile_count"] = count;
    m_nextTile += count;
    m_tiles
        .write(reinterpret_cast<const char*>(tiles.data()),
               static_cast<std::streamsize>(tiles.size()))
        .flush();
    m_rows << row.dump() << '\n' << std::flush;
}

Result<TileFile> TileFile::open(const std::filesystem::path& file, int side) {
    auto bytes = model::MappedFile::open(tileFileOf(file));
    if (!bytes)
        return tl::unexpected(bytes.error());
    return TileFile(std::move(*bytes), side);
}

std::int64_t TileFile::count() const {
    return static_cast<std::int64_t>(m_bytes.bytes().size()) / (std::int64_t{3} * m_side * m_side);
}

PixelView TileFile::tile(std::int64_t index) const {
    const std::ptrdiff_t row = std::ptrdiff_t{3} * m_side;
    return {m_bytes.bytes().data() + index * row * m_side, m_side, m_side, row};
}

std::vector<nlohmann::json> rowsIn(const std::filesystem::path& file) {
    std::vector<nlohmann::json> rows;
    std::ifstream stream(file);
    std::string line;
    while (std::getline(stream, line)) {
        nlohmann::json row = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
        if (row.is_object())
            rows.push_back(std::move(row));
    }
    return rows;
}

void appendTile(const PixelView& picture, int left, int top, int side, image::ByteBuffer& tiles) {
    for (int y = top; y < top + side; ++y) {
        const std::uint8_t* row =
            picture.data + y * picture.bytesPerRow + static_cast<std::ptrdiff_t>(left) * 3;
        tiles.insert(tiles.end(), row, row + static_cast<std::ptrdiff_t>(side) * 3);
    }
}

} // namespace core::training
