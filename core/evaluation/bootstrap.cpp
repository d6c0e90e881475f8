// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace core::evaluation {

namespace {

constexpr unsigned kSeed = 20261123;
constexpr double kTail = 0.025;

std::vector<std::vector<std::size_t>> groupsOf(std::span<const std::string> clusters) {
    std::map<std::string, std::vector<std::size_t>> byName;
    for (std::size_t i = 0; i < clusters.size(); ++i)
        byName[clusters[i]].push_back(i);
    std::vector<std::vector<std::size_t>> groups;
    if (byName.size() == 1) {
        for (std::size_t i = 0; i < clusters.size(); ++i)
            groups.push_back({i});
        return groups;
    }
    for (auto& [name, members] : byName)
        groups.push_back(std::move(members));
    return groups;
}

} // namespace

Interval bootstrapInterval(std::span<const std::string> clusters,
                           const std::function<double(std::span<const std::size_t>)>& figure,
                           int draws) {
    if (clusters.empty())
        return {};
    const auto groups = groupsOf(clusters);
    std::mt19937 random(kSeed);
    std::vector<double> values;
    std::vector<std::size_t> chosen;
    for (int draw = 0; draw < draws; ++draw) {
        chosen.clear();
        for (std::size_t i = 0; i < groups.size(); ++i) {
            // A plain remainder, because distributions differ between standard libraries.
            const auto& group = groups[random() % groups.size()];
            chosen.insert(chosen.end(), group.begin(), group.end());
        }
        if (const double value = figure(chosen); !std::isnan(value))
            values.push_back(value);
    }
    if (values.empty())
        return {};
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) +
                                               0.5)];
    };
    return {at(kTail), at(1 - kTail)};
}

} // namespace core::evaluation
