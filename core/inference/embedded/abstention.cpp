// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/abstention.h"

#include "core/clues/clue_catalog.h"
#include "core/inference/embedded/uniform_pixels.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace core::inference {

namespace {

using examination::Clue;
using examination::ClueKind;

// What the training pictures covered; see resources/models/embedded/training_record.json.
constexpr int kMinimumSide = 256;
constexpr int kMinimumTiles = 3;
constexpr int kMinimumQuality = 50;
/// Beyond it a picture is a graphic; docs/model-card.md says on what this was chosen.
constexpr double kMostUniform = 0.7;
constexpr double kFullConfidence = 0.95;
/// Gray filling dilutes every measurement of the whole picture.
constexpr double kMostMissing = 0.25;
/// Deviation in gray levels; docs/model-card.md says on what this was chosen.
constexpr double kMostNoise = 2.7;
/// Gray levels, and a share of the picture: of 350 camera photographs of the list 16 are darker, of
/// 350 generated pictures of photographic look 9.
constexpr double kDarkLevel = 40;
constexpr double kMostDark = 0.6;
/// To be read after what was found in the picture itself.
constexpr double kStrengthOfLimit = 0.05;

Clue reason(const char* templateId, ClueKind kind, std::map<std::string, double> numbers) {
    Clue clue;
    clue.templateId = templateId;
    clue.text = clues::filled(clues::clueSentence(templateId), numbers, {});
    clue.kind = kind;
    clue.source = examination::ClueSource::Measurement;
    clue.direction = examination::Direction::Neutral;
    clue.strength = 1;
    clue.evidence = std::move(numbers);
    return clue;
}

Clue uncalibrated(const std::string& encoding) {
    Clue clue = reason("verdict.encoding", ClueKind::Color, {});
    clue.quotes = {{"encoding", encoding}};
    clue.text = clues::filled(clues::clueSentence(clue.templateId), {}, clue.quotes);
    return clue;
}

Clue weakened(const char* templateId, ClueKind kind, double confidence,
              std::map<std::string, double> numbers) {
    numbers["confidence"] = 100 * confidence;
    Clue clue = reason(templateId, kind, std::move(numbers));
    clue.strength = std::clamp(1 - confidence, 0.0, 1.0);
    return clue;
}

} // namespace

std::optional<Clue> reasonToAbstain(const forensics::Subject& subject, const EvidenceSet& evidence,
                                    const model::FusedEvidence& fused) {
    const image::Image& image = subject.picture.image;
    const int side = std::min(image.width(), image.height());
    if (side < kMinimumSide)
        return reason("verdict.too_small", ClueKind::Texture,
                      {{"side", side}, {"minimum", kMinimumSide}});
    if (subject.picture.missingShare > kMostMissing)
        return reason("verdict.incomplete", ClueKind::Compression,
                      {{"missing", 100 * subject.picture.missingShare}});
    if (subject.picture.lacksDetail)
        return reason("verdict.lacks_detail", ClueKind::Compression, {});
    if (!subject.picture.isCalibrated)
        return uncalibrated(subject.picture.encoding);
    if (subject.jpeg && subject.jpeg->lumaQuality < kMinimumQuality)
        return reason("verdict.heavy_compression", ClueKind::Compression,
                      {{"quality", subject.jpeg->lumaQuality}, {"minimum", kMinimumQuality}});
    const auto tiles = static_cast<int>(evidence.tiles.tiles.size());
    if (tiles < kMinimumTiles)
        return reason("verdict.few_tiles", ClueKind::Texture,
                      {{"tiles", tiles}, {"minimum", kMinimumTiles}});
    const double uniform = uniformShare(image.view());
    if (uniform > kMostUniform)
        return reason("verdict.graphic", ClueKind::Texture, {{"uniform", 100 * uniform}});
    const auto unlike = std::ranges::count_if(fused.outside, model::describesWholePicture);
    if (unlike > 0)
        return reason("verdict.unlike_calibration", ClueKind::Texture,
                      {{"inputs", static_cast<double>(unlike)}});
    return std::nullopt;
}

std::optional<Clue> reasonOfFormula(const EvidenceSet& evidence, double above) {
    const auto score = evidence.features.find(kComputedScore);
    if (score == evidence.features.end() || score->second <= above)
        return std::nullopt;
    return reason("verdict.computed", ClueKind::Texture, {});
}

std::optional<Clue> reasonAgainstReal(const EvidenceSet& evidence) {
    const auto measured = evidence.features.find("noise.median"); // natural logarithm
    if (measured == evidence.features.end())
        return std::nullopt;
    const double noise = std::exp(measured->second);
    if (noise <= kMostNoise)
        return std::nullopt;
    return reason("verdict.noise_hides", ClueKind::Noise,
                  {{"noise", noise}, {"limit", kMostNoise}});
}

std::optional<Clue> reasonOfNight(const forensics::Subject& subject, const EvidenceSet& evidence) {
    // A local finding stands out against the rest of the same picture, dark or not.
    const bool isAnyLocal = std::ranges::any_of(evidence.features, [](const auto& input) {
        return (input.first.starts_with("local.") || input.first == "copy_move.z") &&
               input.second > 0;
    });
    const cv::Mat& luma = subject.luma;
    if (isAnyLocal || luma.empty())
        return std::nullopt;
    const double dark = cv::countNonZero(luma < kDarkLevel) / static_cast<double>(luma.total());
    if (dark <= kMostDark)
        return std::nullopt;
    return reason("verdict.night", ClueKind::Lighting, {{"dark", 100 * dark}});
}

std::optional<Clue> reasonAgainstFake(const std::vector<Clue>& clues) {
    const bool isAnyFor = std::ranges::any_of(
        clues, [](const Clue& clue) { return clue.direction == examination::Direction::Fake; });
    if (isAnyFor)
        return std::nullopt;
    return reason("verdict.no_clue_for_fake", ClueKind::Texture, {});
}

std::optional<Clue> reasonForLessConfidence(const forensics::Subject& subject,
                                            const model::FusedEvidence& fused) {
    if (!subject.jpeg || fused.confidence > kFullConfidence)
        return std::nullopt;
    return weakened("verdict.less_certain", ClueKind::Compression, fused.confidence,
                    {{"quality", subject.jpeg->lumaQuality}});
}

std::optional<Clue> reasonForSmallness(const forensics::Subject& subject,
                                       const model::FusedEvidence& fused) {
    if (fused.sizeConfidence > kFullConfidence)
        return std::nullopt;
    const image::Image& image = subject.picture.image;
    return weakened("verdict.small", ClueKind::Texture, fused.sizeConfidence,
                    {{"width", image.width()}, {"height", image.height()}});
}

Clue restOnBoth() {
    Clue clue = reason("verdict.pixels_and_form", ClueKind::Texture, {});
    clue.strength = kStrengthOfLimit;
    return clue;
}

std::optional<Clue> limitOfVerdict(examination::Verdict verdict) {
    if (verdict != examination::Verdict::Real)
        return std::nullopt;
    Clue clue = reason("verdict.not_local", ClueKind::Texture, {});
    clue.strength = kStrengthOfLimit;
    return clue;
}

} // namespace core::inference
