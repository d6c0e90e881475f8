// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/form_fit.h"

#include "core/evaluation/scores.h"
#include "core/provenance/file_form/form_traits.h"
#include "core/training/form_figures.h"
#include "core/training/logistic_fit.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::ordered_json;
using provenance::FormTable;
using provenance::RatioInterval;
using provenance::TraitCount;
using provenance::TraitStatistics;

constexpr unsigned kSeed = 20261201;
constexpr double kTail = 0.025;

std::size_t classOf(const FormRow& row) {
    return row.isGenerated ? 1 : 0;
}

/// Pictures of one source with the same class and traits.
struct Pattern {
    std::vector<std::size_t> traits;
    bool isGenerated = false;
    double weight = 0;
};

struct SourcePatterns {
    std::vector<Pattern> patterns;
};

std::vector<SourcePatterns> patternsBySource(const std::vector<FormRow>& rows) {
    std::map<std::string, std::map<std::pair<bool, std::vector<std::size_t>>, int>> counts;
    std::map<std::string, std::array<int, 2>> sizes;
    for (const FormRow& row : rows) {
        ++counts[row.source][{row.isGenerated, row.traits}];
        ++sizes[row.source][classOf(row)];
    }
    std::vector<SourcePatterns> sources;
    for (const auto& [source, patterns] : counts) {
        sources.emplace_back();
        for (const auto& [key, count] : patterns)
            sources.back().patterns.push_back(
                {key.second, key.first, count / std::sqrt(sizes[source][key.first ? 1 : 0])});
    }
    return sources;
}

/// How much each pattern weighs when each source counts `times[i]` times.
std::vector<Pattern> pooled(const std::vector<SourcePatterns>& sources,
                            const std::vector<int>& times) {
    std::map<std::pair<bool, std::vector<std::size_t>>, double> weights;
    std::array<double, 2> sourceCounts{};
    std::array<double, 2> sums{};
    for (std::size_t i = 0; i < sources.size(); ++i) {
        std::array<bool, 2> has{};
        for (const Pattern& pattern : sources[i].patterns) {
            const std::size_t kind = pattern.isGenerated ? 1 : 0;
            weights[{pattern.isGenerated, pattern.traits}] += times[i] * pattern.weight;
            sums[kind] += times[i] * pattern.weight;
            has[kind] = true;
        }
        for (const std::size_t kind : {0, 1})
            sourceCounts[kind] += has[kind] ? times[i] : 0;
    }
    const double total = std::min(sourceCounts[0], sourceCounts[1]);
    std::vector<Pattern> patterns;
    for (const auto& [key, weight] : weights) {
        if (weight > 0)
            patterns.push_back({key.second, key.first, weight * total / sums[key.first ? 1 : 0]});
    }
    return patterns;
}

/// @return intercept, then one weight per trait; empty when there is no fit
std::vector<double> fittedWeights(const std::vector<Pattern>& patterns, double ridge) {
    const auto columns = static_cast<int>(provenance::formTraitNames().size()) + 1;
    LogisticProblem problem;
    problem.inputs = cv::Mat::zeros(static_cast<int>(patterns.size()), columns, CV_64F);
    problem.ridge = cv::Mat(columns, 1, CV_64F, cv::Scalar(ridge));
    problem.ridge.at<double>(0) = 0;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        auto* row = problem.inputs.ptr<double>(static_cast<int>(i));
        row[0] = 1;
        for (const std::size_t trait : patterns[i].traits)
            row[trait + 1] = 1;
        problem.isFake.push_back(patterns[i].isGenerated);
        problem.weights.push_back(patterns[i].weight);
    }
    const auto fit = fittedLogistic(problem);
    if (!fit || !fit->hasConverged)
        return {};
    return {fit->coefficients.begin<double>(), fit->coefficients.end<double>()};
}

/// Share of each class that has each trait: [trait][class].
std::vector<std::array<double, 2>> traitShares(const std::vector<Pattern>& patterns) {
    std::vector<std::array<double, 2>> shares(provenance::formTraitNames().size());
    std::array<double, 2> sums{};
    for (const Pattern& pattern : patterns) {
        const std::size_t kind = pattern.isGenerated ? 1 : 0;
        sums[kind] += pattern.weight;
        for (const std::size_t trait : pattern.traits)
            shares[trait][kind] += pattern.weight;
    }
    for (auto& share : shares) {
        for (const std::size_t kind : {0, 1})
            share[kind] /= sums[kind];
    }
    return shares;
}

struct Draws {
    std::vector<std::vector<double>> weights;               ///< [draw][1 + traits]
    std::vector<std::vector<std::array<double, 2>>> shares; ///< [draw][trait][class]
};

Draws drawn(const std::vector<SourcePatterns>& sources, const FormFitOptions& options) {
    std::mt19937 random(kSeed);
    Draws draws;
    for (int draw = 0; draw < options.draws; ++draw) {
        std::vector<int> times(sources.size());
        // A plain remainder, because distributions differ between standard libraries.
        for (std::size_t i = 0; i < sources.size(); ++i)
            ++times[random() % sources.size()];
        const auto patterns = pooled(sources, times);
        auto weights = fittedWeights(patterns, options.ridge);
        if (weights.empty())
            continue;
        draws.weights.push_back(std::move(weights));
        draws.shares.push_back(traitShares(patterns));
    }
    return draws;
}

RatioInterval ratioAlone(std::size_t trait, const std::array<double, 2>& share, const Draws& draws,
                         const std::array<int, 2>& sources) {
    std::array<double, 2> least{};
    for (const std::size_t kind : {0, 1})
        least[kind] = evaluation::upperRate(0, sources[kind]);
    const auto ratioOf = [&](const std::array<double, 2>& shares) {
        const double generated = shares[1] > 0 ? shares[1] : least[1];
        const double photographs = shares[0] > 0 ? shares[0] : least[0];
        return generated / photographs;
    };
    std::vector<double> ratios;
    for (const auto& shares : draws.shares)
        ratios.push_back(ratioOf(shares[trait]));
    if (ratios.empty() || (share[0] <= 0 && share[1] <= 0))
        return {1, 0, std::max(1 / least[0], 1.0)};
    std::ranges::sort(ratios);
    const auto at = [&ratios](double part) {
        return ratios[static_cast<std::size_t>(
            std::lround(part * static_cast<double>(ratios.size() - 1)))];
    };
    return {ratioOf(share), at(kTail), at(1 - kTail)};
}

/// Pictures and sources of each trait: [trait][class].
std::vector<std::array<TraitCount, 2>> countsOf(const std::vector<FormRow>& rows) {
    std::vector<std::array<TraitCount, 2>> counts(provenance::formTraitNames().size());
    std::vector<std::array<std::set<std::string>, 2>> sources(counts.size());
    for (const FormRow& row : rows) {
        for (const std::size_t trait : row.traits) {
            ++counts[trait][classOf(row)].pictures;
            sources[trait][classOf(row)].insert(row.source);
        }
    }
    for (std::size_t trait = 0; trait < counts.size(); ++trait) {
        for (const std::size_t kind : {0, 1})
            counts[trait][kind].sources = static_cast<int>(sources[trait][kind].size());
    }
    return counts;
}

std::array<int, 2> sourceCounts(const std::vector<FormRow>& rows) {
    std::array<std::set<std::string>, 2> sources;
    for (const FormRow& row : rows)
        sources[classOf(row)].insert(row.source);
    return {static_cast<int>(sources[0].size()), static_cast<int>(sources[1].size())};
}

struct Fitted {
    std::vector<double> weights;
    Draws draws;
    std::vector<TraitStatistics> traits;
};

Result<Fitted> fitted(const std::vector<FormRow>& rows, const FormFitOptions& options) {
    const auto classes = sourceCounts(rows);
    if (classes[0] == 0 || classes[1] == 0)
        return fail(ErrorCode::InvalidArgument,
                    "Photographs and generated pictures are both needed.");
    const auto sources = patternsBySource(rows);
    const auto patterns = pooled(sources, std::vector<int>(sources.size(), 1));
    Fitted fit;
    fit.weights = fittedWeights(patterns, options.ridge);
    if (fit.weights.empty())
        return fail(ErrorCode::Internal, "The fit of the file forms does not converge.");
    fit.draws = drawn(sources, options);
    const auto shares = traitShares(patterns);
    auto counts = countsOf(rows);
    const auto names = provenance::formTraitNames();
    for (std::size_t i = 0; i < names.size(); ++i) {
        TraitStatistics trait;
        trait.name = names[i];
        for (const std::size_t kind : {0, 1})
            counts[i][kind].share = shares[i][kind];
        trait.photographs = counts[i][0];
        trait.generated = counts[i][1];
        trait.alone = ratioAlone(i, shares[i], fit.draws, classes);
        trait.weight = fit.weights[i + 1];
        for (const auto& weights : fit.draws.weights)
            trait.drawnWeights.push_back(weights[i + 1]);
        fit.traits.push_back(std::move(trait));
    }
    return fit;
}

FormTable tableOf(const Fitted& fit) {
    std::vector<double> intercepts;
    for (const auto& weights : fit.draws.weights)
        intercepts.push_back(weights[0]);
    return {fit.weights[0], std::move(intercepts), fit.traits};
}

double rounded(double value) {
    constexpr double kSteps = 10'000;
    return std::round(value * kSteps) / kSteps;
}

Json countJson(const TraitCount& count) {
    return {
        {"pictures", count.pictures}, {"sources", count.sources}, {"share", rounded(count.share)}};
}

Json roundedAll(const std::vector<double>& values) {
    Json json = Json::array();
    for (const double value : values)
        json.push_back(rounded(value));
    return json;
}

void addTable(const Fitted& fit, Json& json) {
    json["intercept"] = rounded(fit.weights[0]);
    json["traits"] = Json::array();
    for (const TraitStatistics& trait : fit.traits)
        json["traits"].push_back({{"name", trait.name},
                                  {"generated", countJson(trait.generated)},
                                  {"photographs", countJson(trait.photographs)},
                                  {"ratio", rounded(trait.alone.ratio)},
                                  {"low", rounded(trait.alone.low)},
                                  {"high", rounded(trait.alone.high)},
                                  {"weight", rounded(trait.weight)},
                                  {"drawn_weights", roundedAll(trait.drawnWeights)}});
    std::vector<double> intercepts;
    for (const auto& weights : fit.draws.weights)
        intercepts.push_back(weights[0]);
    json["drawn_intercepts"] = roundedAll(intercepts);
}

template <typename Predicate>
std::vector<FormRow> chosen(const std::vector<FormRow>& rows, Predicate belongs) {
    std::vector<FormRow> some;
    std::ranges::copy_if(rows, std::back_inserter(some), belongs);
    return some;
}

} // namespace

Result<FormTable> formTable(const std::vector<FormRow>& rows, const FormFitOptions& options) {
    const auto fit = fitted(rows, options);
    if (!fit)
        return tl::unexpected(fit.error());
    return tableOf(*fit);
}

Result<Json> fitForm(const std::vector<FormRow>& rows, const FormFitOptions& options,
                     const std::filesystem::path& output) {
    const auto photos = chosen(rows, [](const FormRow& row) { return row.look == "photo"; });
    const auto graphics = chosen(rows, [](const FormRow& row) { return row.look == "graphic"; });
    const auto learning = chosen(photos, [](const FormRow& row) { return row.fold < kFormFolds; });
    std::vector<JudgedForm> judged;
    std::vector<JudgedForm> judgedGraphics;
    for (int fold = 0; fold < kFormFolds; ++fold) {
        const auto table = formTable(
            chosen(learning, [fold](const FormRow& row) { return row.fold != fold; }), options);
        if (!table)
            return tl::unexpected(table.error());
        const auto isHere = [fold](const FormRow& row) { return row.fold == fold; };
        addJudged(*table, chosen(learning, isHere), judged);
        addJudged(*table, chosen(graphics, isHere), judgedGraphics);
    }
    const auto fit = fitted(learning, options);
    if (!fit)
        return tl::unexpected(fit.error());
    const FormTable table = tableOf(*fit);
    std::vector<JudgedForm> heldOut;
    const auto isHeldOut = [](const FormRow& row) { return row.fold == kHeldOutFold; };
    addJudged(table, chosen(photos, isHeldOut), heldOut);
    addJudged(table, chosen(graphics, isHeldOut), judgedGraphics);

    Json json;
    json["version"] = "1";
    json["fitted_on"] = collectionJson(learning);
    json["ridge"] = options.ridge;
    json["draws"] = fit->draws.weights.size();
    json["largest_ratio"] = FormTable::kMostRatio;
    json["cross_validated"] = formFigures(judged);
    json["held_out"] = formFigures(heldOut);
    json["held_out"]["collection"] = collectionJson(chosen(photos, isHeldOut));
    json["graphics_judged_without_their_sources"] = formFigures(judgedGraphics);
    json["photographs_usual"] = usualJson(judged);
    addTable(*fit, json);
    std::ofstream stream(output);
    stream << json.dump(1) << '\n';
    if (!stream.flush())
        return fail(ErrorCode::WriteFailed,
                    "The table " + output.string() + " cannot be written; is the disk full?");
    return json;
}

Result<std::map<std::string, double>> outOfFoldFormRatios(const std::vector<FormRow>& rows,
                                                          const FormFitOptions& options) {
    const auto photos = chosen(rows, [](const FormRow& row) { return row.look == "photo"; });
    std::map<std::string, double> ratios;
    for (int fold = 0; fold <= kHeldOutFold; ++fold) {
        const auto table = formTable(chosen(photos,
                                            [fold](const FormRow& row) {
                                                return row.fold != fold && row.fold != kHeldOutFold;
                                            }),
                                     options);
        if (!table)
            return tl::unexpected(table.error());
        for (const FormRow& row : photos) {
            if (row.fold != fold)
                continue;
            std::vector<std::string_view> names;
            for (const std::size_t trait : row.traits)
                names.push_back(provenance::formTraitNames()[trait]);
            ratios[row.file] = table->joined(names).counted();
        }
    }
    return ratios;
}

} // namespace core::training
