// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_report.h"

#include "core/base/digest.h"
#include "core/clues/answer_parser.h"
#include "core/evaluation/bootstrap.h"
#include "core/evaluation/curves.h"
#include "core/evaluation/rouge_l.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <set>
#include <utility>

namespace core::evaluation {

namespace {

using examination::Verdict;
using Records = std::vector<const EvaluationRecord*>;

constexpr int kDraws = 500;
constexpr unsigned kCoinSeed = 20261123;
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> sourcesOf(const Records& records) {
    std::vector<std::string> sources;
    for (const EvaluationRecord* record : records)
        sources.push_back(record->source);
    return sources;
}

/// A figure over scored pictures with its interval; nothing when a class is missing.
std::optional<Figure>
curveFigure(const Records& records,
            const std::function<double(std::span<const ScoredPicture>)>& measure) {
    const auto of = [&](std::span<const std::size_t> chosen) {
        std::vector<ScoredPicture> pictures;
        int fakes = 0;
        for (const std::size_t i : chosen) {
            pictures.push_back({records[i]->pFake, records[i]->isFake});
            fakes += records[i]->isFake ? 1 : 0;
        }
        const bool hasBoth = fakes > 0 && fakes < static_cast<int>(pictures.size());
        return hasBoth ? measure(pictures) : kNothing;
    };
    std::vector<std::size_t> all(records.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    const double value = of(all);
    if (std::isnan(value))
        return std::nullopt;
    return Figure{value, bootstrapInterval(sourcesOf(records), of, kDraws)};
}

/// Mean of a number that some records have; nothing when none has.
std::optional<Figure>
meanFigure(const Records& records,
           const std::function<std::optional<double>(const EvaluationRecord&)>& number) {
    Records having;
    std::vector<double> values;
    for (const EvaluationRecord* record : records) {
        if (const auto value = number(*record)) {
            having.push_back(record);
            values.push_back(*value);
        }
    }
    if (values.empty())
        return std::nullopt;
    const auto mean = [&](std::span<const std::size_t> chosen) {
        double sum = 0;
        for (const std::size_t i : chosen)
            sum += values[i];
        return sum / static_cast<double>(chosen.size());
    };
    std::vector<std::size_t> all(values.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    return Figure{mean(all), bootstrapInterval(sourcesOf(having), mean, kDraws)};
}

double f1(int hits, int falseAlarms, int misses) {
    const int all = 2 * hits + falseAlarms + misses;
    return all > 0 ? 2.0 * hits / all : 0;
}

void countVerdicts(GroupScores& scores, const Records& records) {
    int fakes = 0;
    for (const EvaluationRecord* record : records) {
        fakes += record->isFake ? 1 : 0;
        const bool saysFake = record->verdict == Verdict::Fake;
        const bool saysReal = record->verdict == Verdict::Real;
        (record->isFake ? scores.found : scores.accused).events += saysFake ? 1 : 0;
        (record->isFake ? scores.missed : scores.cleared).events += saysReal ? 1 : 0;
        scores.abstained.events += !saysFake && !saysReal ? 1 : 0;
    }
    const int reals = static_cast<int>(records.size()) - fakes;
    scores.abstained.trials = static_cast<int>(records.size());
    scores.accused.trials = scores.cleared.trials = reals;
    scores.found.trials = scores.missed.trials = fakes;
    scores.f1Fake = f1(scores.found.events, scores.accused.events, fakes - scores.found.events);
    scores.f1Real = f1(scores.cleared.events, scores.missed.events, reals - scores.cleared.events);
}

std::optional<Reading> readingOf(const Records& records,
                                 const std::function<Verdict(std::string_view)>& read,
                                 bool tossesCoins) {
    Reading reading;
    std::mt19937 coin(kCoinSeed);
    for (const EvaluationRecord* record : records) {
        if (record->answer.empty())
            continue;
        Verdict verdict = read(record->answer);
        ++reading.right.trials;
        ++reading.unreadable.trials;
        if (verdict == Verdict::Inconclusive) {
            ++reading.unreadable.events;
            if (tossesCoins)
                verdict = coin() % 2 == 0 ? Verdict::Real : Verdict::Fake;
        }
        reading.right.events += verdict == (record->isFake ? Verdict::Fake : Verdict::Real) ? 1 : 0;
    }
    return reading.right.trials > 0 ? std::optional(reading) : std::nullopt;
}

std::optional<double> isRight(const EvaluationRecord& record) {
    if (record.verdict == Verdict::Inconclusive)
        return std::nullopt;
    return (record.verdict == Verdict::Fake) == record.isFake ? 1.0 : 0.0;
}

void measurePlaces(GroupScores& scores, const Records& records) {
    using Score = std::optional<LocalizationScore>;
    const auto placed = [&](Score EvaluationRecord::*which, double LocalizationScore::*part) {
        return meanFigure(records, [=](const EvaluationRecord& record) {
            const Score& score = record.*which;
            return score ? std::optional((*score).*part) : std::nullopt;
        });
    };
    scores.placeF1 = placed(&EvaluationRecord::place, &LocalizationScore::f1);
    scores.placeIou = placed(&EvaluationRecord::place, &LocalizationScore::iou);
    scores.placeBestF1 = placed(&EvaluationRecord::place, &LocalizationScore::bestF1);
    scores.markedF1 = placed(&EvaluationRecord::marked, &LocalizationScore::f1);
    scores.markedIou = placed(&EvaluationRecord::marked, &LocalizationScore::iou);
}

void measureWords(GroupScores& scores, const Records& records) {
    scores.strict = readingOf(records, clues::strictReading, false);
    scores.published = readingOf(records, clues::publishedReading, true);
    double sum = 0;
    int pairs = 0;
    for (const EvaluationRecord* record : records) {
        if (record->answer.empty() || record->reference.empty())
            continue;
        sum += rougeL(record->answer, record->reference);
        ++pairs;
    }
    if (pairs > 0)
        scores.rougeL = sum / pairs;
}

using Key = std::function<std::string(const EvaluationRecord&)>;

/// @param withAllReals  fakes of a group are measured against every photograph
std::map<std::string, GroupScores> groupedBy(const Records& records, const Key& key,
                                             bool withAllReals) {
    std::map<std::string, Records> groups;
    for (const EvaluationRecord* record : records) {
        if (!key(*record).empty() && (record->isFake || !withAllReals))
            groups[key(*record)];
    }
    std::map<std::string, GroupScores> scores;
    for (auto& [name, members] : groups) {
        for (const EvaluationRecord* record : records) {
            if (key(*record) == name || (withAllReals && !record->isFake))
                members.push_back(record);
        }
        scores[name] = scoresOf(members);
    }
    return scores;
}

std::string hashOf(const std::vector<EvaluationRecord>& records) {
    std::set<std::string> lines;
    for (const EvaluationRecord& record : records)
        lines.insert(record.name + " " + record.sha256 + "\n");
    std::string text;
    for (const std::string& line : lines)
        text += line;
    return sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

} // namespace

GroupScores scoresOf(const Records& all) {
    GroupScores scores;
    Records records;
    for (const EvaluationRecord* record : all) {
        if (record->error.empty())
            records.push_back(record);
        else
            ++scores.failed;
    }
    scores.pictures = static_cast<int>(records.size());
    if (records.empty())
        return scores;
    scores.auc = curveFigure(records, areaUnderCurve);
    scores.calibrationErrorByWidth = curveFigure(records, calibrationErrorByWidth);
    scores.calibrationErrorByMass = curveFigure(records, calibrationError);
    scores.brier = curveFigure(records, brierScore);
    scores.accuracy = meanFigure(records, isRight);
    countVerdicts(scores, records);
    measurePlaces(scores, records);
    measureWords(scores, records);
    return scores;
}

EvaluationReport reportOn(const std::vector<EvaluationRecord>& records, std::string engine) {
    EvaluationReport report;
    report.engine = std::move(engine);
    report.listHash = hashOf(records);
    std::map<std::string, Records> byCondition;
    for (const EvaluationRecord& record : records)
        byCondition[record.condition].push_back(&record);
    for (const auto& [condition, members] : byCondition)
        report.byCondition[condition] = scoresOf(members);
    if (records.empty())
        return report;
    report.groupCondition = byCondition.contains("as_is") ? "as_is" : records.front().condition;
    const Records& chosen = byCondition[report.groupCondition];
    report.groups["generator"] = groupedBy(
        chosen, [](const EvaluationRecord& r) { return r.generator; }, true);
    report.groups["look"] = groupedBy(
        chosen, [](const EvaluationRecord& r) { return r.look; }, true);
    report.groups["source"] = groupedBy(
        chosen, [](const EvaluationRecord& r) { return r.source; }, false);
    return report;
}

std::vector<ScoredPicture> scoredUnder(const std::vector<EvaluationRecord>& records,
                                       const std::string& condition) {
    std::vector<ScoredPicture> pictures;
    for (const EvaluationRecord& record : records) {
        if (record.condition == condition && record.error.empty())
            pictures.push_back({record.pFake, record.isFake});
    }
    return pictures;
}

} // namespace core::evaluation
