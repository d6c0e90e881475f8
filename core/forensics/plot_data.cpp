// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/plot_data.h"

#include "core/forensics/radial_spectrum.h"
#include "core/forensics/requantization.h"
#include "core/forensics/spectrum_reference.h"
#include "core/image/mat.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>

namespace core::forensics {

namespace {

using examination::PlotSeries;

constexpr std::size_t kMostHistogramPixels = 16'000'000;
constexpr std::size_t kDctFrequencies = 6;
constexpr int kDctReach = 30; // quantized values to either side of zero
constexpr std::size_t kDctBins = 2 * kDctReach + 1;
constexpr std::array<const char*, 3> kChannelNames = {"blue", "green", "red"};

using ChannelCounts = std::array<std::array<double, 256>, 3>;

Result<ChannelCounts> channelCounts(const cv::Mat& bgr, const std::stop_token& stop) {
    ChannelCounts counts{};
    const int step = static_cast<int>(bgr.total() / kMostHistogramPixels) + 1;
    for (int y = 0; y < bgr.rows; y += step) {
        if (stop.stop_requested())
            return cancelled();
        const auto* row = bgr.ptr<std::uint8_t>(y);
        for (int x = 0; x < bgr.cols; ++x, row += 3) {
            for (std::size_t c = 0; c < 3; ++c)
                ++counts[c][row[c]];
        }
    }
    return counts;
}

/// Red first, as people name the channels.
void addHistogram(const ChannelCounts& counts, std::vector<PlotSeries>& all) {
    for (std::size_t channel = 3; channel-- > 0;) {
        PlotSeries series{"histogram", kChannelNames[channel], {}, {}, {}, {}};
        double total = 0;
        for (const double count : counts[channel])
            total += count;
        for (std::size_t level = 0; level < 256; ++level) {
            series.x.push_back(static_cast<double>(level));
            series.y.push_back(counts[channel][level] / std::max(total, 1.0));
        }
        all.push_back(std::move(series));
    }
}

void addSpectrum(const RadialSpectrum& spectrum, std::vector<PlotSeries>& all) {
    PlotSeries series{"spectrum", "measured", {}, {}, {}, {}};
    for (std::size_t i = 0; i < kSpectrumBins; ++i)
        series.x.push_back(static_cast<double>(i + 1) / (2.0 * kSpectrumBins));
    series.y.assign(spectrum.begin(), spectrum.end());
    series.low.assign(kSpectrumLow.begin(), kSpectrumLow.end());
    series.high.assign(kSpectrumHigh.begin(), kSpectrumHigh.end());
    all.push_back(std::move(series));
}

/// The first frequencies of the zig-zag scan, named by row and column of the 8x8 block.
Result<void> addDct(const image::JpegCoefficients& coefficients, std::vector<PlotSeries>& all,
                    const std::stop_token& stop) {
    std::array<std::array<double, kDctBins>, kDctFrequencies> counts{};
    for (std::size_t block = 0; block < coefficients.luma.size(); ++block) {
        if (block % 65'536 == 0 && stop.stop_requested())
            return cancelled();
        for (std::size_t f = 0; f < kDctFrequencies; ++f) {
            const int value = coefficients.luma[block][static_cast<std::size_t>(zigzagAc()[f])];
            if (std::abs(value) <= kDctReach)
                ++counts[f][static_cast<std::size_t>(value + kDctReach)];
        }
    }
    for (std::size_t f = 0; f < kDctFrequencies; ++f) {
        const int at = zigzagAc()[f];
        PlotSeries series{
            "dct", "AC(" + std::to_string(at / 8) + "," + std::to_string(at % 8) + ")", {}, {}, {},
            {}};
        for (int value = -kDctReach; value <= kDctReach; ++value)
            series.x.push_back(value);
        series.y.assign(counts[f].begin(), counts[f].end());
        all.push_back(std::move(series));
    }
    return {};
}

Result<std::vector<PlotSeries>> allSeries(const Subject& subject, const std::stop_token& stop) {
    std::vector<PlotSeries> all;
    const auto counts = channelCounts(image::asMat(subject.picture.image), stop);
    if (!counts)
        return tl::unexpected(counts.error());
    addHistogram(*counts, all);
    const auto spectrum = radialSpectrum(subject.luma, stop);
    if (!spectrum)
        return tl::unexpected(spectrum.error());
    if (*spectrum)
        addSpectrum(**spectrum, all);
    if (subject.coefficients) {
        if (auto added = addDct(*subject.coefficients, all, stop); !added)
            return tl::unexpected(added.error());
    }
    return all;
}

} // namespace

Result<std::vector<PlotSeries>> plotData(const Subject& subject, std::stop_token stop) {
    try {
        return allSeries(subject, stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "Not enough memory for the plots.");
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::Internal, std::string("Plots: ") + error.what());
    }
}

} // namespace core::forensics
