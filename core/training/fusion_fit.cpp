// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fusion_fit.h"

#include "core/training/logistic_fit.h"

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace core::training {

namespace {

constexpr double kLimit = 4; ///< standardized inputs beyond this say no more

/// Columns: the standardized inputs, then their missing-indicators, then the constant one.
void fillRow(const FittedFusion& fusion, const std::map<std::string, double>& evidence,
             double* out) {
    const std::size_t n = fusion.names.size();
    for (std::size_t i = 0; i < n; ++i) {
        const auto found = evidence.find(fusion.names[i]);
        const bool isKnown = found != evidence.end() && std::isfinite(found->second);
        out[i] = isKnown ? std::clamp((found->second - fusion.mean[i]) / fusion.scale[i], -kLimit,
                                      kLimit)
                         : 0;
        out[n + i] = isKnown ? 0 : 1;
    }
    out[2 * n] = 1;
}

void standardize(FittedFusion& fusion, const std::vector<FeatureRow>& table,
                 const std::vector<std::size_t>& rows) {
    for (std::size_t i = fusion.mean.size(); i < fusion.names.size(); ++i) {
        const std::string& name = fusion.names[i];
        std::vector<double> values;
        for (const std::size_t row : rows) {
            const auto found = table[row].evidence.find(name);
            if (found != table[row].evidence.end() && std::isfinite(found->second))
                values.push_back(found->second);
        }
        double mean = 0;
        for (const double value : values)
            mean += value / static_cast<double>(values.size());
        double variance = 0;
        for (const double value : values)
            variance += (value - mean) * (value - mean) / static_cast<double>(values.size());
        fusion.mean.push_back(mean);
        fusion.scale.push_back(variance > 1e-12 ? std::sqrt(variance) : 1);
    }
}

void addWatched(FittedFusion& fusion, const std::vector<FeatureRow>& table,
                const std::vector<std::size_t>& rows, const std::vector<std::string>& watched) {
    fusion.names.insert(fusion.names.end(), watched.begin(), watched.end());
    standardize(fusion, table, rows);
    fusion.weight.resize(fusion.names.size(), 0);
    fusion.missingWeight.resize(fusion.names.size(), 0);
}

} // namespace

double FittedFusion::logOdds(const std::map<std::string, double>& evidence) const {
    std::vector<double> x(names.size() * 2 + 1);
    fillRow(*this, evidence, x.data());
    double sum = bias;
    for (std::size_t i = 0; i < names.size(); ++i)
        sum += x[i] * weight[i] + x[names.size() + i] * missingWeight[i];
    return sum;
}

Result<FittedFusion> fitFusion(const std::vector<FeatureRow>& table,
                               const std::vector<std::size_t>& rows,
                               const FusionFitOptions& options) {
    const auto fakes = std::ranges::count_if(rows, [&](std::size_t r) { return isFake(table[r]); });
    const auto total = static_cast<std::ptrdiff_t>(rows.size());
    if (fakes == 0 || fakes == total)
        return fail(ErrorCode::InvalidArgument, "The fusion needs pictures of both classes.");
    FittedFusion fusion;
    fusion.names = options.inputs;
    standardize(fusion, table, rows);
    const int columns = static_cast<int>(fusion.names.size()) * 2 + 1;
    LogisticProblem problem;
    problem.inputs.create(static_cast<int>(rows.size()), columns, CV_64F);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const FeatureRow& row = table[rows[r]];
        fillRow(fusion, row.evidence, problem.inputs.ptr<double>(static_cast<int>(r)));
        problem.isFake.push_back(isFake(row));
        problem.weights.push_back(0.5 * static_cast<double>(total) /
                                  static_cast<double>(isFake(row) ? fakes : total - fakes));
    }
    problem.ridge = cv::Mat(columns, 1, CV_64F, cv::Scalar(options.ridge));
    problem.ridge.at<double>(columns - 1) = 0; // the constant
    const auto fit = fittedLogistic(problem);
    if (!fit)
        return fail(ErrorCode::Internal, "The fusion's equations could not be solved.");
    const cv::Mat& w = fit->coefficients;
    const auto n = static_cast<int>(fusion.names.size());
    for (int i = 0; i < n; ++i) {
        fusion.weight.push_back(w.at<double>(i));
        fusion.missingWeight.push_back(w.at<double>(n + i));
    }
    fusion.bias = w.at<double>(2 * n);
    addWatched(fusion, table, rows, options.watched);
    return fusion;
}

Result<void> writeFusion(const FittedFusion& fusion, const Thresholds& thresholds,
                         const Supports& supports, const std::string& version,
                         const std::filesystem::path& file) {
    nlohmann::ordered_json json = {
        {"version", version},
        {"bias", fusion.bias},
        {"thresholds",
         {{"real_below", thresholds.realBelow}, {"fake_above", thresholds.fakeAbove}}}};
    json["computed_above"] = fusion.computedAbove;
    json["inputs"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < fusion.names.size(); ++i)
        json["inputs"].push_back({{"name", fusion.names[i]},
                                  {"mean", fusion.mean[i]},
                                  {"scale", fusion.scale[i]},
                                  {"limit", kLimit},
                                  {"weight", fusion.weight[i]},
                                  {"missing_weight", fusion.missingWeight[i]}});
    json["size_factor"] = {{"middle", fusion.size.middle}, {"per_octave", fusion.size.perOctave}};
    const model::SupportScale& support = supports.pixels;
    json["support"] = {{"offset", support.offset},
                       {"slope", support.slope},
                       {"offset_variance", support.offsetVariance},
                       {"covariance", support.covariance},
                       {"slope_variance", support.slopeVariance},
                       {"most_ratio", support.mostRatio}};
    const auto weightsJson = [](const model::JoinedWeights& each) {
        return nlohmann::ordered_json{each.offset, each.pixels, each.form};
    };
    auto& joined = json["joined_support"];
    joined = {
        {"order", "offset, pixels, form"},
        {"weights", weightsJson(supports.joined.weights)},
        {"most_ratio", supports.joined.mostRatio},
        {"verdicts",
         {{"real_below", supports.joined.realBelow}, {"fake_above", supports.joined.fakeAbove}}},
        {"draws", nlohmann::ordered_json::array()}};
    for (const model::JoinedWeights& each : supports.joined.draws)
        joined["draws"].push_back(weightsJson(each));
    json["confidence"] = nlohmann::ordered_json::array();
    for (const model::ConfidenceStep& step : fusion.confidence)
        json["confidence"].push_back(
            {{"quality_below", step.qualityBelow}, {"factor", step.factor}});
    std::ofstream out(file);
    out << json.dump(1) << '\n';
    if (!out.flush())
        return fail(ErrorCode::WriteFailed, "The file " + file.string() + " cannot be written.");
    return {};
}

} // namespace core::training
