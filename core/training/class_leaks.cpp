// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/class_leaks.h"

#include "core/evaluation/scores.h"
#include "core/training/fusion_fit.h"
#include "core/training/resave.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

namespace core::training {

namespace {

constexpr std::size_t kFolds = 5;
constexpr int kProbeQuality = 90;
constexpr int kGrid = 8;

/// Mean absolute step between neighboring columns, by their place modulo 8.
std::array<double, kGrid> stepsByPhase(const cv::Mat& luma) {
    std::array<double, kGrid> sum{};
    std::array<double, kGrid> count{};
    for (int x = 1; x < luma.cols; ++x) {
        const auto phase = static_cast<std::size_t>(x % kGrid);
        sum[phase] += cv::norm(luma.col(x), luma.col(x - 1), cv::NORM_L1);
        count[phase] += luma.rows;
    }
    for (std::size_t i = 0; i < kGrid; ++i)
        sum[i] /= count[i];
    return sum;
}

/// How far the strongest phase stands out, and whether it is the first.
std::pair<double, double> gridOf(const cv::Mat& luma) {
    const auto steps = stepsByPhase(luma);
    double all = 0;
    for (const double step : steps)
        all += step / kGrid;
    const auto strongest = std::ranges::max_element(steps);
    return {*strongest / (all + 1e-3), strongest == steps.begin() ? 1.0 : 0.0};
}

std::map<std::string, double> propertiesOf(const cv::Mat& tile) {
    cv::Mat luma;
    cv::cvtColor(tile, luma, cv::COLOR_BGR2GRAY);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(luma, mean, deviation);
    std::map<std::string, double> properties{{"brightness", mean[0]},
                                             {"contrast", std::log(deviation[0] + 1)}};
    std::tie(properties["grid.columns"], properties["grid.column_phase"]) = gridOf(luma);
    std::tie(properties["grid.rows"], properties["grid.row_phase"]) = gridOf(luma.t());
    if (const auto saved = savedAsJpeg(tile, kProbeQuality, 1))
        properties["saved_size"] = std::log(static_cast<double>(saved->bytes->size()));
    return properties;
}

std::vector<FeatureRow> rowsOf(const model::LabelledTiles& tiles) {
    std::vector<FeatureRow> rows;
    const std::size_t bytes = static_cast<std::size_t>(tiles.side) * tiles.side * 3;
    for (std::size_t i = 0; i < tiles.isGenerated.size(); ++i) {
        const cv::Mat tile(tiles.side, tiles.side, CV_8UC3,
                           const_cast<std::uint8_t*>(tiles.bgr.data() + i * bytes));
        FeatureRow row;
        row.isGenerated = tiles.isGenerated[i] > 0.5F;
        row.evidence = propertiesOf(tile);
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<double> crossValidatedAuc(const std::vector<FeatureRow>& rows,
                                 const std::vector<std::string>& inputs) {
    std::vector<evaluation::ScoredPicture> scored;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            // Both tiles of a pair stay together: a twin has its photograph's brightness.
            if (i / 2 % kFolds != fold)
                others.push_back(i);
        }
        const auto fitted = fitFusion(rows, others, {inputs});
        if (!fitted)
            return tl::unexpected(fitted.error());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i / 2 % kFolds == fold)
                scored.push_back({fitted->logOdds(rows[i].evidence), rows[i].isGenerated});
        }
    }
    return evaluation::areaUnderCurve(scored);
}

} // namespace

Result<LeakReport> classLeaks(const std::function<model::TrainingBatch(int step)>& batchOf,
                              int batches) {
    std::vector<FeatureRow> rows;
    for (int step = 0; step < batches; ++step)
        std::ranges::move(rowsOf(batchOf(step).whole), std::back_inserter(rows));
    LeakReport report;
    report.tiles = static_cast<int>(rows.size());
    if (rows.empty())
        return fail(ErrorCode::InvalidArgument, "There are no tiles to test.");
    std::vector<std::string> names;
    for (const auto& [name, value] : rows.front().evidence) {
        const auto auc = crossValidatedAuc(rows, {name});
        if (!auc)
            return tl::unexpected(auc.error());
        report.each[name] = *auc;
        names.push_back(name);
    }
    const auto auc = crossValidatedAuc(rows, names);
    if (!auc)
        return tl::unexpected(auc.error());
    report.auc = *auc;
    return report;
}

} // namespace core::training
