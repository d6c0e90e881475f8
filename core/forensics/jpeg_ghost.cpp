// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/jpeg_ghost.h"

#include "core/forensics/applicability.h"
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

constexpr int kLowestQuality = 40;
constexpr int kHighestQuality = 96;
constexpr int kMostCandidates = 64;      // one row of the score table
constexpr std::size_t kFrequencies = 28; // beyond them hardly a coefficient differs from zero
constexpr int kSharedWithin = 3;         // a table that is no IJG one has only a nearest quality
constexpr int kSmallestSide = 128;
constexpr double kPartThreshold = 3; // log likelihood ratio summed over 3x3 cells
constexpr double kPriorLogOdds = -3; // a place with an earlier save of its own is rare

// A place speaks for the fake side only when all of these hold.
constexpr double kClearLogFalseAlarms = -6;
constexpr double kClearFit = 0.75;
constexpr double kClearDifference = 25; // percentage points
constexpr double kFewestCounted = 60;   // coefficients
constexpr double kSmallestShare = 0.003;
constexpr double kLargestShare = 0.4;

// 5th to 95th percentile on 1,250 files without a local edit: the 105 photographs of the training
// sample (shared/data/train/real) as stored and, in PNG and JPEG alike, saved again once (qualities
// 70 to 95) or twice (seven pairs from 50-70 to 80-98).
constexpr double kReferenceHigh = 20;

struct Candidate {
    int quality = 0;
    std::vector<LevelEvidence> evidence; ///< for the first kFrequencies of the zig-zag scan
};

/// Whether the earlier save would have been coarser at enough of the low frequencies.
bool leavesTraces(const image::QuantizationTable& earlier, const image::QuantizationTable& last) {
    int coarser = 0;
    for (const int f : zigzagAc().first(15)) {
        const auto at = static_cast<std::size_t>(f);
        coarser += earlier[at] >= 1.4 * last[at] ? 1 : 0;
    }
    return coarser >= 10;
}

/// @param shared  quality of an earlier save of the whole picture, which is no ghost; 0 for none
std::vector<int> candidateQualities(const image::QuantizationTable& last, int shared) {
    std::vector<int> qualities;
    for (int quality = kLowestQuality; quality <= kHighestQuality; ++quality) {
        const bool isShared = shared > 0 && std::abs(quality - shared) <= kSharedWithin;
        if (!isShared && leavesTraces(image::standardLumaTable(quality), last))
            qualities.push_back(quality);
    }
    return qualities;
}

Candidate candidateFor(int quality, const image::QuantizationTable& last,
                       const LevelHistogram& histogram) {
    const auto earlier = image::standardLumaTable(quality);
    Candidate candidate{quality, {}};
    for (const int f : zigzagAc().first(kFrequencies)) {
        const auto at = static_cast<std::size_t>(f);
        candidate.evidence.push_back(
            levelEvidence({earlier[at], last[at]}, histogram[at], {Baseline::AsMeasured, 0.03}));
    }
    return candidate;
}

std::vector<Candidate> candidatesFor(const image::QuantizationTable& last, const SaveTraces& traces,
                                     const std::stop_token& stop) {
    std::vector<Candidate> candidates;
    const int shared = traces.whole.areMeasurable() ? traces.whole.quality : 0;
    for (const int quality : candidateQualities(last, shared)) {
        if (stop.stop_requested())
            break;
        candidates.push_back(candidateFor(quality, last, traces.histogram));
    }
    return candidates;
}

/// Evidence of all candidates at once: [frequency][level][candidate].
using ScoreTable = std::vector<std::array<float, kMostCandidates>>;

ScoreTable scoreTable(const std::vector<Candidate>& candidates) {
    ScoreTable table(kFrequencies * kLevels);
    for (auto& row : table)
        row.fill(0);
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        for (std::size_t f = 0; f < kFrequencies; ++f) {
            for (std::size_t level = 0; level < kLevels; ++level)
                table[f * kLevels + level][c] = candidates[c].evidence[f].logRatio[level];
        }
    }
    return table;
}

void addBlock(const std::array<std::int16_t, 64>& block, const ScoreTable& table, float* sums) {
    for (std::size_t f = 0; f < kFrequencies; ++f) {
        const int value = block[static_cast<std::size_t>(zigzagAc()[f])];
        if (value == 0)
            continue;
        const auto level = static_cast<std::size_t>(std::min(std::abs(value), kLevels - 1));
        const float* scores = table[f * kLevels + level].data();
        for (int c = 0; c < kMostCandidates; ++c)
            sums[c] += scores[c];
    }
}

/// Adds up the rows of blocks of one row of cells: [column][candidate].
void scoreRow(const image::JpegCoefficients& coefficients, const SaveTraces& traces,
              const ScoreTable& table, int row, std::vector<float>& sums) {
    const int side = traces.grid.blocksPerSide;
    sums.assign(static_cast<std::size_t>(traces.grid.columns) * kMostCandidates, 0.0F);
    const int last = std::min((row + 1) * side, coefficients.blocksHigh);
    for (int y = row * side; y < last; ++y) {
        const auto* blocks =
            coefficients.luma.data() + static_cast<std::ptrdiff_t>(y) * coefficients.blocksWide;
        for (int x = 0; x < coefficients.blocksWide; ++x) {
            if (traces.usable.at<std::uint8_t>(y, x) != 0)
                addBlock(blocks[x], table,
                         sums.data() + static_cast<std::ptrdiff_t>(x / side) * kMostCandidates);
        }
    }
}

/// Log likelihood ratio of each cell for each candidate: one CV_32F matrix for each candidate.
Result<std::vector<cv::Mat>> scoreCells(const image::JpegCoefficients& coefficients,
                                        const SaveTraces& traces,
                                        const std::vector<Candidate>& candidates,
                                        const std::stop_token& stop) {
    const ScoreTable table = scoreTable(candidates);
    const CellGrid& grid = traces.grid;
    std::vector<cv::Mat> cells;
    for (std::size_t c = 0; c < candidates.size(); ++c)
        cells.emplace_back(grid.rows, grid.columns, CV_32F);
    cv::parallel_for_(cv::Range(0, grid.rows), [&](const cv::Range& rows) {
        std::vector<float> sums;
        for (int row = rows.start; row < rows.end && !stop.stop_requested(); ++row) {
            scoreRow(coefficients, traces, table, row, sums);
            for (std::size_t c = 0; c < cells.size(); ++c) {
                const float* sum = sums.data() + c;
                for (int column = 0; column < grid.columns; ++column, sum += kMostCandidates)
                    cells[c].at<float>(row, column) = *sum;
            }
        }
    });
    if (stop.stop_requested())
        return cancelled();
    return cells;
}

struct Ghost {
    std::size_t candidate = 0;
    EvidencePart part;
};

/// The strongest ghost with all that its description needs.
struct GhostMaps {
    int quality = 0;
    EvidencePart part;
    cv::Mat cells; ///< log likelihood ratio
    EvidenceGrid fits;
};

Ghost strongestGhost(const std::vector<cv::Mat>& cells, const std::stop_token& stop) {
    std::vector<EvidencePart> parts(cells.size());
    cv::parallel_for_(cv::Range(0, static_cast<int>(cells.size())), [&](const cv::Range& range) {
        for (int c = range.start; c < range.end && !stop.stop_requested(); ++c)
            parts[static_cast<std::size_t>(c)] =
                strongestPart(cells[static_cast<std::size_t>(c)], kPartThreshold);
    });
    Ghost best;
    for (std::size_t c = 0; c < parts.size(); ++c) {
        if (parts[c].total > best.part.total)
            best = {c, parts[c]};
    }
    return best;
}

std::array<const LevelEvidence*, 64> evidenceOf(const Candidate& candidate) {
    std::array<const LevelEvidence*, 64> byFrequency{};
    for (std::size_t f = 0; f < kFrequencies; ++f)
        byFrequency[static_cast<std::size_t>(zigzagAc()[f])] = &candidate.evidence[f];
    return byFrequency;
}

/// What was measured at the strongest place.
struct GhostNumbers {
    int quality = 0;
    FitRates rates;
    double share = 0;          ///< of the picture
    double logFalseAlarms = 0; ///< log10
    [[nodiscard]] double difference() const { return 100 * (rates.inside - rates.outside); }
};

bool speaksForFake(const GhostNumbers& ghost) {
    return ghost.logFalseAlarms < kClearLogFalseAlarms && ghost.rates.inside > kClearFit &&
           ghost.difference() > kClearDifference && ghost.rates.counted >= kFewestCounted &&
           ghost.share > kSmallestShare && ghost.share < kLargestShare;
}

bool isWorthNaming(const GhostNumbers& ghost) {
    return ghost.logFalseAlarms < 0 && ghost.difference() > kReferenceHigh &&
           ghost.share > kSmallestShare && ghost.share < kLargestShare;
}

/// 0 to 1: how likely the cell had an earlier save of its own.
cv::Mat posterior(const cv::Mat& cells) {
    cv::Mat odds;
    cv::exp(-(neighborhoodSum(cells) + kPriorLogOdds), odds);
    return 1.0 / (1.0 + odds);
}

Finding findingOf(const GhostNumbers& ghost, std::vector<Region> regions) {
    const bool isClear = speaksForFake(ghost);
    Finding finding;
    finding.templateId = isClear ? "jpeg_ghost.region" : "jpeg_ghost.weak_region";
    finding.kind = examination::ClueKind::Compression;
    finding.direction = isClear ? examination::Direction::Fake : examination::Direction::Neutral;
    finding.strength = isClear ? std::clamp(ghost.difference() / 100 + 0.2, 0.4, 0.9) : 0.15;
    finding.regions = std::move(regions);
    finding.numbers = {{"quality", ghost.quality},
                       {"inside", 100 * ghost.rates.inside},
                       {"outside", 100 * ghost.rates.outside},
                       {"usual", kReferenceHigh},
                       {"area", 100 * ghost.share},
                       {"log_false_alarms", ghost.logFalseAlarms}};
    return finding;
}

void describe(const Subject& subject, const GhostMaps& ghost, Evidence& evidence,
              const std::stop_token& stop) {
    const cv::Mat map = posterior(ghost.cells);
    evidence.map = heatMapFrom(turnedUpright(map, subject.picture.orientation));
    GhostNumbers numbers{ghost.quality, {}, ghost.part.share, 0};
    if (!ghost.part.mask.empty()) {
        numbers.rates = fitRates(ghost.fits, ghost.part.mask);
        numbers.logFalseAlarms = logFalseAlarms(numbers.rates, evidence.parameters["tests"]);
        auto regions = regionsOfPart(subject, ghost.part.mask, map);
        if (speaksForFake(numbers) && areOpenParts(subject, regions, stop))
            evidence.findings.push_back(openPart(numbers.quality, std::move(regions)));
        else if (isWorthNaming(numbers))
            evidence.findings.push_back(findingOf(numbers, std::move(regions)));
    }
    evidence.value =
        numbers.rates.counted >= kFewestCounted ? std::max(numbers.difference(), 0.0) : 0.0;
    evidence.parameters["quality"] = numbers.quality;
    evidence.parameters["inside"] = 100 * numbers.rates.inside;
    evidence.parameters["outside"] = 100 * numbers.rates.outside;
    evidence.parameters["counted"] = numbers.rates.counted;
    evidence.parameters["density"] = numbers.rates.density;
    evidence.parameters["share"] = numbers.share;
    evidence.features["jpeg_ghost.difference"] = evidence.value;
    evidence.features["jpeg_ghost.log_false_alarms"] =
        std::clamp(numbers.logFalseAlarms, -100.0, 10.0);
    evidence.features["jpeg_ghost.area"] = numbers.share;
}

class JpegGhost final : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "jpeg_ghost"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        try {
            return measured(subject, stop);
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::LimitExceeded,
                        "Not enough memory for the search for JPEG ghosts.");
        } catch (const cv::Exception& error) {
            return fail(ErrorCode::Internal, std::string("JPEG ghosts: ") + error.what());
        }
    }

  private:
    [[nodiscard]] static Result<Evidence> measured(const Subject& subject,
                                                   const std::stop_token& stop);
};

Result<Evidence> JpegGhost::measured(const Subject& subject, const std::stop_token& stop) {
    Evidence evidence;
    evidence.analyzer = "jpeg_ghost";
    evidence.statistic =
        "coefficients on the steps of an earlier save, strongest place minus rest, "
        "percentage points";
    evidence.referenceHigh = kReferenceHigh;
    if (!canUseCoefficients(subject, kSmallestSide, evidence))
        return evidence;
    const auto& table = subject.jpeg->lumaTable;
    if (candidateQualities(table, 0).empty()) {
        doesNotApply(evidence, kLastSaveTooCoarse);
        return evidence;
    }

    const auto shared = sharedSaveTraces(subject, stop);
    if (!shared)
        return tl::unexpected(shared.error());
    const SaveTraces& traces = **shared;
    const auto candidates = candidatesFor(table, traces, stop);
    if (stop.stop_requested())
        return cancelled();
    if (candidates.empty()) {
        doesNotApply(evidence, kOnlySharedSave);
        return evidence;
    }
    const auto cells = scoreCells(*subject.coefficients, traces, candidates, stop);
    if (!cells)
        return tl::unexpected(cells.error());
    const Ghost ghost = strongestGhost(*cells, stop);
    if (stop.stop_requested())
        return cancelled();
    const Candidate& best = candidates[ghost.candidate];
    const EvidenceGrid fits =
        gatherEvidence(*subject.coefficients, traces.usable, traces.grid, evidenceOf(best), stop);
    if (stop.stop_requested())
        return cancelled();
    evidence.parameters["tests"] =
        static_cast<double>(candidates.size()) * std::pow(fits.counted.total(), 2);
    describe(subject, {best.quality, ghost.part, (*cells)[ghost.candidate], fits}, evidence, stop);
    return evidence;
}

} // namespace

std::unique_ptr<Analyzer> makeJpegGhost() {
    return std::make_unique<JpegGhost>();
}

} // namespace core::forensics
