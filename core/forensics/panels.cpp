// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/panels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace core::forensics {

namespace {

constexpr double kMostPixels = 1.5e6; // of the reduced picture that is searched
/// Over which a line may be spread: edges within photographs are seldom so sharp over their length.
constexpr int kReach = 3;         // px
constexpr int kSmallestJump = 10; // gray levels, in any channel
constexpr int kSegments = 8;
// Chosen on 606 photographs and 120 collages; docs/analyzers.md says how often they fail.
constexpr double kJumping = 0.75;        // of the length
constexpr double kJumpingAnywhere = 0.6; // of each segment
constexpr double kMargin = 0.04;
constexpr int kSmallestMargin = 24; // px
constexpr int kSmallestSide = 96;   // px of what is cut again
constexpr int kDepth = 4;
constexpr double kSmallestPanel = 0.12; // of the picture's side
constexpr std::size_t kOneTone = 9;     // gray levels next to each other
constexpr double kMostOfOneTone = 0.6;  // of a panel's pixels
constexpr double kWholePanel = 0.5;     // of a panel, for its history to be the panel's
constexpr double kInside = 0.75;        // of an area, whose map is coarse

struct Line {
    int at = 0; ///< first row behind it
    double share = 0;
    bool isOne = false; ///< the whole length jumps
};

/// The largest difference over kReach rows in any channel. [rows - kReach, columns], CV_8U
cv::Mat jumps(const cv::Mat& bgr) {
    cv::Mat difference;
    cv::absdiff(bgr.rowRange(kReach, bgr.rows), bgr.rowRange(0, bgr.rows - kReach), difference);
    cv::Mat largest(difference.rows, difference.cols, CV_8U);
    for (int y = 0; y < difference.rows; ++y) {
        const auto* from = difference.ptr<std::uint8_t>(y);
        auto* to = largest.ptr<std::uint8_t>(y);
        for (int x = 0; x < difference.cols; ++x, from += 3)
            to[x] = std::max({from[0], from[1], from[2]});
    }
    return largest;
}

/// How much of each segment of a row jumps there and neither before nor behind.
std::array<double, kSegments> jumping(const cv::Mat& jumps, int row) {
    const auto* here = jumps.ptr<std::uint8_t>(row);
    const auto* before = jumps.ptr<std::uint8_t>(row - kReach);
    const auto* behind = jumps.ptr<std::uint8_t>(row + kReach);
    std::array<double, kSegments> shares{};
    for (int segment = 0; segment < kSegments; ++segment) {
        const int first = jumps.cols * segment / kSegments;
        const int last = jumps.cols * (segment + 1) / kSegments;
        int count = 0;
        for (int x = first; x < last; ++x)
            count += here[x] >= kSmallestJump && here[x] > std::max(before[x], behind[x]) ? 1 : 0;
        shares[static_cast<std::size_t>(segment)] =
            static_cast<double>(count) / std::max(1, last - first);
    }
    return shares;
}

/// The clearest horizontal line, whether it is one or not.
Line clearestLine(const cv::Mat& bgr) {
    Line clearest;
    const int margin = std::max(kSmallestMargin, static_cast<int>(kMargin * bgr.rows));
    if (bgr.rows < kSmallestSide || bgr.cols < kSmallestSide)
        return clearest;
    const cv::Mat all = jumps(bgr);
    for (int y = margin; y < std::min(bgr.rows - margin, all.rows - kReach); ++y) {
        const auto shares = jumping(all, y);
        double sum = 0;
        for (const double share : shares)
            sum += share / kSegments;
        if (sum <= clearest.share)
            continue;
        clearest = {y + kReach / 2 + 1, sum,
                    sum >= kJumping && *std::ranges::min_element(shares) >= kJumpingAnywhere};
    }
    return clearest;
}

class Cutter {
  public:
    explicit Cutter(const cv::Mat& bgr, std::stop_token stop)
        : m_bgr(bgr), m_stop(std::move(stop)) {}

    void cut(const cv::Rect& place, int depth) {
        if (m_stop.stop_requested())
            return;
        const Line row = clearestLine(m_bgr(place));
        const Line column = clearestLine(m_bgr(place).t());
        if (depth == kDepth)
            m_clearest = std::max(row.share, column.share);
        if (depth == 0 || (!row.isOne && !column.isOne)) {
            m_pieces.push_back(place);
            return;
        }
        if (row.isOne && (!column.isOne || row.share >= column.share)) {
            cut({place.x, place.y, place.width, row.at}, depth - 1);
            cut({place.x, place.y + row.at, place.width, place.height - row.at}, depth - 1);
        } else {
            cut({place.x, place.y, column.at, place.height}, depth - 1);
            cut({place.x + column.at, place.y, place.width - column.at, place.height}, depth - 1);
        }
    }
    [[nodiscard]] const std::vector<cv::Rect>& pieces() const { return m_pieces; }
    [[nodiscard]] double clearest() const { return m_clearest; }

  private:
    cv::Mat m_bgr;
    std::stop_token m_stop;
    std::vector<cv::Rect> m_pieces;
    double m_clearest = 0;
};

/// Whether a piece holds a picture: a caption's bar is even, a frame is narrow.
bool holdsPicture(const cv::Mat& bgr, const cv::Rect& place) {
    if (place.width < kSmallestPanel * bgr.cols || place.height < kSmallestPanel * bgr.rows)
        return false;
    cv::Mat gray;
    cv::cvtColor(bgr(place), gray, cv::COLOR_BGR2GRAY);
    std::array<int, 256> histogram{};
    for (int y = 0; y < gray.rows; ++y) {
        const auto* row = gray.ptr<std::uint8_t>(y);
        for (int x = 0; x < gray.cols; ++x)
            ++histogram[row[x]];
    }
    int most = 0;
    for (std::size_t first = 0; first + kOneTone <= histogram.size(); ++first)
        most = std::max(most,
                        std::accumulate(histogram.begin() + static_cast<int>(first),
                                        histogram.begin() + static_cast<int>(first + kOneTone), 0));
    return most < kMostOfOneTone * static_cast<double>(gray.total());
}

cv::Rect scaled(const cv::Rect& place, double factor, const cv::Size& limit) {
    const int left = static_cast<int>(std::lround(place.x * factor));
    const int top = static_cast<int>(std::lround(place.y * factor));
    const int right = static_cast<int>(std::lround(place.br().x * factor));
    const int bottom = static_cast<int>(std::lround(place.br().y * factor));
    return cv::Rect(left, top, right - left, bottom - top) & cv::Rect({}, limit);
}

bool isInside(const cv::Rect& area, const cv::Rect& part) {
    return (area & part).area() >= kInside * area.area();
}

} // namespace

bool Layout::explains(const cv::Rect& area) const {
    const auto holds = [&](const cv::Rect& part) { return isInside(area, part); };
    if (std::ranges::any_of(bars, holds))
        return true;
    return isCollage() && std::ranges::any_of(panels, [&](const cv::Rect& panel) {
               return isInside(area, panel) && area.area() >= kWholePanel * panel.area();
           });
}

bool Layout::parts(const cv::Rect& first, const cv::Rect& second) const {
    std::vector<cv::Rect> all = panels;
    all.insert(all.end(), bars.begin(), bars.end());
    const auto partOf = [&](const cv::Rect& area) {
        return std::ranges::find_if(all,
                                    [&](const cv::Rect& part) { return isInside(area, part); });
    };
    const auto a = partOf(first);
    const auto b = partOf(second);
    return a != all.end() && b != all.end() && a != b;
}

Result<Layout> layoutOf(const cv::Mat& bgr, const std::stop_token& stop) {
    const double scale =
        std::min(1.0, std::sqrt(kMostPixels / std::max(1.0, static_cast<double>(bgr.total()))));
    cv::Mat reduced = bgr;
    if (scale < 1)
        cv::resize(bgr, reduced, {}, scale, scale, cv::INTER_AREA);
    Cutter cutter(reduced, stop);
    cutter.cut({0, 0, reduced.cols, reduced.rows}, kDepth);
    if (stop.stop_requested())
        return cancelled();
    Layout layout;
    layout.clearest = cutter.clearest();
    for (const cv::Rect& piece : cutter.pieces()) {
        const bool isPanel = cutter.pieces().size() == 1 || holdsPicture(reduced, piece);
        (isPanel ? layout.panels : layout.bars).push_back(scaled(piece, 1 / scale, bgr.size()));
    }
    return layout;
}

} // namespace core::forensics
