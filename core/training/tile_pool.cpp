// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/tile_pool.h"

#include "core/image/mat.h"
#include "core/image/safe_decoder.h"
#include "core/training/blending.h"
#include "core/training/stable_seed.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::json;

constexpr int kTriesPerTile = 3;
constexpr int kHalfFrom = 512;
constexpr int kShortSideFrom = 1500;
constexpr int kShortSide = 768;
constexpr int kTilesWhole = 5;
constexpr int kTilesReduced = 4;

/// Mean distance from the mean of the neighbors, less for what is black or white.
double textureOf(const cv::Mat& tile) {
    cv::Mat gray;
    cv::cvtColor(tile, gray, cv::COLOR_BGR2GRAY);
    cv::Mat smooth;
    cv::blur(gray, smooth, {3, 3});
    cv::Mat difference;
    cv::absdiff(gray, smooth, difference);
    const double saturated = static_cast<double>(cv::countNonZero(gray > 250)) +
                             static_cast<double>(cv::countNonZero(gray < 5));
    return cv::mean(difference)[0] * (1 - saturated / static_cast<double>(gray.total()));
}

image::ByteBuffer texturedTiles(const cv::Mat& picture, int most, Random& random) {
    struct Candidate {
        double texture = 0;
        cv::Rect place;
    };
    std::vector<Candidate> candidates;
    for (int i = 0; i < most * kTriesPerTile; ++i) {
        const cv::Rect place(integer(random, 0, picture.cols - kPoolSide),
                             integer(random, 0, picture.rows - kPoolSide), kPoolSide, kPoolSide);
        candidates.push_back({textureOf(picture(place)), place});
    }
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::texture);
    candidates.resize(static_cast<std::size_t>(most));
    image::ByteBuffer tiles;
    const PixelView view{picture.data, picture.cols, picture.rows,
                         static_cast<std::ptrdiff_t>(picture.step)};
    for (const Candidate& candidate : candidates)
        appendTile(view, candidate.place.x, candidate.place.y, kPoolSide, tiles);
    return tiles;
}

cv::Mat reduced(const cv::Mat& picture, double scale) {
    cv::Mat small;
    cv::resize(picture, small, {}, scale, scale, cv::INTER_AREA);
    return small;
}

Json rowOf(const TrainingItem& item, Reduction reduction) {
    return {{"file", item.file.string()},
            {"source", item.source},
            {"look", item.look},
            {"generated", item.isGenerated},
            {"png", item.file.extension() == ".png"},
            {"reduction", static_cast<int>(reduction)}};
}

bool cutTiles(const TrainingItem& item, TileStoreWriter& writer) {
    const auto file = image::readEvidence(item.file, {});
    if (!file)
        return false;
    const auto decoded = image::decode(*file, {});
    if (!decoded)
        return false;
    const cv::Mat picture = image::asMat(decoded->image);
    const int shorter = std::min(picture.cols, picture.rows);
    if (shorter < kPoolSide)
        return false;
    Random random(stableSeed(item.file.filename().string()));
    writer.append(rowOf(item, Reduction::None), texturedTiles(picture, kTilesWhole, random));
    if (shorter >= kHalfFrom)
        writer.append(rowOf(item, Reduction::Half),
                      texturedTiles(reduced(picture, 0.5), kTilesReduced, random));
    if (shorter >= kShortSideFrom)
        writer.append(rowOf(item, Reduction::ShortSide),
                      texturedTiles(reduced(picture, static_cast<double>(kShortSide) / shorter),
                                    kTilesReduced, random));
    return true;
}

PoolRow poolRowFrom(const Json& json) {
    return {json.at("file"),       json.at("source"),
            json.at("look"),       json.at("generated"),
            json.at("png"),        static_cast<Reduction>(json.at("reduction").get<int>()),
            json.at("first_tile"), json.at("tile_count")};
}

} // namespace

Result<int> extendTilePool(const std::vector<TrainingItem>& items,
                           const std::filesystem::path& pool, int threads,
                           const std::function<void(int, int)>& progress) {
    std::set<std::string> known;
    for (const Json& row : rowsIn(pool))
        known.insert(row.at("file").get<std::string>());
    TileStoreWriter writer(pool, kPoolSide);
    if (!writer.isGood())
        return fail(ErrorCode::WriteFailed, "The pool " + pool.string() + " cannot be written.");
    std::atomic<std::size_t> next = 0;
    std::atomic<int> done = 0;
    std::atomic<int> skipped = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < items.size(); i = next++) {
            if (!known.contains(items[i].file.string()) && !cutTiles(items[i], writer))
                ++skipped;
            if (progress)
                progress(++done, static_cast<int>(items.size()));
        }
    };
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back(work);
    workers.clear();
    if (!writer.isGood())
        return fail(ErrorCode::WriteFailed, "The pool " + pool.string() + " cannot be written.");
    return skipped.load();
}

Result<TilePool> TilePool::read(const std::filesystem::path& pool) {
    auto tiles = TileFile::open(pool, kPoolSide);
    if (!tiles)
        return tl::unexpected(tiles.error());
    TilePool result{{}, std::move(*tiles)};
    try {
        for (const Json& json : rowsIn(pool)) {
            result.rows.push_back(poolRowFrom(json));
            const PoolRow& row = result.rows.back();
            if (row.firstTile < 0 || row.firstTile + row.tileCount > result.tiles.count())
                return fail(ErrorCode::InvalidJson, "The pool names tiles that its file lacks.");
        }
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    std::string("A row of the pool is wrong: ") + error.what());
    }
    // Threads append as they finish; training must not depend on that.
    std::ranges::sort(result.rows, {}, [](const PoolRow& row) {
        return std::pair(row.file, static_cast<int>(row.reduction));
    });
    return result;
}

} // namespace core::training
