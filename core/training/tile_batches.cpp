// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/tile_batches.h"

#include "core/image/mat.h"
#include "core/training/graphics.h"
#include "core/training/manipulation.h"
#include "core/training/source_folds.h"
#include "core/training/tile_history.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace core::training {

namespace {

constexpr double kLessUsefulWeight = 0.3;
/// Of the pairs.
constexpr double kShareOfRendered = 0.08;
constexpr double kShareOfOverlaid = 0.12;

bool isGeneratedGraphic(const PoolRow& row) {
    return row.isGenerated && row.look == "graphic";
}

void append(const HistoryTile& tile, std::vector<std::uint8_t>& bgr) {
    const cv::Mat packed = tile.pixels.isContinuous() ? tile.pixels : tile.pixels.clone();
    bgr.insert(bgr.end(), packed.data, packed.data + packed.total() * packed.elemSize());
}

template <typename Values> const auto& anyOf(const Values& values, Random& random) {
    return values[static_cast<std::size_t>(
        integer(random, 0, static_cast<int>(values.size()) - 1))];
}

} // namespace

TileBatches::TileBatches(const TilePool& pool, const Twins& twins, int leftOut,
                         BatchOptions options)
    : m_pool(pool), m_twins(twins), m_options(options),
      m_looks(static_cast<std::size_t>(pool.tiles.count())) {
    // Ordered maps: what is drawn must not depend on addresses.
    std::array<
        std::map<std::pair<std::string, bool>, std::map<std::string, std::vector<std::int64_t>>>, 2>
        byGroup;
    for (const PoolRow& row : pool.rows) {
        if (foldOf(row.source) == leftOut)
            continue;
        auto& tiles =
            byGroup[row.isGenerated ? 1 : 0][{row.source, isGeneratedGraphic(row)}][row.file];
        for (std::int64_t tile = row.firstTile; tile < row.firstTile + row.tileCount; ++tile) {
            tiles.push_back(tile);
            m_looks[static_cast<std::size_t>(tile)] = lookOf(pool.tiles.tile(tile));
        }
    }
    for (std::size_t kind = 0; kind < byGroup.size(); ++kind) {
        for (auto& [name, pictures] : byGroup[kind]) {
            Group group;
            group.weight = std::sqrt(static_cast<double>(pictures.size()));
            if (name.second || name.first == kReceiptSource)
                group.weight *= kLessUsefulWeight;
            for (auto& [file, tiles] : pictures)
                group.pictures.push_back(std::move(tiles));
            m_classes[kind].groups.push_back(std::move(group));
        }
    }
    std::ranges::copy_if(twins.rows, std::back_inserter(m_usableTwins), [&](const Twin& twin) {
        return foldOf(pool.rows[twin.poolRow].source) != leftOut;
    });
}

bool TileBatches::hasBothClasses() const {
    return std::ranges::none_of(m_classes,
                                [](const ClassOfTiles& tiles) { return tiles.groups.empty(); });
}

std::int64_t TileBatches::drawn(const ClassOfTiles& tiles, Random& random) const {
    double all = 0;
    for (const Group& group : tiles.groups)
        all += group.weight;
    double left = uniform(random, 0, all);
    std::size_t chosen = 0;
    while (chosen + 1 < tiles.groups.size() && left >= tiles.groups[chosen].weight)
        left -= tiles.groups[chosen++].weight;
    return anyOf(anyOf(tiles.groups[chosen].pictures, random), random);
}

std::int64_t TileBatches::photographLike(std::int64_t wanted, Random& random) const {
    std::int64_t nearest = drawn(m_classes[0], random);
    for (int i = 1; i < m_options.candidates; ++i) {
        const std::int64_t candidate = drawn(m_classes[0], random);
        if (distance(lookAt(candidate), lookAt(wanted)) < distance(lookAt(nearest), lookAt(wanted)))
            nearest = candidate;
    }
    return nearest;
}

std::array<HistoryTile, 2> TileBatches::pairOfTiles(Random& random) const {
    const std::int64_t generated = drawn(m_classes[1], random);
    std::array<HistoryTile, 2> tiles = {{{}, tileOf(m_pool.tiles.tile(generated))}};
    if (uniform(random, 0, 1) < kShareOfRendered) {
        tiles[0].pixels = renderedGraphic({kPoolSide, kPoolSide}, random);
        return tiles;
    }
    tiles[0] = tileOf(m_pool.tiles.tile(photographLike(generated, random)));
    if (uniform(random, 0, 1) < kShareOfOverlaid) {
        for (HistoryTile& tile : tiles) {
            tile.pixels = tile.pixels.clone();
            drawGraphics(tile.pixels, random);
        }
    }
    return tiles;
}

void TileBatches::appendPair(Random& random, model::LabelledTiles& batch) const {
    const auto tiles = pairOfTiles(random);
    for (std::size_t kind = 0; kind < tiles.size(); ++kind) {
        // A copy, so that both have the same history: what differs is how they were made.
        Random history = random;
        append(withHistory(tiles[kind], m_options.crop, history), batch.bgr);
        batch.isGenerated.push_back(static_cast<float>(kind));
    }
}

HistoryTile TileBatches::partlyTwin(Random& random) const {
    const Twin& twin = anyOf(m_usableTwins, random);
    const cv::Mat photograph = tileOf(m_pool.tiles.tile(twin.poolTile)).pixels;
    const cv::Mat drawnAgain = tileOf(m_twins.tiles.tile(twin.twinTile)).pixels;
    const cv::Mat mask = softBlob(photograph.size(), random);
    HistoryTile tile{blended(photograph, drawnAgain, mask), {}};
    cv::Mat(mask >= 0.5F).convertTo(tile.mask, CV_8U);
    return tile;
}

HistoryTile TileBatches::changedTile(Random& random) const {
    // Filled in by a decoder, as generators do it: the same scene, another texture.
    if (!m_usableTwins.empty() && uniform(random, 0, 1) < 0.2)
        return partlyTwin(random);
    const PixelView host = m_pool.tiles.tile(drawn(m_classes[0], random));
    // Every fifth stays as it is: most parts of most pictures are not changed.
    if (uniform(random, 0, 1) < 0.2)
        return {tileOf(host).pixels, cv::Mat::zeros(host.height, host.width, CV_8U)};
    // What is pasted may be generated as well.
    const PixelView donor =
        m_pool.tiles.tile(drawn(m_classes[uniform(random, 0, 1) < 0.3 ? 1 : 0], random));
    // Half of them spliced: it is the most usual case and the only one with a foreign history.
    const auto kind = uniform(random, 0, 1) < 0.5
                          ? Manipulation::Splice
                          : kAllManipulations[static_cast<std::size_t>(integer(
                                random, 0, static_cast<int>(kAllManipulations.size()) - 1))];
    const auto changed = manipulated(image::imageFrom(tileOf(host).pixels),
                                     image::imageFrom(tileOf(donor).pixels), kind, random());
    if (!changed)
        return {};
    HistoryTile tile{image::asMat(changed->picture).clone(), {}};
    cv::extractChannel(image::asMat(changed->mask), tile.mask, 0);
    return tile;
}

void TileBatches::appendChanged(Random& random, model::MaskedTiles& batch) const {
    HistoryTile tile = changedTile(random);
    if (tile.pixels.empty())
        return;
    tile = withHistory(tile, m_options.changedCrop, random);
    append(tile, batch.bgr);
    cv::Mat shares;
    const int cells = m_options.changedCrop / model::kCellSide;
    cv::resize(tile.mask, shares, {cells, cells}, 0, 0, cv::INTER_AREA);
    for (const std::uint8_t share : cv::Mat_<std::uint8_t>(shares))
        batch.changedShare.push_back(static_cast<float>(share) / 255);
}

model::TrainingBatch TileBatches::batch(int step) const {
    model::TrainingBatch batch;
    batch.whole.side = m_options.crop;
    batch.changed.side = m_options.changedCrop;
    const auto randomFor = [&](int number) {
        std::seed_seq seeds{static_cast<std::uint32_t>(m_options.seed),
                            static_cast<std::uint32_t>(step), static_cast<std::uint32_t>(number)};
        return Random(seeds);
    };
    for (int i = 0; i < m_options.pairs; ++i) {
        Random random = randomFor(i);
        appendPair(random, batch.whole);
    }
    for (int i = 0; i < m_options.changed; ++i) {
        Random random = randomFor(m_options.pairs + i);
        appendChanged(random, batch.changed);
    }
    return batch;
}

} // namespace core::training
