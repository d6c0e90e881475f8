// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/repeated_content.h"

#include "core/forensics/rendered_content.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace core::forensics {

namespace {

constexpr int kMostKeypoints = 2500; // bounds the time on any content
constexpr double kRatio = 0.6;       // g2NN
constexpr double kNearest = 50;      // px: closer matches are one and the same structure
constexpr double kRansacError = 3;   // px
constexpr int kFewestMatches = 10;
constexpr std::size_t kMostPairs = 3;
constexpr double kFewestSide = 24; // px of a place
constexpr double kSameContent = 0.85;
constexpr double kPlainShift = 0.01;         // deviation of the transform from a shift
constexpr double kLargestCompared = 400'000; // px
constexpr double kPlainGradient = 2;         // gray levels per pixel
constexpr double kAnyGradient = 5;           // likewise: an edge that compression rings around
constexpr int kRinging = 8;                  // px: a JPEG block
constexpr double kDarkest = 6;               // beyond these noise is cut off
constexpr double kBrightest = 249;
constexpr double kLargestNoise = 8;        // gray levels
constexpr int kFewestPlain = 400;          // px
constexpr double kIndependentShare = 0.25; // of the pixels, after the residual's own correlation

struct Match {
    cv::Point2f from;
    cv::Point2f to;
};

/// Equal letters of one font are equal by nature, so points among rendered things are not matched.
void leaveOutRendered(const cv::Mat& gray, std::vector<cv::KeyPoint>& keypoints,
                      cv::Mat& descriptors, const std::stop_token& stop) {
    std::vector<cv::KeyPoint> kept;
    cv::Mat keptDescriptors;
    for (std::size_t i = 0; i < keypoints.size() && !stop.stop_requested(); ++i) {
        if (isTwoTone(gray, keypoints[i].pt))
            continue;
        kept.push_back(keypoints[i]);
        keptDescriptors.push_back(descriptors.row(static_cast<int>(i)));
    }
    keypoints = std::move(kept);
    descriptors = keptDescriptors;
}

/// The three nearest points of each, itself among them; in pieces, to be given up between them.
std::vector<std::vector<cv::DMatch>> nearestOf(const cv::Mat& descriptors,
                                               const std::stop_token& stop) {
    constexpr int kRowsAtOnce = 250;
    const cv::BFMatcher matcher(cv::NORM_L2);
    std::vector<std::vector<cv::DMatch>> nearest;
    for (int first = 0; first < descriptors.rows && !stop.stop_requested(); first += kRowsAtOnce) {
        std::vector<std::vector<cv::DMatch>> some;
        const int last = std::min(first + kRowsAtOnce, descriptors.rows);
        matcher.knnMatch(descriptors.rowRange(first, last), descriptors, some, 3);
        for (auto& candidates : some) {
            for (cv::DMatch& candidate : candidates)
                candidate.queryIdx += first;
            nearest.push_back(std::move(candidates));
        }
    }
    return nearest;
}

/// @return incomplete when it was stopped
std::vector<Match> selfMatches(const cv::Mat& luma, const std::stop_token& stop) {
    cv::Mat gray;
    luma.convertTo(gray, CV_8U);
    std::vector<cv::KeyPoint> keypoints;
    cv::Mat descriptors;
    cv::SIFT::create(kMostKeypoints, 3, 0.03)->detectAndCompute(gray, {}, keypoints, descriptors);
    // SIFT may return a few more than asked for.
    if (keypoints.size() > kMostKeypoints) {
        keypoints.resize(kMostKeypoints);
        descriptors = descriptors.rowRange(0, kMostKeypoints);
    }
    leaveOutRendered(gray, keypoints, descriptors, stop);
    if (keypoints.size() < 4 || stop.stop_requested())
        return {};
    std::vector<Match> matches;
    for (const auto& candidates : nearestOf(descriptors, stop)) {
        if (candidates.size() < 3)
            continue;
        // The nearest of all is the point itself.
        const cv::Point2f from = keypoints[static_cast<std::size_t>(candidates[0].queryIdx)].pt;
        const cv::Point2f to = keypoints[static_cast<std::size_t>(candidates[1].trainIdx)].pt;
        if (candidates[1].distance >= kRatio * candidates[2].distance ||
            cv::norm(from - to) < kNearest)
            continue;
        // Each pair is found from both ends; one direction is enough.
        if (from.x < to.x || (from.x == to.x && from.y < to.y))
            matches.push_back({from, to});
    }
    return matches;
}

cv::Rect2d boxAround(const std::vector<cv::Point2f>& points) {
    cv::Rect2d box = cv::boundingRect(points);
    // Keypoints lie inside what was copied.
    constexpr double kMargin = 6;
    return {box.x - kMargin, box.y - kMargin, box.width + 2 * kMargin, box.height + 2 * kMargin};
}

/// Correlation of the content itself, the second place brought onto the first.
double contentCorrelation(const cv::Mat& luma, const RepeatedPair& pair) {
    cv::Mat back;
    cv::warpAffine(luma, back, pair.transform, luma.size(),
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
    const cv::Rect place = cv::Rect(pair.first) & cv::Rect(0, 0, luma.cols, luma.rows);
    if (place.width < kFewestSide || place.height < kFewestSide)
        return 0;
    cv::Mat score;
    cv::matchTemplate(luma(place), back(place), score, cv::TM_CCOEFF_NORMED);
    return score.at<float>(0, 0);
}

/// What a 3x3 median takes away, and where that is noise rather than the structure of the content:
/// equal things have equal edges without being copies. Compression repeats itself within a block of
/// a strong edge, so equal letters under equal blocks are surrounded by equal traces.
struct Noise {
    cv::Mat residual; // CV_32F
    cv::Mat isPlain;  // CV_8U
};

/// @param isDrawn  whether what repeats may be letters: then only noise well away from any edge and
///                 from black and white counts
Noise noiseOf(const cv::Mat& luma, bool isDrawn) {
    Noise noise;
    cv::Mat smooth;
    cv::medianBlur(luma, smooth, 3);
    noise.residual = luma - smooth;
    cv::GaussianBlur(smooth, smooth, {5, 5}, 1.2);
    cv::Mat gx;
    cv::Mat gy;
    cv::Sobel(smooth, gx, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(smooth, gy, CV_32F, 0, 1, 3, 1.0 / 8);
    const cv::Mat gradient = cv::abs(gx) + cv::abs(gy);
    noise.isPlain = (gradient < kPlainGradient) & (cv::abs(noise.residual) < kLargestNoise);
    if (!isDrawn)
        return noise;
    cv::Mat rings;
    cv::dilate(gradient > kAnyGradient, rings,
               cv::getStructuringElement(cv::MORPH_RECT, {2 * kRinging + 1, 2 * kRinging + 1}));
    noise.isPlain &= ~rings & (smooth > kDarkest) & (smooth < kBrightest);
    return noise;
}

NoiseAgreement correlated(const Noise& a, const Noise& b) {
    const cv::Mat mask = a.isPlain & b.isPlain;
    const int count = cv::countNonZero(mask);
    if (count < kFewestPlain)
        return {};
    cv::Mat x;
    cv::Mat y;
    cv::subtract(a.residual, cv::mean(a.residual, mask), x);
    cv::subtract(b.residual, cv::mean(b.residual, mask), y);
    x.setTo(0, ~mask);
    y.setTo(0, ~mask);
    const double norm = cv::norm(x) * cv::norm(y);
    NoiseAgreement agreement;
    agreement.correlation = norm > 1e-6 ? x.dot(y) / norm : 0;
    agreement.z = std::max(0.0, agreement.correlation) * std::sqrt(count * kIndependentShare);
    return agreement;
}

} // namespace

Result<std::vector<RepeatedPair>> repeatedContent(const cv::Mat& luma, std::stop_token stop) {
    std::vector<RepeatedPair> pairs;
    if (stop.stop_requested())
        return cancelled();
    std::vector<Match> matches = selfMatches(luma, stop);
    if (stop.stop_requested())
        return cancelled();
    while (pairs.size() < kMostPairs && matches.size() >= kFewestMatches) {
        if (stop.stop_requested())
            return cancelled();
        std::vector<cv::Point2f> from;
        std::vector<cv::Point2f> to;
        for (const Match& match : matches) {
            from.push_back(match.from);
            to.push_back(match.to);
        }
        std::vector<uchar> isInlier;
        cv::setRNGSeed(1);
        const cv::Mat transform =
            cv::estimateAffinePartial2D(from, to, isInlier, cv::RANSAC, kRansacError, 2000);
        const auto inliers = std::ranges::count_if(isInlier, [](uchar in) { return in != 0; });
        if (transform.empty() || inliers < kFewestMatches)
            break;
        std::vector<cv::Point2f> fromIn;
        std::vector<cv::Point2f> toIn;
        std::vector<Match> rest;
        for (std::size_t i = 0; i < matches.size(); ++i) {
            if (isInlier[i] != 0) {
                fromIn.push_back(from[i]);
                toIn.push_back(to[i]);
            } else {
                rest.push_back(matches[i]);
            }
        }
        RepeatedPair pair{boxAround(fromIn), boxAround(toIn), cv::Matx23d(transform),
                          static_cast<int>(inliers)};
        if (contentCorrelation(luma, pair) > kSameContent)
            pairs.push_back(pair);
        matches = std::move(rest);
    }
    return pairs;
}

NoiseAgreement noiseAgreement(const cv::Mat& luma, const RepeatedPair& pair, double scale) {
    const cv::Matx23d& t = pair.transform;
    if (std::abs(t(0, 0) - 1) > kPlainShift || std::abs(t(1, 1) - 1) > kPlainShift ||
        std::abs(t(0, 1)) > kPlainShift)
        return {};
    const cv::Rect whole(0, 0, luma.cols, luma.rows);
    cv::Rect first(static_cast<int>(pair.first.x / scale), static_cast<int>(pair.first.y / scale),
                   static_cast<int>(pair.first.width / scale),
                   static_cast<int>(pair.first.height / scale));
    first &= whole;
    if (first.area() > kLargestCompared) {
        const double shrink = std::sqrt(kLargestCompared / first.area());
        first.width = static_cast<int>(first.width * shrink);
        first.height = static_cast<int>(first.height * shrink);
    }
    // The shift at the middle of the place, then the exact one around it.
    const double cx = pair.first.x + pair.first.width / 2;
    const double cy = pair.first.y + pair.first.height / 2;
    const int dx =
        static_cast<int>(std::lround((t(0, 0) * cx + t(0, 1) * cy + t(0, 2) - cx) / scale));
    const int dy =
        static_cast<int>(std::lround((t(1, 0) * cx + t(1, 1) * cy + t(1, 2) - cy) / scale));
    const int reach = static_cast<int>(std::ceil(1.5 / scale));
    const cv::Rect search = cv::Rect(first.x + dx - reach, first.y + dy - reach,
                                     first.width + 2 * reach, first.height + 2 * reach) &
                            whole;
    if (first.width < kFewestSide || first.height < kFewestSide || search.width < first.width ||
        search.height < first.height)
        return {};
    // Where the content fits best decides the shift: choosing it by the noise would be
    // self-fulfilling.
    cv::Mat fit;
    cv::matchTemplate(luma(search), luma(first), fit, cv::TM_CCOEFF_NORMED);
    cv::Point best;
    cv::minMaxLoc(fit, nullptr, nullptr, nullptr, &best);
    const cv::Rect second(search.x + best.x, search.y + best.y, first.width, first.height);
    cv::Mat gray;
    luma(first).convertTo(gray, CV_8U);
    const bool isDrawn = isLettered(gray) || isTwoTone(gray);
    return correlated(noiseOf(luma(first), isDrawn), noiseOf(luma(second), isDrawn));
}

} // namespace core::forensics
