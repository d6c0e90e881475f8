// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/form_figures.h"

#include "core/evaluation/bootstrap.h"
#include "core/evaluation/scores.h"
#include "core/provenance/file_form/form_traits.h"
#include "core/training/list_hash.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace core::training {

namespace {

using Json = nlohmann::ordered_json;
using evaluation::ScoredPicture;

/// From here on the forensic scale speaks of support at all.
constexpr double kLeastRatio = 2;

bool isOfSize(std::string_view trait) {
    return trait.starts_with("size_") || trait.starts_with("shape_") ||
           trait.starts_with("pixels_");
}

using Score = double JudgedForm::*;

std::vector<ScoredPicture> scored(const std::vector<JudgedForm>& judged, Score score) {
    std::vector<ScoredPicture> pictures;
    for (const JudgedForm& each : judged)
        pictures.push_back({each.*score, each.isGenerated});
    return pictures;
}

/// Cost of the likelihood ratios in bits, both classes weighing alike: 1 for a ratio that is always
/// one, more for ratios that mislead. @source Brümmer & du Preez, Computer Speech & Language 2006
double costOf(const std::vector<JudgedForm>& judged, Score score) {
    std::array<double, 2> sums{};
    std::array<int, 2> counts{};
    for (const JudgedForm& each : judged) {
        const double ratio = each.*score;
        const std::size_t kind = each.isGenerated ? 1 : 0;
        sums[kind] += std::log2(1 + (each.isGenerated ? 1 / ratio : ratio));
        ++counts[kind];
    }
    return (sums[0] / std::max(1, counts[0]) + sums[1] / std::max(1, counts[1])) / 2;
}

Json areaJson(const std::vector<JudgedForm>& judged, Score score) {
    const auto pictures = scored(judged, score);
    std::vector<std::string> sources;
    for (const JudgedForm& each : judged)
        sources.push_back(each.source);
    const auto interval =
        evaluation::bootstrapInterval(sources, [&pictures](std::span<const std::size_t> members) {
            std::vector<ScoredPicture> drawn;
            for (const std::size_t member : members)
                drawn.push_back(pictures[member]);
            return evaluation::areaUnderCurve(drawn);
        });
    return {{"auc", evaluation::areaUnderCurve(pictures)},
            {"cost_in_bits", costOf(judged, score)},
            {"interval95", {interval.low, interval.high}}};
}

/// Area under the curve when a source weighs the square root of its pictures.
double areaBySource(const std::vector<JudgedForm>& judged) {
    std::map<std::pair<std::string, bool>, int> counts;
    for (const JudgedForm& each : judged)
        ++counts[{each.source, each.isGenerated}];
    std::map<double, std::array<double, 2>> weights; // by score
    std::array<double, 2> sums{};
    for (const JudgedForm& each : judged) {
        const double weight = 1 / std::sqrt(counts[{each.source, each.isGenerated}]);
        weights[each.joined][each.isGenerated ? 1 : 0] += weight;
        sums[each.isGenerated ? 1 : 0] += weight;
    }
    double below = 0;
    double area = 0;
    for (const auto& [score, weight] : weights) {
        area += weight[1] * (below + weight[0] / 2);
        below += weight[0];
    }
    return sums[0] > 0 && sums[1] > 0 ? area / (sums[0] * sums[1]) : 0.5;
}

Json supportedJson(const std::vector<JudgedForm>& judged, bool isGenerated) {
    int pictures = 0;
    int toward = 0;
    int against = 0;
    for (const JudgedForm& each : judged) {
        if (each.isGenerated != isGenerated)
            continue;
        ++pictures;
        toward += each.counted >= kLeastRatio ? 1 : 0;
        against += each.counted <= 1 / kLeastRatio ? 1 : 0;
    }
    return {{"pictures", pictures},
            {"ratio_of_2_or_more_toward_generated", toward},
            {"ratio_of_2_or_more_toward_photograph", against}};
}

} // namespace

void addJudged(const provenance::FormTable& table, const std::vector<FormRow>& rows,
               std::vector<JudgedForm>& judged) {
    const auto names = provenance::formTraitNames();
    for (const FormRow& row : rows) {
        std::vector<std::string_view> all;
        std::vector<std::string_view> ofSize;
        for (const std::size_t trait : row.traits) {
            all.push_back(names[trait]);
            if (isOfSize(names[trait]))
                ofSize.push_back(names[trait]);
        }
        const auto joined = table.joined(all);
        judged.push_back({row.source, row.isGenerated, row.fold, joined.ratio, joined.counted(),
                          table.joined(ofSize).ratio});
    }
}

Json formFigures(const std::vector<JudgedForm>& judged) {
    Json json;
    json["joined_ratio"] = areaJson(judged, &JudgedForm::joined);
    json["joined_ratio"]["auc_with_square_root_weights"] = areaBySource(judged);
    json["counted_ratio"] = areaJson(judged, &JudgedForm::counted);
    json["saved_anew_as_plain_jpeg"] = areaJson(judged, &JudgedForm::sizeOnly);
    std::map<int, std::vector<JudgedForm>> folds;
    for (const JudgedForm& each : judged)
        folds[each.fold].push_back(each);
    for (const auto& [fold, members] : folds)
        json["joined_auc_by_fold"][std::to_string(fold)] =
            evaluation::areaUnderCurve(scored(members, &JudgedForm::joined));
    json["generated"] = supportedJson(judged, true);
    json["photographs"] = supportedJson(judged, false);
    return json;
}

Json usualJson(const std::vector<JudgedForm>& judged) {
    constexpr double kTail = 0.05;
    std::vector<double> ratios;
    for (const JudgedForm& each : judged) {
        if (!each.isGenerated)
            ratios.push_back(each.counted);
    }
    if (ratios.empty())
        return {{"low", 1 / provenance::FormTable::kMostRatio},
                {"high", provenance::FormTable::kMostRatio}};
    std::ranges::sort(ratios);
    const auto at = [&ratios](double share) {
        return ratios[static_cast<std::size_t>(
            std::lround(share * static_cast<double>(ratios.size() - 1)))];
    };
    return {{"low", at(kTail)}, {"high", at(1 - kTail)}};
}

Json collectionJson(const std::vector<FormRow>& rows) {
    std::array<int, 2> pictures{};
    std::array<std::set<std::string>, 2> sources;
    std::set<std::string> files;
    for (const FormRow& row : rows) {
        const std::size_t kind = row.isGenerated ? 1 : 0;
        ++pictures[kind];
        sources[kind].insert(row.source);
        files.insert(row.file);
    }
    return {{"photographs", pictures[0]},
            {"photograph_sources", sources[0].size()},
            {"generated", pictures[1]},
            {"generated_sources", sources[1].size()},
            {"list_sha256", listHash(files)}};
}

} // namespace core::training
