// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_table.h"

#include "core/forensics/analyzer_catalog.h"
#include "core/image/safe_decoder.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/model/detector/tile_classifier.h"
#include "core/model/detector/tile_grid.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <cmath>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace core::training {

namespace {

constexpr int kTilesKept = 8;
constexpr std::ptrdiff_t kTileRow = model::kTileSide * 3;
constexpr std::int64_t kTileBytes = kTileRow * model::kTileSide;
constexpr std::uint64_t kSeed = 77;

using Json = nlohmann::json;

std::uint64_t seedOf(const std::string& text) {
    // FNV-1a: stable over machines and runs, unlike std::hash.
    std::uint64_t hash = 1469598103934665603ULL ^ kSeed;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::string keyOf(const std::string& file, std::string_view chain) {
    return file + "|" + std::string(chain);
}

/// The chosen tiles' pixels, one tile after the other.
image::ByteBuffer tilePixels(const image::Image& picture, int& count) {
    const PixelView view = picture.view();
    image::ByteBuffer pixels;
    count = 0;
    if (view.width < model::kTileSide || view.height < model::kTileSide)
        return pixels;
    const auto tiles = model::evenlyChosen(model::usableTiles(view, model::kTileSide), kTilesKept);
    for (const Rect& tile : tiles.chosen) {
        for (int y = 0; y < tile.height; ++y) {
            const std::uint8_t* row = view.data + (tile.y + y) * view.bytesPerRow +
                                      static_cast<std::ptrdiff_t>(tile.x) * 3;
            pixels.insert(pixels.end(), row, row + kTileRow);
        }
        ++count;
    }
    return pixels;
}

struct Loaded {
    image::EvidenceFile file;
    image::Image picture;
};

std::optional<Loaded> loaded(const TrainingItem& item) {
    auto file = image::readEvidence(item.file, {});
    if (!file)
        return std::nullopt;
    auto picture = image::decode(*file, {});
    if (!picture)
        return std::nullopt;
    return Loaded{std::move(*file), picture->image};
}

struct Measured {
    FeatureRow row;
    image::ByteBuffer tiles;
};

std::optional<Measured> measure(const TrainingItem& item, const image::EvidenceFile& file,
                                Chain chain, const inference::Analyzers& analyzers) {
    auto picture = image::decode(file, {});
    if (!picture)
        return std::nullopt;
    auto subject = forensics::makeSubject(file, *picture);
    if (!subject)
        return std::nullopt;
    FeatureRow row;
    row.file = item.file.string();
    row.source = item.source;
    row.generator = item.generator;
    row.look = item.look;
    row.chain = chainName(chain);
    row.isGenerated = item.isGenerated;
    row.isManipulated = chain == Chain::Spliced || chain == Chain::CopyMoved;
    row.width = picture->image.width();
    row.height = picture->image.height();
    for (const auto& analyzer : analyzers) {
        auto evidence = analyzer->analyze(*subject, {});
        if (evidence)
            inference::addFusionInputs(*evidence, row.evidence);
    }
    Measured measured{std::move(row), {}};
    measured.tiles = tilePixels(picture->image, measured.row.tileCount);
    return measured;
}

Json toJson(const FeatureRow& row) {
    return {{"file", row.file},
            {"source", row.source},
            {"generator", row.generator},
            {"look", row.look},
            {"chain", row.chain},
            {"generated", row.isGenerated},
            {"manipulated", row.isManipulated},
            {"width", row.width},
            {"height", row.height},
            {"first_tile", row.firstTile},
            {"tile_count", row.tileCount},
            {"evidence", row.evidence}};
}

FeatureRow rowFrom(const Json& json) {
    FeatureRow row;
    row.file = json.at("file");
    row.source = json.at("source");
    row.generator = json.at("generator");
    row.look = json.at("look");
    row.chain = json.at("chain");
    row.isGenerated = json.at("generated");
    row.isManipulated = json.at("manipulated");
    row.width = json.at("width");
    row.height = json.at("height");
    row.firstTile = json.at("first_tile");
    row.tileCount = json.at("tile_count");
    row.evidence = json.at("evidence").get<std::map<std::string, double>>();
    return row;
}

std::filesystem::path tileFileOf(const std::filesystem::path& table) {
    return table.string() + ".tiles";
}

/// The table and its tile file, appended to by several threads.
class TableWriter {
  public:
    explicit TableWriter(const std::filesystem::path& table)
        : m_rows(table, std::ios::app),
          m_tiles(tileFileOf(table), std::ios::app | std::ios::binary) {
        std::error_code error;
        const auto size = std::filesystem::file_size(tileFileOf(table), error);
        m_nextTile = error ? 0 : static_cast<std::int64_t>(size) / kTileBytes;
        // A stopped run may have left a part of a tile; whole ones go on behind it.
        std::filesystem::resize_file(tileFileOf(table),
                                     static_cast<std::uintmax_t>(m_nextTile * kTileBytes), error);
    }
    void append(Measured measured) {
        const std::lock_guard lock(m_mutex);
        measured.row.firstTile = m_nextTile;
        m_nextTile += measured.row.tileCount;
        m_tiles
            .write(reinterpret_cast<const char*>(measured.tiles.data()),
                   static_cast<std::streamsize>(measured.tiles.size()))
            .flush();
        m_rows << toJson(measured.row).dump() << '\n' << std::flush;
    }
    [[nodiscard]] bool isGood() const { return m_rows.good() && m_tiles.good(); }

  private:
    std::mutex m_mutex; // guards the streams and m_nextTile
    std::ofstream m_rows;
    std::ofstream m_tiles;
    std::int64_t m_nextTile = 0;
};

std::set<std::string> keysIn(const std::filesystem::path& table) {
    std::set<std::string> keys;
    std::ifstream stream(table);
    std::string line;
    while (std::getline(stream, line)) {
        const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
        if (!json.is_discarded())
            keys.insert(
                keyOf(json.at("file").get<std::string>(), json.at("chain").get<std::string>()));
    }
    return keys;
}

/// @return how many chains could not be measured
int measureItem(const std::vector<TrainingItem>& items, std::size_t index,
                const std::set<std::string>& known, const inference::Analyzers& analyzers,
                TableWriter& writer) {
    const TrainingItem& item = items[index];
    const std::uint64_t seed = seedOf(item.file.filename().string());
    std::vector<Chain> wanted = chainsFor(item, seed);
    std::erase_if(wanted, [&](Chain chain) {
        return known.contains(keyOf(item.file.string(), chainName(chain)));
    });
    if (wanted.empty())
        return 0;
    const auto original = loaded(item);
    if (!original)
        return static_cast<int>(wanted.size());
    int skipped = 0;
    for (const Chain chain : wanted) {
        const auto donor =
            chain == Chain::Spliced ? loaded(items[(index * 7 + 13) % items.size()]) : std::nullopt;
        auto file =
            processed(original->file, original->picture, donor ? donor->picture : image::Image(),
                      chain, seed + static_cast<std::uint64_t>(chain));
        auto measured = file ? measure(item, *file, chain, analyzers) : std::nullopt;
        if (measured)
            writer.append(std::move(*measured));
        else
            ++skipped;
    }
    return skipped;
}

} // namespace

std::vector<Chain> chainsFor(const TrainingItem& item, std::uint64_t seed) {
    std::vector<Chain> chains = {Chain::Web};
    if (seed % 2 == 0)
        chains.push_back(Chain::Platform);
    if (item.hasCameraExif || item.file.extension() == ".png")
        chains.push_back(Chain::AsIs);
    if (!item.isGenerated && seed % 5 == 1)
        chains.push_back(Chain::Spliced);
    if (!item.isGenerated && seed % 5 == 2)
        chains.push_back(Chain::CopyMoved);
    return chains;
}

Result<int> extendFeatureTable(const std::vector<TrainingItem>& items,
                               const std::filesystem::path& table, int threads,
                               const std::function<void(int, int)>& progress) {
    const std::set<std::string> known = keysIn(table);
    TableWriter writer(table);
    if (!writer.isGood())
        return fail(ErrorCode::WriteFailed, "The table " + table.string() + " cannot be written.");
    std::atomic<std::size_t> next = 0;
    std::atomic<int> done = 0;
    std::atomic<int> skipped = 0;
    const auto work = [&] {
        const inference::Analyzers analyzers = forensics::makeAnalyzers();
        for (std::size_t i = next++; i < items.size(); i = next++) {
            skipped += measureItem(items, i, known, analyzers, writer);
            if (progress)
                progress(++done, static_cast<int>(items.size()));
        }
    };
    std::vector<std::jthread> pool;
    for (int i = 0; i < threads; ++i)
        pool.emplace_back(work);
    pool.clear();
    if (!writer.isGood())
        return fail(ErrorCode::WriteFailed,
                    "Writing " + table.string() + " failed; is the disk full?");
    return skipped.load();
}

Result<FeatureTable> FeatureTable::read(const std::filesystem::path& table) {
    std::ifstream stream(table);
    if (!stream)
        return fail(ErrorCode::FileNotFound, "There is no table " + table.string() + ".");
    auto tiles = model::MappedFile::open(tileFileOf(table));
    if (!tiles)
        return tl::unexpected(tiles.error());
    FeatureTable result(std::move(*tiles));
    std::string line;
    while (std::getline(stream, line)) {
        const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
        if (json.is_discarded()) // the line that a stopped run did not finish
            continue;
        try {
            result.rows.push_back(rowFrom(json));
        } catch (const std::exception& error) {
            return fail(ErrorCode::InvalidJson,
                        std::string("A row of the table is wrong: ") + error.what());
        }
        const FeatureRow& row = result.rows.back();
        if (row.firstTile < 0 || row.tileCount < 0 ||
            static_cast<std::uint64_t>((row.firstTile + row.tileCount) * kTileBytes) >
                result.m_tiles.bytes().size())
            return fail(ErrorCode::InvalidJson, "The table names tiles that its tile file lacks.");
    }
    return result;
}

std::vector<PixelView> FeatureTable::tilesOf(const FeatureRow& row) const {
    std::vector<PixelView> tiles;
    for (int i = 0; i < row.tileCount; ++i)
        tiles.push_back({m_tiles.bytes().data() + (row.firstTile + i) * kTileBytes,
                         model::kTileSide, model::kTileSide, kTileRow});
    return tiles;
}

} // namespace core::training
