// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_statistics.h"

#include <ATen/ATen.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace core::model {

namespace {

/// Collects named columns of shape [tiles].
class Columns {
  public:
    void add(std::string name, const at::Tensor& column) {
        m_names.push_back(std::move(name));
        m_columns.push_back(column);
    }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    [[nodiscard]] at::Tensor table() const {
        return at::nan_to_num(at::stack(m_columns, 1), 0.0, 50.0, -50.0).clamp(-50, 50);
    }

  private:
    std::vector<std::string> m_names;
    std::vector<at::Tensor> m_columns;
};

/// Mean over everything but the tiles. @return [tiles]
at::Tensor tileMean(const at::Tensor& values) {
    return values.flatten(1).mean(1);
}

at::Tensor safeLog(const at::Tensor& positive) {
    return at::log(positive + 0.01);
}

at::Tensor kernel(std::initializer_list<float> weights, std::int64_t rows, std::int64_t columns,
                  float divisor = 1) {
    return at::tensor(std::vector<float>(weights)).view({1, 1, rows, columns}) / divisor;
}

/// Correlation of a residual with itself shifted by (dx, dy). @return [tiles], -1 to 1
at::Tensor selfCorrelation(const at::Tensor& r, int dx, int dy) {
    const std::int64_t h = r.size(2);
    const std::int64_t w = r.size(3);
    const at::Tensor a = r.slice(2, 0, h - dy).slice(3, 0, w - dx);
    const at::Tensor b = r.slice(2, dy, h).slice(3, dx, w);
    return tileMean(a * b) / (at::sqrt(tileMean(a * a) * tileMean(b * b)) + 1e-3);
}

/// Size and shape of a residual's distribution.
void addDistribution(Columns& out, const std::string& name, const at::Tensor& r) {
    const at::Tensor energy = tileMean(r * r);
    const at::Tensor squared = r * r;
    out.add(name + ".log_energy", safeLog(energy));
    out.add(name + ".peakedness", tileMean(at::abs(r)) / at::sqrt(energy + 1e-3));
    out.add(name + ".log_kurtosis",
            at::log(tileMean(squared * squared) / (energy * energy + 1e-2) + 0.1));
    out.add(name + ".near_zero", tileMean((at::abs(r) < 0.5).to(at::kFloat)));
}

void addDirectionalPair(Columns& out, const std::string& name, const at::Tensor& along,
                        const at::Tensor& across) {
    addDistribution(out, name, at::cat({along.flatten(1), across.flatten(1)}, 1));
    out.add(name + ".direction",
            at::abs(safeLog(tileMean(along * along)) - safeLog(tileMean(across * across))));
}

void addCorrelations(Columns& out, const std::string& name, const at::Tensor& r) {
    out.add(name + ".lag1", 0.5 * (selfCorrelation(r, 1, 0) + selfCorrelation(r, 0, 1)));
    out.add(name + ".lag1_diagonal", selfCorrelation(r, 1, 1));
    out.add(name + ".lag2", 0.5 * (selfCorrelation(r, 2, 0) + selfCorrelation(r, 0, 2)));
    out.add(name + ".lag4", 0.5 * (selfCorrelation(r, 4, 0) + selfCorrelation(r, 0, 4)));
    out.add(name + ".lag8", 0.5 * (selfCorrelation(r, 8, 0) + selfCorrelation(r, 0, 8)));
}

/// Linear filters that suppress the scene and keep the noise.
void addLumaResiduals(Columns& out, const at::Tensor& luma) {
    const at::Tensor second = kernel({1, -2, 1}, 1, 3, 2);
    addDirectionalPair(out, "second", at::conv2d(luma, second),
                       at::conv2d(luma, second.transpose(2, 3)));
    const at::Tensor third = kernel({1, -3, 3, -1}, 1, 4, 3);
    addDirectionalPair(out, "third", at::conv2d(luma, third),
                       at::conv2d(luma, third.transpose(2, 3)));
    const at::Tensor diagonal = kernel({1, 0, 0, 0, -2, 0, 0, 0, 1}, 3, 3, 2);
    addDirectionalPair(out, "diagonal", at::conv2d(luma, diagonal),
                       at::conv2d(luma, diagonal.flip({3})));
    const at::Tensor srm = at::conv2d(luma, kernel({-1, 2, -1, 2, -4, 2, -1, 2, -1}, 3, 3, 4));
    addDistribution(out, "srm", srm);
    addCorrelations(out, "srm", srm);
    const at::Tensor kv = at::conv2d(luma, kernel({-1, 2, -2, 2, -1, 2, -6, 8, -6, 2, -2, 8, -12, 8,
                                                   -2, 2, -6, 8, -6, 2, -1, 2, -2, 2, -1},
                                                  5, 5, 12));
    addDistribution(out, "kv", kv);
    addCorrelations(out, "kv", kv);
}

at::Tensor correlation(const at::Tensor& a, const at::Tensor& b) {
    return tileMean(a * b) / (at::sqrt(tileMean(a * a) * tileMean(b * b)) + 1e-3);
}

/// Sensor noise is nearly independent between channels before demosaicing; decoders' is not.
void addColorResiduals(Columns& out, const at::Tensor& rgb) {
    const at::Tensor weights =
        kernel({-1, 2, -1, 2, -4, 2, -1, 2, -1}, 3, 3, 4).expand({3, 1, 3, 3}).contiguous();
    const at::Tensor r = at::conv2d(rgb, weights, {}, at::IntArrayRef{1}, at::IntArrayRef{0},
                                    at::IntArrayRef{1}, 3); // [tiles, 3, side-2, side-2]
    const at::Tensor red = r.slice(1, 0, 1);
    const at::Tensor green = r.slice(1, 1, 2);
    const at::Tensor blue = r.slice(1, 2, 3);
    out.add("color.red_green", correlation(red, green));
    out.add("color.red_blue", correlation(red, blue));
    out.add("color.green_blue", correlation(green, blue));
    const at::Tensor greenEnergy = safeLog(tileMean(green * green));
    out.add("color.red_energy", safeLog(tileMean(red * red)) - greenEnergy);
    out.add("color.blue_energy", safeLog(tileMean(blue * blue)) - greenEnergy);
    out.add("color.red_difference", safeLog(tileMean(at::square(red - green))) - greenEnergy);
    out.add("color.blue_difference", safeLog(tileMean(at::square(blue - green))) - greenEnergy);
}

/// Energy of the residual by position in 2x2 cells: demosaicing and nearest-neighbor up-sampling
/// treat the positions differently.
void addCellPhases(Columns& out, const at::Tensor& luma) {
    const at::Tensor r =
        at::square(at::conv2d(luma, kernel({0, -1, 0, -1, 4, -1, 0, -1, 0}, 3, 3, 4)));
    std::vector<at::Tensor> phases;
    for (int y = 0; y < 2; ++y) {
        for (int x = 0; x < 2; ++x)
            phases.push_back(tileMean(r.slice(2, y, r.size(2), 2).slice(3, x, r.size(3), 2)));
    }
    const at::Tensor total = phases[0] + phases[1] + phases[2] + phases[3] + 0.01;
    out.add("cell.checkerboard", at::abs(phases[0] + phases[3] - phases[1] - phases[2]) / total);
    out.add("cell.columns", at::abs(phases[0] + phases[2] - phases[1] - phases[3]) / total);
    out.add("cell.rows", at::abs(phases[0] + phases[1] - phases[2] - phases[3]) / total);
}

/// Steps across lines of an 8-pixel grid against steps elsewhere, in both directions.
void addBlockPhases(Columns& out, const at::Tensor& luma) {
    std::vector<at::Tensor> strongest;
    for (const int dimension : {3, 2}) {
        const at::Tensor step = at::abs(at::diff(luma, 1, dimension));
        const int other = dimension == 3 ? 2 : 3;
        const at::Tensor lines = step.mean({1, other}); // [tiles, side-1]
        const std::int64_t whole = lines.size(1) / 8 * 8;
        const at::Tensor byPhase = lines.slice(1, 0, whole).view({lines.size(0), -1, 8}).mean(1);
        const at::Tensor middle = std::get<0>(byPhase.median(1));
        strongest.push_back(at::log((std::get<0>(byPhase.max(1)) + 0.05) / (middle + 0.05)));
    }
    out.add("block.grid", 0.5 * (strongest[0] + strongest[1]));
}

/// How evenly the noise lies over the tile and how it goes with brightness.
void addNoiseLevels(Columns& out, const at::Tensor& luma) {
    const at::Tensor srm = at::square(at::constant_pad_nd(
        at::conv2d(luma, kernel({-1, 2, -1, 2, -4, 2, -1, 2, -1}, 3, 3, 4)), {1, 1, 1, 1}));
    const at::Tensor levels = safeLog(at::avg_pool2d(srm, 16)).flatten(1); // [tiles, cells]
    const at::Tensor brightness = at::avg_pool2d(luma, 16).flatten(1);
    const at::Tensor sorted = std::get<0>(levels.sort(1));
    const std::int64_t n = sorted.size(1);
    const at::Tensor median = sorted.select(1, n / 2);
    out.add("level.quietest", sorted.select(1, n / 20) - median);
    out.add("level.quiet", sorted.select(1, n / 4) - median);
    out.add("level.loud", sorted.select(1, n * 3 / 4) - median);
    out.add("level.floor", sorted.select(1, n / 20));
    const at::Tensor b = brightness - brightness.mean(1, true);
    const at::Tensor l = levels - levels.mean(1, true);
    out.add("level.with_brightness",
            (b * l).mean(1) / (at::sqrt((b * b).mean(1) * (l * l).mean(1)) + 1e-2));
}

/// Where each bin of a half spectrum lies. Frequencies in cycles per pixel.
struct Bins {
    at::Tensor radius;      ///< [side, side/2+1]
    at::Tensor angle;       ///< 0 to pi
    at::Tensor isLattice;   ///< off-axis multiples of 1/8
    at::Tensor nearLattice; ///< their surroundings, without themselves
};

Bins binsFor(std::int64_t side) {
    const at::Tensor fy = at::fft_fftfreq(side).view({side, 1});
    const at::Tensor fx = at::fft_rfftfreq(side).view({1, side / 2 + 1});
    Bins bins;
    bins.radius = at::sqrt(fx * fx + fy * fy);
    bins.angle = at::atan2(fy.expand_as(bins.radius), fx.expand_as(bins.radius));
    const auto steps = static_cast<double>(side);
    const at::Tensor kx = at::round(fx * steps);
    const at::Tensor ky = at::abs(at::round(fy * steps));
    const double period = steps / 8;
    const auto distance = [period](const at::Tensor& k) {
        const at::Tensor rest = at::remainder(k, period);
        return at::minimum(rest, period - rest);
    };
    const at::Tensor offAxis = (kx > 1).logical_and(ky > 1);
    bins.isLattice = (distance(kx) < 0.5).logical_and(distance(ky) < 0.5).logical_and(offAxis);
    bins.nearLattice = (distance(kx) < 3.5)
                           .logical_and(distance(ky) < 3.5)
                           .logical_and(offAxis)
                           .logical_and(bins.isLattice.logical_not());
    return bins;
}

at::Tensor maskedMean(const at::Tensor& values, const at::Tensor& mask) {
    const at::Tensor weights = mask.to(at::kFloat);
    return (values * weights).sum({1, 2}) / (weights.sum() + 1e-6);
}

void addSpectrum(Columns& out, const at::Tensor& luma) {
    const std::int64_t side = luma.size(2);
    const at::Tensor line = at::hann_window(side, /*periodic=*/true, at::kFloat);
    const at::Tensor window = line.view({side, 1}) * line.view({1, side});
    const at::Tensor centered = (luma - luma.mean({2, 3}, true)).squeeze(1) * window;
    const at::Tensor logPower =
        at::log(at::square(at::abs(at::fft_rfft2(centered))) / static_cast<double>(side) + 1.0);
    const Bins bins = binsFor(side);
    const auto band = [&](double low, double high) {
        return (bins.radius >= low).logical_and(bins.radius < high);
    };
    const at::Tensor anchor = maskedMean(logPower, band(0.08, 0.14));
    constexpr std::array<double, 10> kEdges = {0.14, 0.2, 0.26, 0.32, 0.38,
                                               0.44, 0.5, 0.56, 0.62, 0.71};
    for (std::size_t i = 0; i + 1 < kEdges.size(); ++i)
        out.add("spectrum.band" + std::to_string(i),
                maskedMean(logPower, band(kEdges[i], kEdges[i + 1])) - anchor);
    out.add("spectrum.anchor", anchor);
    std::vector<at::Tensor> sectors;
    constexpr double kPi = 3.14159265358979;
    for (int i = 0; i < 8; ++i) {
        const at::Tensor sector = (bins.angle >= kPi * (i / 8.0 - 0.5))
                                      .logical_and(bins.angle < kPi * ((i + 1) / 8.0 - 0.5))
                                      .logical_and(band(0.25, 0.5));
        sectors.push_back(maskedMean(logPower, sector));
    }
    out.add("spectrum.anisotropy", at::stack(sectors, 1).std(1, false));
    out.add("spectrum.lattice",
            maskedMean(logPower, bins.isLattice) - maskedMean(logPower, bins.nearLattice));
}

Columns measured(const at::Tensor& rgb) {
    const at::Tensor luma = 0.299 * rgb.slice(1, 0, 1) + 0.587 * rgb.slice(1, 1, 2) +
                            0.114 * rgb.slice(1, 2, 3); // [tiles, 1, side, side]
    Columns columns;
    addLumaResiduals(columns, luma);
    addColorResiduals(columns, rgb);
    addCellPhases(columns, luma);
    addBlockPhases(columns, luma);
    addNoiseLevels(columns, luma);
    addSpectrum(columns, luma);
    return columns;
}

} // namespace

std::vector<std::string> tileStatisticNames() {
    return measured(at::zeros({1, 3, 128, 128}, at::kFloat)).names();
}

at::Tensor tileStatistics(const at::Tensor& rgb) {
    return measured(rgb).table();
}

} // namespace core::model
