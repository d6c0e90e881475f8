// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision/clip_preprocess.h"

#include "core/model/checkpoint/config_fields.h"
#include "core/model/checkpoint/json_file.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace core::model {

namespace {

constexpr std::int64_t kLargestEdge = 4096;

/// {"height": h, "width": w}, a single number for a square, or absent.
void readSize(ConfigFields& fields, const char* key, int& width, int& height) {
    const auto* value = fields.find(key);
    if (value == nullptr)
        return;
    if (value->is_number_integer()) {
        width = height = static_cast<int>(fields.size(key, width, kLargestEdge));
        return;
    }
    ConfigFields size(*value);
    height = static_cast<int>(size.size("height", height, kLargestEdge));
    width = static_cast<int>(size.size("width", width, kLargestEdge));
    if (!size.problem().empty())
        fields.reject(std::string(key) + ": " + size.problem());
}

void readResize(ConfigFields& fields, PreprocessConfig& config) {
    const auto* value = fields.find("size");
    if (value != nullptr && value->is_object() && !value->contains("shortest_edge")) {
        config.shortestEdge = 0;
        config.resizeWidth = config.resizeHeight = 224;
        readSize(fields, "size", config.resizeWidth, config.resizeHeight);
    } else if (value != nullptr && value->is_object()) {
        ConfigFields size(*value);
        config.shortestEdge = static_cast<int>(size.size("shortest_edge", 224, kLargestEdge));
        if (!size.problem().empty())
            fields.reject("size: " + size.problem());
    } else {
        config.shortestEdge = static_cast<int>(fields.size("size", 224, kLargestEdge));
    }
    const std::int64_t filter = fields.integer("resample", 3);
    if (filter < 1 || filter > 5)
        fields.reject("resample is " + std::to_string(filter) + "; 1 to 5 is supported.");
    else
        config.filter = static_cast<ResampleFilter>(filter);
}

void readChannels(ConfigFields& fields, const char* key, std::array<double, 3>& channels) {
    const auto* value = fields.find(key);
    if (value == nullptr)
        return;
    const bool isTriple = value->is_array() && value->size() == 3 &&
                          std::ranges::all_of(*value, [](const auto& x) { return x.is_number(); });
    if (!isTriple) {
        fields.reject(std::string(key) + " is not a list of three numbers.");
        return;
    }
    for (std::size_t channel = 0; channel < 3; ++channel)
        channels[channel] = (*value)[channel].template get<double>();
}

Result<PreprocessConfig> parse(const nlohmann::json& json) {
    ConfigFields fields(json);
    PreprocessConfig config;
    config.resizes = fields.flag("do_resize", true);
    readResize(fields, config);
    config.crops = fields.flag("do_center_crop", true);
    readSize(fields, "crop_size", config.cropWidth, config.cropHeight);
    config.rescales = fields.flag("do_rescale", true);
    config.rescaleFactor = fields.positive("rescale_factor", config.rescaleFactor);
    config.normalizes = fields.flag("do_normalize", true);
    readChannels(fields, "image_mean", config.mean);
    readChannels(fields, "image_std", config.deviation);
    if (std::ranges::any_of(config.deviation, [](double x) { return !(x > 0); }))
        fields.reject("image_std is not above 0.");
    if (!fields.problem().empty())
        return fail(ErrorCode::ModelInvalid,
                    "preprocessor_config.json cannot be used: " + fields.problem());
    return config;
}

/// One row of the crop through the table of the 256 possible values of each channel.
struct ValueTable {
    std::array<std::array<float, 256>, 3> values{};

    explicit ValueTable(const PreprocessConfig& config) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            for (std::size_t level = 0; level < 256; ++level) {
                auto value = static_cast<float>(config.rescales ? static_cast<double>(level) *
                                                                      config.rescaleFactor
                                                                : static_cast<double>(level));
                if (config.normalizes)
                    value = (value - static_cast<float>(config.mean[channel])) /
                            static_cast<float>(config.deviation[channel]);
                values[channel][level] = value;
            }
    }
};

/// [x, x + width) of an axis of the resized picture as whole pixels of the upright one.
void seenAlong(int cropStart, int cropSize, int resized, int original, int& start, int& size) {
    const std::int64_t from = std::max(cropStart, 0);
    const std::int64_t to = std::min(cropStart + cropSize, resized);
    const std::int64_t first = from * original / resized;
    const std::int64_t last = (to * original + resized - 1) / resized;
    start = static_cast<int>(first);
    size = static_cast<int>(last - first);
}

} // namespace

Result<PreprocessConfig> readPreprocessConfig(const std::filesystem::path& directory) {
    auto json = readJsonFile(directory / "preprocessor_config.json");
    if (json)
        return parse(*json);
    if (json.error().code != ErrorCode::FileNotFound)
        return tl::unexpected(json.error());
    const auto processor = readJsonFile(directory / "processor_config.json");
    if (processor && processor->contains("image_processor") &&
        processor->at("image_processor").is_object())
        return parse(processor->at("image_processor"));
    return fail(ErrorCode::ModelMissing,
                "preprocessor_config.json is missing. Download it into the folder.");
}

Result<InputGeometry> inputGeometry(int width, int height, const PreprocessConfig& config) {
    InputGeometry geometry;
    double resizedWidth = width;
    double resizedHeight = height;
    if (config.resizes && config.shortestEdge > 0) {
        // The longer side is truncated, after a division in floating point.
        const double shorter = std::min(width, height);
        const double longer = std::max(width, height);
        const double stretched = std::floor(config.shortestEdge * longer / shorter);
        resizedWidth = width <= height ? config.shortestEdge : stretched;
        resizedHeight = width <= height ? stretched : config.shortestEdge;
    } else if (config.resizes) {
        resizedWidth = config.resizeWidth;
        resizedHeight = config.resizeHeight;
    }
    if (std::max(resizedWidth, resizedHeight) > std::numeric_limits<int>::max() / 2)
        return fail(ErrorCode::LimitExceeded, "The picture is too long and thin for the model.");
    geometry.resizedWidth = static_cast<int>(resizedWidth);
    geometry.resizedHeight = static_cast<int>(resizedHeight);
    geometry.width = config.crops ? config.cropWidth : geometry.resizedWidth;
    geometry.height = config.crops ? config.cropHeight : geometry.resizedHeight;
    // Where the crop is larger, black is added, the odd line before; the floor does both.
    const auto offset = [](int whole, int part) {
        return static_cast<int>(std::floor((whole - part) / 2.0));
    };
    geometry.cropX = offset(geometry.resizedWidth, geometry.width);
    geometry.cropY = offset(geometry.resizedHeight, geometry.height);
    seenAlong(geometry.cropX, geometry.width, geometry.resizedWidth, width, geometry.seen.x,
              geometry.seen.width);
    seenAlong(geometry.cropY, geometry.height, geometry.resizedHeight, height, geometry.seen.y,
              geometry.seen.height);
    return geometry;
}

Result<PreparedPicture> prepare(const PixelView& picture, const PreprocessConfig& config,
                                std::stop_token stop) {
    if (picture.isEmpty())
        return fail(ErrorCode::InvalidArgument, "The picture is empty.");
    const auto geometry = inputGeometry(picture.width, picture.height, config);
    if (!geometry)
        return tl::unexpected(geometry.error());
    const Rect whole{0, 0, geometry->resizedWidth, geometry->resizedHeight};
    const Rect wanted{geometry->cropX, geometry->cropY, geometry->width, geometry->height};
    const Rect window = intersection(whole, wanted);
    const auto resized = resizeLikePillow(picture, geometry->resizedWidth, geometry->resizedHeight,
                                          config.filter, window, stop);
    if (!resized)
        return tl::unexpected(resized.error());

    const ValueTable table(config);
    PreparedPicture result{*geometry, {}};
    const auto plane = static_cast<std::size_t>(geometry->width) * geometry->height;
    result.values.resize(plane * 3);
    for (std::size_t channel = 0; channel < 3; ++channel)
        std::fill_n(result.values.begin() + static_cast<std::ptrdiff_t>(plane * channel), plane,
                    table.values[channel][0]);
    const std::uint8_t* in = resized->values.data();
    for (int y = 0; y < window.height; ++y)
        for (int x = 0; x < window.width; ++x)
            for (std::size_t channel = 0; channel < 3; ++channel)
                result.values[plane * channel +
                              static_cast<std::size_t>(window.y - wanted.y + y) * geometry->width +
                              static_cast<std::size_t>(window.x - wanted.x + x)] =
                    table.values[channel][*in++];
    return result;
}

} // namespace core::model
