// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/color_filter_array.h"

#include "core/forensics/applicability.h"
#include "core/forensics/sample_windows.h"
#include "core/image/mat.h"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace core::forensics {

namespace {

constexpr int kWindow = 128; // px, even, so that every window begins on the same phase
constexpr std::size_t kMostWindows = 128;
constexpr int kSmallestSide = 512;
constexpr int kLowestQuality = 95;
constexpr int kDark = 4; // clipped neighbors bound nothing
constexpr int kBright = 251;
constexpr double kCorrelation = 4;      // neighbors are alike: so many counts tell as much as one
constexpr double kFewestCounted = 2000; // pixels of one window
constexpr std::size_t kFewestWindows = 8;

// A lattice is named only when all of these hold; how often that is: docs/analyzers.md.
constexpr double kClearScore = 20;          // standard deviations
constexpr double kLargestUnevenness = 0.07; // of the score
constexpr double kSmallestAgreement = 0.95;
constexpr double kStrength = 0.2;

// 5th to 95th percentile of the score on 43 camera originals (docs/analyzers.md).
constexpr double kReferenceLow = 0.1;
constexpr double kReferenceHigh = 90;

constexpr Reason kTooCompressed{
    "reason.too_compressed", "The method needs a lossless file or a JPEG of quality 95 or better."};

/// Pixels of one 2 x 2 phase.
struct Phase {
    double counted = 0;
    double between = 0; ///< value strictly between the least and the greatest of its 4 neighbors
    [[nodiscard]] double share() const { return counted > 0 ? between / counted : 0; }
    void add(const Phase& other) {
        counted += other.counted;
        between += other.between;
    }
};

/// By row parity * 2 + column parity; 0 and 3 are one diagonal, 1 and 2 the other.
using Cell = std::array<Phase, 4>;

double countedIn(const Cell& cell) {
    double sum = 0;
    for (const Phase& phase : cell)
        sum += phase.counted;
    return sum;
}

/// Difference of the shares in standard deviations of two binomial counts.
double standardized(const Phase& a, const Phase& b) {
    if (a.counted <= 0 || b.counted <= 0)
        return 0;
    const double share = (a.between + b.between) / (a.counted + b.counted);
    const double variance = share * (1 - share) * kCorrelation * (1 / a.counted + 1 / b.counted);
    return variance > 0 ? (a.share() - b.share()) / std::sqrt(variance) : 0;
}

/// Positive when the first diagonal has more values between their neighbors.
double diagonalScore(const Cell& cell) {
    Phase first = cell[0];
    first.add(cell[3]);
    Phase second = cell[1];
    second.add(cell[2]);
    return standardized(first, second);
}

/// @param place  with a border of at least 1 px inside the picture
Cell countedCell(const cv::Mat& bgr, const cv::Rect& place) {
    Cell cell;
    for (int y = place.y; y < place.y + place.height; ++y) {
        const auto* above = bgr.ptr<cv::Vec3b>(y - 1);
        const auto* row = bgr.ptr<cv::Vec3b>(y);
        const auto* below = bgr.ptr<cv::Vec3b>(y + 1);
        std::array<std::array<int, 2>, 2> sums{}; // [column parity][counted, between]
        for (int x = place.x; x < place.x + place.width; ++x) {
            const auto [low, high] =
                std::minmax({above[x][1], below[x][1], row[x - 1][1], row[x + 1][1]});
            const bool isUsable = low < high && low >= kDark && high <= kBright;
            const bool isBetween = low < row[x][1] && row[x][1] < high;
            auto& sum = sums[static_cast<std::size_t>(x & 1)];
            sum[0] += static_cast<int>(isUsable);
            sum[1] += static_cast<int>(isUsable && isBetween);
        }
        for (std::size_t parity = 0; parity < 2; ++parity)
            cell[static_cast<std::size_t>(y & 1) * 2 + parity].add(
                {static_cast<double>(sums[parity][0]), static_cast<double>(sums[parity][1])});
    }
    return cell;
}

/// Windows with enough to count, in the order of the picture.
/// @errors Cancelled
Result<std::vector<Cell>> countedWindows(const cv::Mat& bgr, const std::stop_token& stop) {
    const std::vector<cv::Rect> windows =
        sampleWindows(bgr.size(), {kWindow, kWindow, 2}, kMostWindows);
    std::vector<Cell> cells(windows.size());
    cv::parallel_for_(cv::Range(0, static_cast<int>(windows.size())), [&](const cv::Range& range) {
        for (int i = range.start; i < range.end && !stop.stop_requested(); ++i)
            cells[static_cast<std::size_t>(i)] =
                countedCell(bgr, windows[static_cast<std::size_t>(i)]);
    });
    if (stop.stop_requested())
        return cancelled();
    std::erase_if(cells, [](const Cell& cell) { return countedIn(cell) < kFewestCounted; });
    return cells;
}

struct Lattice {
    double score = 0;      ///< between the diagonals, 0 or more
    double unevenness = 0; ///< between the phases of the diagonal with fewer values in between
    double agreeing = 0;   ///< share of windows with more such values on the same diagonal
    /// Sensors measure green alike on both phases of its diagonal; up-sampling often makes all four
    /// phases differ.
    [[nodiscard]] bool isCameraLike() const {
        return score >= kClearScore && unevenness <= kLargestUnevenness * score &&
               agreeing >= kSmallestAgreement;
    }
};

Lattice latticeOf(const std::vector<Cell>& windows) {
    Cell whole;
    for (const Cell& window : windows) {
        for (std::size_t phase = 0; phase < window.size(); ++phase)
            whole[phase].add(window[phase]);
    }
    const double score = diagonalScore(whole);
    const bool isFirstMeasured = score < 0;
    Lattice lattice;
    lattice.score = std::abs(score);
    lattice.unevenness = std::abs(isFirstMeasured ? standardized(whole[0], whole[3])
                                                  : standardized(whole[1], whole[2]));
    const auto agreeing = std::ranges::count_if(
        windows, [&](const Cell& window) { return diagonalScore(window) * score > 0; });
    lattice.agreeing = static_cast<double>(agreeing) / static_cast<double>(windows.size());
    return lattice;
}

bool isLossless(image::Format format) {
    return format == image::Format::Png || format == image::Format::Tiff ||
           format == image::Format::Bmp;
}

/// Says why not in `evidence`.
bool canKeepLattice(const Subject& subject, Evidence& evidence) {
    if (std::min(subject.picture.image.width(), subject.picture.image.height()) < kSmallestSide) {
        doesNotApply(evidence, kTooSmall);
        return false;
    }
    const bool isFineJpeg = subject.file.format == image::Format::Jpeg && subject.jpeg &&
                            subject.jpeg->lumaQuality >= kLowestQuality;
    if (!isFineJpeg && !isLossless(subject.file.format)) {
        doesNotApply(evidence, kTooCompressed);
        return false;
    }
    return true;
}

void describe(const Lattice& lattice, std::size_t windows, Evidence& evidence) {
    evidence.applies = true;
    evidence.value = lattice.score;
    evidence.referenceLow = kReferenceLow;
    evidence.referenceHigh = kReferenceHigh;
    evidence.parameters["windows"] = static_cast<double>(windows);
    evidence.parameters["unevenness"] = lattice.unevenness;
    evidence.parameters["agreeing"] = 100 * lattice.agreeing;
    if (!lattice.isCameraLike())
        return; // absence says nothing: any resize, and the software of many cameras, removes it
    Finding finding;
    finding.templateId = "color_filter_array.lattice";
    finding.kind = examination::ClueKind::Noise;
    // Neutral: two recent generators leave a lattice that looks the same (docs/analyzers.md).
    finding.strength = kStrength;
    finding.numbers = {
        {"score", lattice.score}, {"usual", kClearScore}, {"agreeing", 100 * lattice.agreeing}};
    evidence.findings.push_back(std::move(finding));
}

class ColorFilterArray final : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "color_filter_array"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        Evidence evidence;
        evidence.analyzer = name();
        evidence.statistic =
            "green values between their neighbors, one diagonal against the other, standard "
            "deviations";
        evidence.parameters = {{"window", kWindow}, {"threshold", kClearScore}};
        if (!canKeepLattice(subject, evidence))
            return evidence;
        // As the camera stored them: a conversion of colors mixes the channels.
        const image::DecodedPicture& picture = subject.picture;
        const auto windows = countedWindows(
            image::asMat(picture.stored.isNull() ? picture.image : picture.stored), stop);
        if (!windows)
            return tl::unexpected(windows.error());
        if (windows->size() < kFewestWindows) {
            doesNotApply(evidence, kTooLittleDetail);
            return evidence;
        }
        // No feature for the fusion: the probability stays as it was calibrated.
        describe(latticeOf(*windows), windows->size(), evidence);
        return evidence;
    }
};

} // namespace

std::unique_ptr<Analyzer> makeColorFilterArray() {
    return std::make_unique<ColorFilterArray>();
}

} // namespace core::forensics
