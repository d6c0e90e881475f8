// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/copy_move.h"

#include "core/forensics/applicability.h"
#include "core/forensics/map_regions.h"
#include "core/forensics/repeated_content.h"
#include "core/forensics/shared_work.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <new>
#include <vector>

namespace core::forensics {

namespace {

constexpr int kSmallestSide = 128;
constexpr double kMostPixels = 1.5e6; // of the reduced picture that is searched
constexpr double kCopyZ = 5;          // noise correlation above which two places are one
// 5th to 95th percentile of the noise agreement of the best pair, on 805
// processed and unprocessed copies of photographs of the training list: no pair was found in any.
constexpr double kReferenceLow = 0;
constexpr double kReferenceHigh = 0;

Rect boxOf(const cv::Rect2d& box, double scale, const cv::Size& limit) {
    const cv::Rect whole({0, 0}, limit);
    const cv::Rect placed = cv::Rect(static_cast<int>(std::floor(box.x / scale)),
                                     static_cast<int>(std::floor(box.y / scale)),
                                     static_cast<int>(std::ceil(box.width / scale)),
                                     static_cast<int>(std::ceil(box.height / scale))) &
                            whole;
    return {placed.x, placed.y, placed.width, placed.height};
}

cv::Mat mapOf(const std::vector<Region>& regions, const cv::Size& size) {
    constexpr int kCell = 16;
    cv::Mat map =
        cv::Mat::zeros(std::max(1, size.height / kCell), std::max(1, size.width / kCell), CV_32F);
    const double sx = static_cast<double>(map.cols) / size.width;
    const double sy = static_cast<double>(map.rows) / size.height;
    for (const Region& region : regions) {
        const cv::Rect cells(static_cast<int>(region.box.x * sx),
                             static_cast<int>(region.box.y * sy),
                             std::max(1, static_cast<int>(region.box.width * sx)),
                             std::max(1, static_cast<int>(region.box.height * sy)));
        map(cells & cv::Rect(0, 0, map.cols, map.rows)) = region.score;
    }
    return map;
}

class CopyMove : public Analyzer {
  public:
    [[nodiscard]] std::string_view name() const override { return "copy_move"; }

    [[nodiscard]] Result<Evidence> analyze(const Subject& subject,
                                           std::stop_token stop) const override {
        Evidence evidence;
        evidence.analyzer = name();
        evidence.parameters = {{"noise_z", kCopyZ}};
        const cv::Mat& luma = subject.luma;
        if (std::min(luma.cols, luma.rows) < kSmallestSide) {
            doesNotApply(evidence, kTooSmall);
            return evidence;
        }
        const double scale =
            std::min(1.0, std::sqrt(kMostPixels / (static_cast<double>(luma.cols) * luma.rows)));
        cv::Mat reduced;
        cv::resize(luma, reduced, {}, scale, scale, cv::INTER_AREA);
        auto pairs = repeatedContent(reduced, stop);
        if (!pairs)
            return tl::unexpected(pairs.error());
        evidence.applies = true;
        evidence.statistic = "agreement of the noise of the best repeated pair, z";
        evidence.referenceLow = kReferenceLow;
        evidence.referenceHigh = kReferenceHigh;
        const auto layout = sharedLayout(subject, stop);
        if (!layout)
            return tl::unexpected(layout.error());
        describe(luma, scale, *pairs, **layout, evidence, stop);
        if (stop.stop_requested())
            return cancelled();
        return evidence;
    }

  private:
    static void describe(const cv::Mat& luma, double scale, const std::vector<RepeatedPair>& pairs,
                         const Layout& layout, Evidence& evidence, const std::stop_token& stop) {
        double best = 0;
        std::vector<Region> all;
        for (const RepeatedPair& pair : pairs) {
            if (stop.stop_requested())
                return;
            const NoiseAgreement agreement = noiseAgreement(luma, pair, scale);
            const Rect from = boxOf(pair.first, scale, luma.size());
            const Rect to = boxOf(pair.second, scale, luma.size());
            // A comparison shows the same thing twice, and everybody sees it.
            const bool isOpen = layout.parts({from.x, from.y, from.width, from.height},
                                             {to.x, to.y, to.width, to.height});
            const bool isCopy = agreement.z > kCopyZ && !isOpen;
            best = std::max(best, isOpen ? 0 : agreement.z);
            const double score = isCopy ? 1 : 0.5;
            std::vector<Region> regions = {{from, {}, score}, {to, {}, score}};
            all.insert(all.end(), regions.begin(), regions.end());
            evidence.findings.push_back(
                {isCopy   ? "copy_move.copied"
                 : isOpen ? "collage.repeated"
                          : "copy_move.repeated",
                 examination::ClueKind::Duplication,
                 isCopy ? examination::Direction::Fake : examination::Direction::Neutral,
                 isCopy ? std::clamp(0.6 + (agreement.z - kCopyZ) / 50, 0.6, 0.95) : 0.25,
                 std::move(regions),
                 {{"matches", static_cast<double>(pair.matches)},
                  {"z", agreement.z},
                  {"limit", kCopyZ}}});
        }
        evidence.value = best;
        evidence.features["copy_move.z"] = std::min(best, 30.0);
        evidence.limits["copy_move.z"] = kCopyZ;
        if (!all.empty())
            evidence.map = heatMapFrom(mapOf(all, luma.size()));
    }
};

} // namespace

std::unique_ptr<Analyzer> makeCopyMove() {
    return std::make_unique<CopyMove>();
}

} // namespace core::forensics
