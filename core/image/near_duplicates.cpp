// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/near_duplicates.h"

#include <bit>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace core::image {

namespace {

/// Of 7 bands at least one is the same when at most 6 bits differ.
constexpr int kBands = kNearBits + 1;

/// Bits of a band, told from those of the other bands.
std::uint32_t bandOf(std::uint64_t hash, int band) {
    const int from = band * 64 / kBands;
    const int to = (band + 1) * 64 / kBands;
    const std::uint64_t bits = (hash >> from) & ((std::uint64_t{1} << (to - from)) - 1);
    return static_cast<std::uint32_t>(bits) | static_cast<std::uint32_t>(band) << 16U;
}

/// The first pictures of the groups so far.
class Leaders {
  public:
    /// The nearest one, the earliest of the nearest; none: out of reach.
    [[nodiscard]] std::optional<std::size_t> nearest(std::uint64_t hash) const {
        std::optional<std::size_t> best;
        int least = kNearBits + 1;
        for (int band = 0; band < kBands; ++band) {
            const auto found = m_byBand.find(bandOf(hash, band));
            if (found == m_byBand.end())
                continue;
            for (const auto& [place, other] : found->second) {
                const int distance = std::popcount(hash ^ other);
                if (distance < least || (distance == least && best && place < *best)) {
                    least = distance;
                    best = place;
                }
            }
        }
        return best;
    }
    void add(std::size_t place, std::uint64_t hash) {
        for (int band = 0; band < kBands; ++band)
            m_byBand[bandOf(hash, band)].emplace_back(place, hash);
    }

  private:
    std::unordered_map<std::uint32_t, std::vector<std::pair<std::size_t, std::uint64_t>>> m_byBand;
};

} // namespace

std::vector<std::size_t> nearDuplicates(const std::vector<std::optional<std::uint64_t>>& hashes) {
    std::vector<std::size_t> group(hashes.size());
    std::unordered_map<std::uint64_t, std::size_t> known; // the very same hash needs no search
    Leaders leaders;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        group[i] = i;
        if (!hashes[i])
            continue;
        const auto [place, isNew] = known.emplace(*hashes[i], i);
        if (!isNew) {
            group[i] = place->second;
            continue;
        }
        if (const auto leader = leaders.nearest(*hashes[i]))
            place->second = group[i] = *leader;
        else
            leaders.add(i, *hashes[i]);
    }
    return group;
}

} // namespace core::image
