// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/twins.h"

#include "core/model/detector/autoencoder.h"
#include "core/training/blending.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::json;

constexpr double kBandSigma = 1.2; ///< pixels; splits the low band from the high one
constexpr double kShareOfReceipts = 0.15;

/// Where a tile of the pool is.
struct Place {
    std::size_t row = 0;
    std::int64_t tile = 0;
};

/// Tiles of photographs whose own JPEG history is gone, in a random order.
std::vector<Place> cleanPlaces(const TilePool& pool, const TwinOptions& options) {
    Random random(options.seed);
    std::vector<Place> places;
    for (std::size_t i = 0; i < pool.rows.size(); ++i) {
        const PoolRow& row = pool.rows[i];
        if (row.isGenerated || (row.reduction == Reduction::None && !row.isPng))
            continue;
        for (int t = 0; t < row.tileCount; ++t) {
            if (row.source != kReceiptSource || uniform(random, 0, 1) < kShareOfReceipts)
                places.push_back({i, row.firstTile + t});
        }
    }
    std::ranges::shuffle(places, random);
    if (places.size() > static_cast<std::size_t>(options.mostTiles))
        places.resize(static_cast<std::size_t>(options.mostTiles));
    return places;
}

cv::Mat deviationOf(const cv::Mat& band) {
    cv::Mat mean;
    cv::Mat deviation;
    cv::meanStdDev(band.reshape(1), mean, deviation);
    return deviation;
}

image::ByteBuffer aligned(const PixelView& tile, std::vector<float>& drawn, Random& random) {
    cv::Mat photograph;
    cv::Mat(tile.height, tile.width, CV_8UC3, const_cast<std::uint8_t*>(tile.data),
            static_cast<std::size_t>(tile.bytesPerRow))
        .convertTo(photograph, CV_32F);
    const cv::Mat twin(tile.height, tile.width, CV_32FC3, drawn.data());
    const auto lowBand = [](const cv::Mat& values) {
        cv::Mat low;
        cv::GaussianBlur(values, low, {}, kBandSigma);
        return low;
    };
    cv::Mat low = lowBand(twin);
    const cv::Mat photographLow = lowBand(photograph);
    cv::Mat high = twin - low;
    if (uniform(random, 0, 1) < 0.6) {
        const double wanted = deviationOf(photograph - photographLow).at<double>(0);
        const double have = deviationOf(high).at<double>(0);
        high *= std::clamp(wanted / (have + 1e-3), 0.5, 4.0);
    }
    if (uniform(random, 0, 1) < 0.5)
        low = photographLow;
    cv::Mat bytes;
    cv::Mat(low + high).convertTo(bytes, CV_8U);
    return {bytes.data, bytes.data + bytes.total() * bytes.elemSize()};
}

Result<std::vector<model::Autoencoder>> fittedDecoders(const TilePool& pool,
                                                       const std::vector<Place>& places,
                                                       const std::filesystem::path& file,
                                                       const TwinOptions& options) {
    std::vector<PixelView> tiles;
    for (const Place& place : places)
        tiles.push_back(pool.tiles.tile(place.tile));
    std::vector<model::Autoencoder> decoders;
    for (const model::AutoencoderDesign& design : model::kAutoencoderDesigns) {
        const std::filesystem::path weights = file.string() + "." + std::string(design.name) + "-" +
                                              std::to_string(options.stepsPerDecoder) + ".pt";
        if (!std::filesystem::exists(weights)) {
            model::AutoencoderFitOptions fit;
            fit.steps = options.stepsPerDecoder;
            fit.seed = options.seed;
            fit.progress = [&](int step, double loss) {
                if (options.log)
                    options.log(std::string(design.name) + " " + std::to_string(step) + ": " +
                                std::to_string(loss));
            };
            if (auto fitted = model::Autoencoder::fit(design, tiles, fit, weights); !fitted)
                return tl::unexpected(fitted.error());
        }
        auto decoder = model::Autoencoder::load(design, weights);
        if (!decoder)
            return tl::unexpected(decoder.error());
        decoders.push_back(std::move(*decoder));
    }
    return decoders;
}

} // namespace

Result<void> extendTwins(const TilePool& pool, const std::filesystem::path& file,
                         const TwinOptions& options) {
    const std::vector<Place> places = cleanPlaces(pool, options);
    const auto decoders = fittedDecoders(pool, places, file, options);
    if (!decoders)
        return tl::unexpected(decoders.error());
    const std::size_t done = rowsIn(file).size();
    TileStoreWriter writer(file, kPoolSide);
    for (std::size_t i = done; i < places.size(); ++i) {
        Random random(options.seed + i);
        const auto kind =
            static_cast<std::size_t>(integer(random, 0, static_cast<int>(decoders->size()) - 1));
        const PixelView tile = pool.tiles.tile(places[i].tile);
        auto drawn = (*decoders)[kind].reconstructed(tile);
        if (!drawn)
            return tl::unexpected(drawn.error());
        const PoolRow& row = pool.rows[places[i].row];
        writer.append({{"file", row.file},
                       {"reduction", static_cast<int>(row.reduction)},
                       {"tile", places[i].tile - row.firstTile},
                       {"decoder", model::kAutoencoderDesigns[kind].name}},
                      aligned(tile, *drawn, random));
        if (options.log && (i + 1) % 500 == 0)
            options.log(std::to_string(i + 1) + " of " + std::to_string(places.size()) + " twins");
    }
    if (!writer.isGood())
        return fail(ErrorCode::WriteFailed, "The twins " + file.string() + " cannot be written.");
    return {};
}

Result<Twins> Twins::read(const std::filesystem::path& file, const TilePool& pool) {
    auto tiles = TileFile::open(file, kPoolSide);
    if (!tiles)
        return tl::unexpected(tiles.error());
    std::map<std::pair<std::string, int>, std::size_t> rowOf;
    for (std::size_t i = 0; i < pool.rows.size(); ++i)
        rowOf[{pool.rows[i].file, static_cast<int>(pool.rows[i].reduction)}] = i;
    Twins twins{{}, std::move(*tiles)};
    try {
        for (const Json& json : rowsIn(file)) {
            const std::size_t row =
                rowOf.at({json.at("file").get<std::string>(), json.at("reduction").get<int>()});
            twins.rows.push_back({row,
                                  pool.rows[row].firstTile + json.at("tile").get<std::int64_t>(),
                                  json.at("first_tile")});
            if (twins.rows.back().twinTile >= twins.tiles.count())
                return fail(ErrorCode::InvalidJson, "The list names twins that its file lacks.");
        }
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    std::string("The twins do not belong to this pool: ") + error.what());
    }
    return twins;
}

} // namespace core::training
