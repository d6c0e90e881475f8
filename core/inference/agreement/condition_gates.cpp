// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/agreement/condition_gates.h"

#include "core/clues/clue_catalog.h"
#include "core/examination/vocabulary.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::inference {

namespace {

using examination::Clue;
using examination::Examination;
using examination::Verdict;

constexpr int kModelSide = 336; ///< of LLaVA-1.5's input

/// Reasons of the embedded engine that hold for any verdict.
constexpr std::array<std::string_view, 3> kForbidding = {"verdict.too_small", "verdict.incomplete",
                                                         "verdict.heavy_compression"};
/// Reasons that weaken a verdict, and the sentences for a model.
constexpr std::array<std::pair<std::string_view, const char*>, 2> kWeakening = {
    {{"verdict.less_certain", "engines.worn"}, {"verdict.small", "engines.small"}}};

/// A weakened probability must say more than the model's own half: with less than 60 % of the
/// confidence left there is no verdict, whatever the model says.
constexpr examination::Thresholds kCautious = {0.2, 0.8};
constexpr double kStrengthOfLimit = 0.05; ///< read after what was found in the picture itself

Clue note(const char* templateId, std::map<std::string, double> numbers, double strength) {
    Clue clue;
    clue.templateId = templateId;
    clue.text = clues::filled(clues::clueSentence(templateId), numbers, {});
    clue.source = examination::ClueSource::Measurement;
    clue.direction = examination::Direction::Neutral;
    clue.strength = strength;
    clue.evidence = std::move(numbers);
    return clue;
}

std::optional<Clue> reasonForNone(const std::vector<Clue>& measured, double share) {
    for (const std::string_view id : kForbidding) {
        const auto found = std::ranges::find(measured, id, &Clue::templateId);
        if (found != measured.end())
            return *found;
    }
    if (share < kLeastFineDetail)
        return note("engines.soft", {{"share", share}, {"limit", kLeastFineDetail}}, 1);
    return std::nullopt;
}

/// What is left of the confidence; fills in the reasons.
double keptConfidence(const std::vector<Clue>& measured, double fineDetail,
                      std::vector<Clue>& reasons) {
    double kept = 1;
    if (fineDetail >= kLeastFineDetail && fineDetail < kUsualFineDetail) {
        kept = (fineDetail - kLeastFineDetail) / (kUsualFineDetail - kLeastFineDetail);
        reasons.push_back(
            note("engines.softened",
                 {{"share", fineDetail}, {"usual", kUsualFineDetail}, {"confidence", 100 * kept}},
                 1 - kept));
    }
    for (const auto& [theirs, ours] : kWeakening) {
        const auto found = std::ranges::find(measured, theirs, &Clue::templateId);
        if (found == measured.end())
            continue;
        const auto confidence = found->evidence.find("confidence");
        if (confidence == found->evidence.end())
            continue;
        const double share = std::clamp(confidence->second / 100, 0.0, 1.0);
        kept *= share;
        reasons.push_back(note(ours, found->evidence, 1 - share));
    }
    return kept;
}

void withhold(Examination& spoken, const std::string& why) {
    spoken.verdict = Verdict::Inconclusive;
    spoken.inconclusiveReason = why;
}

void weaken(Examination& spoken, double kept) {
    spoken.pFake = 0.5 + (spoken.pFake - 0.5) * kept;
    for (auto& [manner, score] : spoken.manner)
        score *= kept;
    for (Clue& clue : spoken.clues)
        clue.strength *= kept;
}

} // namespace

double fineDetailShare(const image::Image& picture) {
    const PixelView view = picture.view();
    const int side = std::min(view.width, view.height);
    if (side <= 0)
        return 0;
    // The middle square is all that the model sees.
    const cv::Mat pixels(view.height, view.width, CV_8UC3, const_cast<std::uint8_t*>(view.data),
                         static_cast<std::size_t>(view.bytesPerRow));
    const cv::Mat middle =
        pixels(cv::Rect((view.width - side) / 2, (view.height - side) / 2, side, side));
    cv::Mat gray;
    cv::cvtColor(middle, gray, cv::COLOR_BGR2GRAY);
    cv::resize(gray, gray, {kModelSide, kModelSide}, 0, 0,
               side > kModelSide ? cv::INTER_AREA : cv::INTER_CUBIC);
    gray.convertTo(gray, CV_32F);
    cv::Mat light;
    cv::Mat strong;
    cv::GaussianBlur(gray, light, {}, 1.8);
    cv::GaussianBlur(light, strong, {}, 3.6);
    cv::Mat fine;
    cv::Mat coarse;
    cv::absdiff(gray, light, fine);
    cv::absdiff(light, strong, coarse);
    constexpr double kLeastCoarse = 0.05; // gray levels: a plain area has no detail to compare
    const double base = cv::mean(coarse)[0];
    return base < kLeastCoarse ? 1 : cv::mean(fine)[0] / base;
}

void guardVerdict(Examination& spoken, const std::vector<Clue>& measured,
                  const image::Image& picture) {
    std::vector<Clue> reasons;
    const double fineDetail = fineDetailShare(picture);
    if (auto none = reasonForNone(measured, fineDetail)) {
        withhold(spoken, none->text);
        reasons.push_back(std::move(*none));
    }
    const double kept = keptConfidence(measured, fineDetail, reasons);
    if (kept < 1) {
        weaken(spoken, kept);
        spoken.thresholds = kCautious;
        if (spoken.verdict != Verdict::Inconclusive &&
            examination::verdictFor(spoken.pFake, kCautious) != spoken.verdict)
            withhold(spoken, reasons.back().text);
    }
    if (spoken.category == examination::Category::Face)
        reasons.push_back(note("engines.faces_weak", {}, kStrengthOfLimit));
    for (Clue& reason : reasons)
        spoken.clues.push_back(std::move(reason));
}

} // namespace core::inference
