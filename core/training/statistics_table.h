// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forensics/statistics/residual_statistics.h"
#include "core/model/detector/picture_network.h"
#include "core/training/training_list.h"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace core::training {

/// What happened to a picture before its statistics are taken.
enum class Condition {
    Found,  ///< nothing; what is no JPEG is saved as one
    Web,    ///< longer side 560 to 1,100 pixels, saved at quality 75 to 95
    Reduced ///< half the size, saved at quality 60 to 80
};

[[nodiscard]] std::string_view conditionName(Condition condition);

/// What is measured on a picture, for a table.
struct Measured {
    int count = 0; ///< values of a picture
    /// @param isJpeg  whether the picture was one. @errors those of the measurement
    std::function<Result<std::vector<float>>(const cv::Mat& bgr, bool isJpeg,
                                             std::mt19937_64& random)>
        values;
};

/// Residual statistics at the picture's own scale, then at half of it.
inline constexpr int kResidualValues = 2 * forensics::kStatisticsValues;
[[nodiscard]] Measured residualValues();

/// Features of the picture network, which looks at a square drawn anew: three quarters to all of
/// the largest one, anywhere in the picture.
[[nodiscard]] Measured networkValues(const model::PictureNetwork& network);

/// One picture under one condition.
struct StatisticsRow {
    std::string file;
    std::string source;
    std::string generator;
    std::string look;
    std::string camera;
    std::string condition;
    bool isGenerated = false;
    bool isJpeg = false;
    int width = 0;  ///< as found
    int height = 0; ///< as found
    std::optional<std::uint64_t> perceptualHash;
};

/// What a row's picture was when its statistics were taken.
struct ConditionFacts {
    int width = 0;
    int height = 0;
    std::optional<int> jpegQuality; ///< nothing for a file as found, which says it itself
};
[[nodiscard]] ConditionFacts factsOf(const StatisticsRow& row);

struct StatisticsTable {
    std::vector<StatisticsRow> rows;
    cv::Mat values; ///< [rows, values of a picture], CV_16F
};

/// Measures every item under every condition and appends the values to `table` (one JSON object a
/// line) and `table`.values (half precision). What is there already stays; a run that was stopped
/// goes on.
/// @param progress  called with (done, total)
/// @return pictures that could not be read. @errors WriteFailed
[[nodiscard]] Result<int> extendStatisticsTable(const std::vector<TrainingItem>& items,
                                                const Measured& measured,
                                                const std::filesystem::path& table, int threads,
                                                const std::function<void(int, int)>& progress);

/// @errors FileNotFound (no row), InvalidJson, FileUnreadable (fewer values than rows)
[[nodiscard]] Result<StatisticsTable> readStatisticsTable(const std::filesystem::path& table,
                                                          int valuesPerPicture);

/// The rows that both tables have, each with the values of `first` and behind them of `second`.
[[nodiscard]] StatisticsTable joined(const StatisticsTable& first, const StatisticsTable& second);

} // namespace core::training
