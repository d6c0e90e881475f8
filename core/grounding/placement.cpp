// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grounding/placement.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace core::grounding {

namespace {

constexpr int kMapSide = 128; ///< cells along the picture's longer side

/// Cells above the threshold that touch each other, corners included.
struct Part {
    int left = std::numeric_limits<int>::max();
    int top = std::numeric_limits<int>::max();
    int right = 0; ///< one behind the last
    int bottom = 0;
    long long cells = 0;
    double mass = 0;

    void take(int x, int y, double value) {
        left = std::min(left, x);
        top = std::min(top, y);
        right = std::max(right, x + 1);
        bottom = std::max(bottom, y + 1);
        ++cells;
        mass += value;
    }
    void take(const Part& other) {
        left = std::min(left, other.left);
        top = std::min(top, other.top);
        right = std::max(right, other.right);
        bottom = std::max(bottom, other.bottom);
        cells += other.cells;
        mass += other.mass;
    }
    [[nodiscard]] Rect box() const { return {left, top, right - left, bottom - top}; }
};

std::vector<Part> partsAbove(const TokenMap& map, float threshold) {
    std::vector<char> isOpen(map.values.size());
    std::ranges::transform(map.values, isOpen.begin(),
                           [&](float value) { return value > threshold ? 1 : 0; });
    const auto index = [&](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(map.columns) +
               static_cast<std::size_t>(x);
    };
    std::vector<Part> parts;
    std::vector<std::pair<int, int>> pending;
    for (int startY = 0; startY < map.rows; ++startY) {
        for (int startX = 0; startX < map.columns; ++startX) {
            if (isOpen[index(startX, startY)] == 0)
                continue;
            Part part;
            isOpen[index(startX, startY)] = 0;
            pending.assign(1, {startX, startY});
            while (!pending.empty()) {
                const auto [x, y] = pending.back();
                pending.pop_back();
                part.take(x, y, map.at(x, y));
                for (int ny = std::max(0, y - 1); ny <= std::min(map.rows - 1, y + 1); ++ny)
                    for (int nx = std::max(0, x - 1); nx <= std::min(map.columns - 1, x + 1); ++nx)
                        if (std::exchange(isOpen[index(nx, ny)], 0) != 0)
                            pending.emplace_back(nx, ny);
            }
            parts.push_back(part);
        }
    }
    return parts;
}

void merge(std::vector<Part>& parts, double from) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.size();) {
            if (intersectionOverUnion(parts[i].box(), parts[j].box()) <= from) {
                ++j;
                continue;
            }
            parts[i].take(parts[j]);
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(j));
            j = i + 1; // the larger box may overlap those before
        }
    }
}

/// Share of the mass times contrast, both 0 to 1.
double scoreOf(const Part& part, double total, double cells) {
    const double inside = part.mass / static_cast<double>(part.cells);
    const double outside =
        (total - part.mass) / std::max(1.0, cells - static_cast<double>(part.cells));
    const double contrast = inside + outside > 0 ? (inside - outside) / (inside + outside) : 0;
    return std::clamp(part.mass / total * contrast, 0.0, 1.0);
}

} // namespace

std::shared_ptr<const HeatMap> mapOnPicture(const TokenMap& map, const ModelInput& input) {
    const Rect seen = seenPart(input);
    if (map.isEmpty() || seen.isEmpty())
        return nullptr;
    const double longer = std::max(input.pictureWidth, input.pictureHeight);
    const auto cellsAlong = [&](int side) {
        return std::clamp(static_cast<int>(std::lround(kMapSide * side / longer)), 1, side);
    };
    auto result = std::make_shared<HeatMap>();
    result->columns = cellsAlong(input.pictureWidth);
    result->rows = cellsAlong(input.pictureHeight);
    const TokenMap fine = enlarged(map, std::max(1, input.width), std::max(1, input.height));
    const float largest = std::ranges::max(fine.values);
    for (int row = 0; row < result->rows; ++row) {
        for (int column = 0; column < result->columns; ++column) {
            const double x = (column + 0.5) * input.resizedWidth / result->columns - input.cropX;
            const double y = (row + 0.5) * input.resizedHeight / result->rows - input.cropY;
            const bool isSeen = x >= 0 && y >= 0 && x < input.width && y < input.height;
            const float value = isSeen && largest > 0
                                    ? fine.at(static_cast<int>(x), static_cast<int>(y)) / largest
                                    : 0.0F;
            result->values.push_back(value);
        }
    }
    return result;
}

Placement placed(const TokenMap& raw, const ModelInput& input, const PlacementRule& rule) {
    constexpr double kFullSmoothing = 16; // tokens across
    const TokenMap map =
        smoothed(raw, rule.smoothing * std::min(1.0, raw.columns / kFullSmoothing));
    Placement result;
    result.evenness = evenness(map);
    result.map = mapOnPicture(map, input);
    if (!result.map || map.total() <= 0 || result.evenness > rule.wholeFromEvenness)
        return result;
    const TokenMap fine = enlarged(map, input.width, input.height);
    const double cells = static_cast<double>(fine.values.size());
    // Half of the peak at most: equally strong places must not be parted by the mass alone.
    const float peak = std::ranges::max(fine.values);
    const float threshold =
        std::max(otsuThreshold(fine), std::min(massThreshold(fine, rule.keptMass), peak / 2));
    std::vector<Part> parts = partsAbove(fine, threshold);
    double area = 0;
    for (const Part& part : parts)
        area += static_cast<double>(part.cells);
    if (area > rule.wholeFromShare * cells)
        return result;
    std::erase_if(parts, [&](const Part& part) {
        return static_cast<double>(part.cells) < rule.smallestShare * cells;
    });
    merge(parts, rule.mergedFrom);
    const double total = fine.total();
    for (const Part& part : parts) {
        const Rect box = toPicture(part.box(), input);
        if (!box.isEmpty())
            result.regions.push_back({box, {}, scoreOf(part, total, cells)});
    }
    std::ranges::stable_sort(result.regions, std::greater<>{}, &Region::score);
    if (std::ssize(result.regions) > rule.most)
        result.regions.resize(static_cast<std::size_t>(rule.most));
    if (!result.regions.empty())
        result.extent = Extent::Regions;
    return result;
}

} // namespace core::grounding
