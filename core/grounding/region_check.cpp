// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grounding/region_check.h"

#include <algorithm>
#include <cmath>

namespace core::grounding {

namespace {

using examination::RegionStatus;

constexpr int kTriesPerControl = 40;
constexpr int kChoicePerControl = 3;
constexpr std::size_t kEnoughForP = 19;
constexpr double kLargestP = 0.05;
constexpr double kLeastZ = 2;

/// splitmix64: the same numbers on every machine.
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : m_state(seed) {}

    /// @return 0 to most, both included
    int upTo(int most) {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBULL;
        mixed ^= mixed >> 31U;
        return static_cast<int>(mixed % (static_cast<std::uint64_t>(most) + 1));
    }

  private:
    std::uint64_t m_state;
};

long long overlap(const std::vector<Rect>& a, const std::vector<Rect>& b) {
    long long area = 0;
    for (const Rect& one : a)
        for (const Rect& other : b)
            area += intersection(one, other).area();
    return area;
}

double meanTexture(const std::vector<Rect>& boxes,
                   const std::function<double(const Rect&)>& texture) {
    double sum = 0;
    double area = 0;
    for (const Rect& box : boxes) {
        sum += texture(box) * static_cast<double>(box.area());
        area += static_cast<double>(box.area());
    }
    return area > 0 ? sum / area : 0;
}

} // namespace

std::vector<std::vector<Rect>> controlRegions(const std::vector<Rect>& boxes, int width, int height,
                                              const std::function<double(const Rect&)>& texture,
                                              const ControlRule& rule) {
    struct Candidate {
        double distance;
        std::vector<Rect> boxes;
    };
    const double most = rule.mostOverlap * static_cast<double>(overlap(boxes, boxes));
    const double wanted = meanTexture(boxes, texture);
    Draw draw(rule.seed);
    std::vector<Candidate> candidates;
    for (int attempt = 0; attempt < kTriesPerControl * rule.count &&
                          std::ssize(candidates) < kChoicePerControl * rule.count;
         ++attempt) {
        std::vector<Rect> moved = boxes;
        for (Rect& box : moved) {
            box.x = draw.upTo(std::max(0, width - box.width));
            box.y = draw.upTo(std::max(0, height - box.height));
        }
        if (static_cast<double>(overlap(moved, boxes)) >= most)
            continue;
        const double distance =
            std::abs(std::log1p(meanTexture(moved, texture)) - std::log1p(wanted));
        candidates.push_back({distance, std::move(moved)});
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::distance);
    std::vector<std::vector<Rect>> controls;
    for (Candidate& candidate : candidates) {
        if (std::ssize(controls) == rule.count)
            break;
        controls.push_back(std::move(candidate.boxes));
    }
    return controls;
}

LossTest judged(const Loss& region, std::span<const Loss> controls) {
    LossTest test;
    if (controls.empty())
        return test;
    double sum = 0;
    double squares = 0;
    std::size_t asLarge = 0;
    std::size_t asSmall = 0;
    for (const Loss& control : controls) {
        sum += control.sentence;
        squares += control.sentence * control.sentence;
        asLarge += control.sentence >= region.sentence ? 1 : 0;
        asSmall += control.sentence <= region.sentence ? 1 : 0;
    }
    const auto count = static_cast<double>(controls.size());
    const double mean = sum / count;
    const double variance = std::max(0.0, squares / count - mean * mean);
    // Controls that all lose the same would make any difference infinite.
    test.z = (region.sentence - mean) / std::max(std::sqrt(variance), 1e-3);
    test.p = (1 + static_cast<double>(asLarge)) / (count + 1);
    const double pGain = (1 + static_cast<double>(asSmall)) / (count + 1);
    const bool usesP = controls.size() >= kEnoughForP;
    const bool losesMore = usesP ? test.p <= kLargestP : test.z >= kLeastZ;
    const bool gainsMore = usesP ? pGain <= kLargestP : test.z <= -kLeastZ;
    if (region.sentence > kLeastLoss && losesMore)
        test.status = RegionStatus::Supported;
    else if (region.sentence < -kLeastLoss && region.verdict < 0 && gainsMore)
        test.status = RegionStatus::Contradicted;
    return test;
}

bool isWorthControls(const Loss& region) {
    return region.sentence > kLeastLoss || (region.sentence < -kLeastLoss && region.verdict < 0);
}

RegionStatus agreed(RegionStatus a, RegionStatus b) {
    return a == b ? a : RegionStatus::NotTied;
}

} // namespace core::grounding
