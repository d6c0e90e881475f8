// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/jpeg_structure.h"

#include <opencv2/core/mat.hpp>

#include <array>
#include <span>
#include <stop_token>
#include <vector>

namespace core::forensics {

/// Magnitudes of quantized coefficients that are told apart; larger ones carry no evidence, because
/// hardly any picture has enough of them.
inline constexpr int kLevels = 128;

/// How often each magnitude occurs at each frequency (natural order).
using LevelHistogram = std::array<std::array<double, kLevels>, 64>;

/// A second save turns the multiples of the first step into the nearest multiples of the second, so
/// some magnitudes become frequent and others nearly empty (Lin et al. 2009; Bianchi & Piva 2012).
/// This says for one frequency what each magnitude tells about an earlier, coarser save.
struct LevelEvidence {
    /// log P(level | saved before with the coarser step) / P(level | not), 0 for level 0. Within
    /// the reach of one multiple of the earlier step, so that it does not depend on how much detail
    /// the block has.
    std::array<float, kLevels> logRatio{};
    std::array<bool, kLevels> fits{};   ///< the level can come from a multiple of the earlier step
    std::array<bool, kLevels> counts{}; ///< the level tells the two apart
    /// Share of the counting levels that do not fit: 0 when any picture would fit.
    [[nodiscard]] double misfitShare() const;
};

struct StepPair {
    int earlier = 1;
    int last = 1;
};

/// What "not saved before" looks like.
enum class Baseline {
    Smooth,     ///< an envelope through the histogram, as of a picture saved once
    AsMeasured, ///< the picture's own histogram: what the whole picture shares is no evidence
};

struct EvidenceModel {
    Baseline baseline = Baseline::Smooth;
    double outlierShare = 0.03; ///< coefficients that fit neither: clipping, odd encoders
};

[[nodiscard]] LevelEvidence levelEvidence(StepPair steps, std::span<const double> counts,
                                          const EvidenceModel& model);

/// Of all usable blocks, or of every n-th row of them when there are more than 400,000.
/// @param usable  rows x cols of blocks, CV_8U, nonzero where the block may be counted
/// @param stop    asked once per row of blocks; the result is then incomplete
[[nodiscard]] LevelHistogram levelHistogram(const image::JpegCoefficients& coefficients,
                                            const cv::Mat& usable, const std::stop_token& stop);

/// Natural-order positions of the first AC frequencies of the zig-zag scan (ITU T.81, figure A.6).
[[nodiscard]] std::span<const int> zigzagAc();

/// How blocks are gathered to cells: about 64,000 cells at most.
struct CellGrid {
    int blocksPerSide = 1;
    int columns = 0;
    int rows = 0;
};
[[nodiscard]] CellGrid cellGridFor(int blocksWide, int blocksHigh);

/// Sums over the coefficients of each cell, CV_32F, on the stored grid.
struct EvidenceGrid {
    cv::Mat logRatio;
    cv::Mat counted; ///< number of coefficients that tell something
    cv::Mat fitting; ///< how many of them fit the earlier save
};

/// @param evidence  by natural-order frequency; null for frequencies that are left out
/// @param stop      asked once per row of blocks; the result is then incomplete
[[nodiscard]] EvidenceGrid gatherEvidence(const image::JpegCoefficients& coefficients,
                                          const cv::Mat& usable, const CellGrid& grid,
                                          const std::array<const LevelEvidence*, 64>& evidence,
                                          const std::stop_token& stop);

} // namespace core::forensics
