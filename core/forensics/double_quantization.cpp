// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/double_quantization.h"

#include "core/forensics/applicability.h"
#include "core/forensics/earlier_steps.h"
#include "core/forensics/evidence_part.h"
#include "core/forensics/map_regions.h"
#include "core/forensics/requantization.h"
#include "core/forensics/save_traces.h"
#include "core/forensics/shared_work.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <new>

namespace core::forensics {

namespace {

constexpr int kSmallestSide = 128;
constexpr double kPartThreshold = 4; // log likelihood ratio against the earlier save over 3x3 cells
constexpr double kPriorLogOdds = -3; // a place without the picture's earlier save is rare

// A place speaks for the fake side only when all of these hold.
constexpr double kClearLogFalseAlarms = -6;
constexpr double kClearDifference = 25; // percentage points
constexpr double kSmallestShareOfExpected = 0.75;
constexpr double kLargestMisfitElsewhere = 25; // percent
// With far less detail than elsewhere rounding noise makes most of the few coefficients.
constexpr double kSmallestDensity = 0.55;
constexpr double kSmallestShare = 0.003;
constexpr double kLargestShare = 0.4;
constexpr double kFewestCounted = 60;

// 5th to 95th percentile on 713 files without a local edit: the 105 photographs of the training
// sample (shared/data/train/real) as stored and, in PNG and JPEG alike, saved again once (qualities
// 70 to 95) or twice (seven pairs from 50-70 to 80-98).
constexpr double kReferenceHigh = 20;

struct LackNumbers {
    FitRates rates; ///< of coefficients that do not fit the earlier save
    double share = 0;
    double expectedMisfit = 0;
    double logFalseAlarms = 0;
    [[nodiscard]] double difference() const { return 100 * (rates.inside - rates.outside); }
};

bool speaksForFake(const LackNumbers& lack) {
    return lack.logFalseAlarms < kClearLogFalseAlarms && lack.difference() > kClearDifference &&
           100 * lack.rates.outside < kLargestMisfitElsewhere &&
           lack.rates.inside > kSmallestShareOfExpected * lack.expectedMisfit &&
           lack.rates.counted >= kFewestCounted && lack.rates.density > kSmallestDensity &&
           lack.share > kSmallestShare && lack.share < kLargestShare;
}

EvidenceGrid misfits(const image::JpegCoefficients& coefficients, const SaveTraces& traces,
                     const std::stop_token& stop) {
    std::array<const LevelEvidence*, 64> byFrequency{};
    for (const EarlierStep& step : traces.whole.steps)
        byFrequency[static_cast<std::size_t>(step.frequency)] = &step.evidence;
    EvidenceGrid sums = gatherEvidence(coefficients, traces.usable, traces.grid, byFrequency, stop);
    sums.logRatio = -sums.logRatio;
    sums.fitting = sums.counted - sums.fitting;
    return sums;
}

Finding wholePicture(const EarlierSteps& earlier, const LackNumbers& lack) {
    Finding finding;
    finding.templateId = "double_quantization.whole_picture";
    finding.kind = examination::ClueKind::Compression;
    finding.strength = 0.2;
    finding.numbers = {{"quality", earlier.quality}, {"fitting", 100 * (1 - lack.rates.outside)}};
    return finding;
}

Finding missingInPart(const EarlierSteps& earlier, const LackNumbers& lack,
                      std::vector<Region> regions) {
    Finding finding;
    finding.templateId = "double_quantization.missing_in_region";
    finding.kind = examination::ClueKind::Compression;
    finding.direction = examination::Direction::Fake;
    finding.strength = std::clamp(lack.difference() / 100 + 0.2, 0.4, 0.9);
    finding.regions = std::move(regions);
    finding.numbers = {{"quality", earlier.quality},
                       {"inside", 100 * lack.rates.inside},
                       {"outside", 100 * lack.rates.outside},
                       {"usual", kReferenceHigh},
                       {"area", 100 * lack.share},
                       {"log_false_alarms", lack.logFalseAlarms}};
    return finding;
}

void describe(const Subject& subject, const EarlierSteps& earlier, const EvidenceGrid& grid,
              Evidence& evidence, const std::stop_token& stop) {
    cv::Mat odds;
    cv::exp(-(neighborhoodSum(grid.logRatio) + kPriorLogOdds), odds);
    const cv::Mat map = 1.0 / (1.0 + odds);
    evidence.map = heatMapFrom(turnedUpright(map, subject.picture.orientation));

    const EvidencePart part = strongestPart(grid.logRatio, kPartThreshold);
    const cv::Mat mask = part.mask.empty() ? cv::Mat::zeros(map.size(), CV_8U) : part.mask;
    LackNumbers lack{fitRates(grid, mask), part.share, earlier.expectedMisfit, 0};
    lack.logFalseAlarms = logFalseAlarms(lack.rates, std::pow(static_cast<double>(map.total()), 2));
    auto regions = regionsOfPart(subject, mask, map);
    if (speaksForFake(lack) && areOpenParts(subject, regions, stop))
        evidence.findings.push_back(openPart(earlier.quality, std::move(regions)));
    else if (speaksForFake(lack))
        evidence.findings.push_back(missingInPart(earlier, lack, std::move(regions)));
    else
        evidence.findings.push_back(wholePicture(earlier, lack));
    evidence.value = lack.rates.counted >= kFewestCounted ? std::max(lack.difference(), 0.0) : 0.0;
    evidence.parameters["quality"] = earlier.quality;
    evidence.parameters["frequencies"] = static_cast<double>(earlier.steps.size());
    evidence.parameters["gain"] = earlier.gain;
    evidence.parameters["counted"] = lack.rates.counted;
    evidence.parameters["inside"] = 100 * lack.rates.inside;
    evidence.parameters["outside"] = 100 * lack.rates.outside;
    evidence.parameters["expected"] = 100 * earlier.expectedMisfit;
    evidence.parameters["density"] = lack.rates.density;
    evidence.parameters["share"] = lack.share;
    evidence.features["double_quantization.difference"] = evidence.value;
    evidence.features["double_quantization.log_false_alarms"] =
        std::clamp(lack.logFalseAlarms, -100.0, 10.0);
    evidence.features["double_quantization.area"] = lack.share;
}

class DoubleQuantization final : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "double_quantization"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        try {
            return measured(subject, stop);
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::LimitExceeded,
                        "Not enough memory for the search for double quantization.");
        } catch (const cv::Exception& error) {
            return fail(ErrorCode::Internal, std::string("Double quantization: ") + error.what());
        }
    }

  private:
    [[nodiscard]] static Result<Evidence> measured(const Subject& subject,
                                                   const std::stop_token& stop);
};

Result<Evidence> DoubleQuantization::measured(const Subject& subject, const std::stop_token& stop) {
    Evidence evidence;
    evidence.analyzer = "double_quantization";
    evidence.statistic =
        "coefficients off the steps of the picture's earlier save, strongest place "
        "minus rest, percentage points";
    evidence.referenceHigh = kReferenceHigh;
    if (!canUseCoefficients(subject, kSmallestSide, evidence))
        return evidence;
    const auto shared = sharedSaveTraces(subject, stop);
    if (!shared)
        return tl::unexpected(shared.error());
    const SaveTraces& traces = **shared;
    if (!traces.whole.areMeasurable()) {
        doesNotApply(evidence, kNoEarlierSave);
        return evidence;
    }
    const EvidenceGrid grid = misfits(*subject.coefficients, traces, stop);
    if (stop.stop_requested())
        return cancelled();
    describe(subject, traces.whole, grid, evidence, stop);
    return evidence;
}

} // namespace

std::unique_ptr<Analyzer> makeDoubleQuantization() {
    return std::make_unique<DoubleQuantization>();
}

} // namespace core::forensics
