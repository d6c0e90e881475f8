// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/evidence_fusion.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace core::model {

namespace {

constexpr double kHighQuality = 95;
constexpr double kMiddleMegapixels = 0.5;
constexpr double kMostOctaves = 2;
constexpr double kUsualMegapixels = 1;

JoinedWeights weightsFrom(const nlohmann::json& json) {
    return {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>()};
}

JoinedSupport joinedFrom(const nlohmann::json& json) {
    JoinedSupport joined;
    joined.weights = weightsFrom(json.at("weights"));
    joined.mostRatio = json.at("most_ratio").get<double>();
    joined.realBelow = json.at("verdicts").at("real_below").get<double>();
    joined.fakeAbove = json.at("verdicts").at("fake_above").get<double>();
    for (const auto& draw : json.at("draws"))
        joined.draws.push_back(weightsFrom(draw));
    return joined;
}

} // namespace

Result<EvidenceFusion> EvidenceFusion::load(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream)
        return fail(ErrorCode::ModelMissing, "The embedded engine's file " + file.string() +
                                                 " is missing; reinstall Clueglass.");
    try {
        const auto json = nlohmann::json::parse(stream);
        EvidenceFusion fusion;
        fusion.m_version = json.at("version").get<std::string>();
        fusion.m_bias = json.at("bias").get<double>();
        fusion.m_realBelow = json.at("thresholds").at("real_below").get<double>();
        fusion.m_fakeAbove = json.at("thresholds").at("fake_above").get<double>();
        fusion.m_computedAbove = json.at("computed_above").get<double>();
        for (const auto& entry : json.at("inputs")) {
            fusion.m_inputs.push_back(
                {entry.at("name").get<std::string>(), entry.at("mean").get<double>(),
                 entry.at("scale").get<double>(), entry.at("limit").get<double>(),
                 entry.at("weight").get<double>(), entry.at("missing_weight").get<double>()});
        }
        const auto& size = json.at("size_factor");
        fusion.m_size = {size.at("middle").get<double>(), size.at("per_octave").get<double>()};
        const auto& support = json.at("support");
        fusion.m_support = {
            support.at("offset").get<double>(),          support.at("slope").get<double>(),
            support.at("offset_variance").get<double>(), support.at("covariance").get<double>(),
            support.at("slope_variance").get<double>(),  support.at("most_ratio").get<double>()};
        fusion.m_joined = joinedFrom(json.at("joined_support"));
        for (const auto& entry : json.at("confidence"))
            fusion.m_steps.push_back(
                {entry.at("quality_below").get<double>(), entry.at("factor").get<double>()});
        return fusion;
    } catch (const std::exception& error) {
        return fail(ErrorCode::ModelInvalid, "The embedded engine's file " + file.string() +
                                                 " is damaged (" + error.what() +
                                                 "); reinstall Clueglass.");
    }
}

double confidenceFor(const std::vector<ConfidenceStep>& steps,
                     const std::map<std::string, double>& features) {
    const auto found = features.find(kFileQuality);
    const double quality = found == features.end() ? kNotJpeg : found->second;
    const auto step = std::ranges::find_if(
        steps, [&](const ConfidenceStep& each) { return quality < each.qualityBelow; });
    return step == steps.end() ? 1 : step->factor;
}

bool describesWholePicture(std::string_view input) {
    return input.starts_with("residual.") || input.starts_with("network.");
}

double octavesOf(double megapixels) {
    return std::clamp(std::log2(megapixels / kMiddleMegapixels), -kMostOctaves, kMostOctaves);
}

double SizeFactor::at(double megapixels) const {
    return middle + perOctave * octavesOf(megapixels);
}

double SizeFactor::confidenceAt(double megapixels) const {
    return at(megapixels) / at(kUsualMegapixels);
}

FusedEvidence EvidenceFusion::fuse(const std::map<std::string, double>& features) const {
    FusedEvidence fused;
    fused.logOdds = m_bias;
    fused.wholePictureLogOdds = m_bias;
    for (const Input& input : m_inputs) {
        const auto found = features.find(input.name);
        double share = input.missingWeight;
        if (found != features.end() && std::isfinite(found->second)) {
            const double standardized = (found->second - input.mean) / input.scale;
            if (std::abs(standardized) > input.limit)
                fused.outside.push_back(input.name);
            share = input.weight * std::clamp(standardized, -input.limit, input.limit);
        }
        fused.contributions[input.name] = share;
        fused.logOdds += share;
        if (describesWholePicture(input.name))
            fused.wholePictureLogOdds += share;
    }
    if (const auto size = features.find(kMegapixels); size != features.end()) {
        fused.logOdds *= m_size.at(size->second);
        fused.wholePictureLogOdds *= m_size.at(size->second);
        fused.sizeConfidence = m_size.confidenceAt(size->second);
    }
    const double factor = confidenceFor(m_steps, features);
    fused.confidence = factor / confidenceFor(m_steps, {{kFileQuality, kHighQuality}});
    fused.logOdds *= factor;
    fused.wholePictureLogOdds *= factor;
    fused.pFake = 1 / (1 + std::exp(-fused.logOdds));
    return fused;
}

} // namespace core::model
