// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/result.h"
#include "core/model/vision/input_geometry.h"
#include "core/model/vision/pillow_resize.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace core::model {

/// preprocessor_config.json of a CLIP image processor, defaults filled in.
struct PreprocessConfig {
    bool resizes = true;
    int shortestEdge = 224; ///< 0: `resizeWidth` and `resizeHeight` hold instead
    int resizeWidth = 0;
    int resizeHeight = 0;
    ResampleFilter filter = ResampleFilter::Bicubic;
    bool crops = true;
    int cropWidth = 224;
    int cropHeight = 224;
    bool rescales = true;
    double rescaleFactor = 1 / 255.0;
    bool normalizes = true;
    std::array<double, 3> mean = {0.48145466, 0.4578275, 0.40821073}; ///< R, G, B
    std::array<double, 3> deviation = {0.26862954, 0.26130258, 0.27577711};
};

/// Reads preprocessor_config.json, or the image_processor of processor_config.json where newer
/// libraries put it.
/// @errors ModelMissing when neither is there, ModelInvalid
[[nodiscard]] Result<PreprocessConfig> readPreprocessConfig(const std::filesystem::path& directory);

/// @errors LimitExceeded when the resized picture would not fit into 31 bits
[[nodiscard]] Result<InputGeometry> inputGeometry(int width, int height,
                                                  const PreprocessConfig& config);

/// The model's input.
struct PreparedPicture {
    InputGeometry geometry;
    std::vector<float> values; ///< 3 x height x width, R, G, B
};

/// Resizes, crops, rescales and normalizes as the reference's CLIPImageProcessor does.
/// @param picture  upright
/// @errors InvalidArgument for an empty picture, LimitExceeded, Cancelled
/// @source Hugging Face transformers 4.45, CLIPImageProcessor
[[nodiscard]] Result<PreparedPicture>
prepare(const PixelView& picture, const PreprocessConfig& config, std::stop_token stop = {});

} // namespace core::model
