// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation_record.h"
#include "core/evaluation/published_figures.h"
#include "core/evaluation/scores.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::evaluation {

/// A share with what it counts and its two-sided 95 % Clopper-Pearson interval.
struct Rate {
    int events = 0;
    int trials = 0;

    [[nodiscard]] double value() const {
        return trials > 0 ? static_cast<double>(events) / trials : 0;
    }
    [[nodiscard]] Interval interval() const { return rateInterval(events, trials); }
};

/// A figure with its bootstrap interval over sources.
struct Figure {
    double value = 0;
    Interval interval;
};

/// How a model's answers read, by one of the two rules for reading them.
struct Reading {
    Rate right;      ///< of all; by the published rule an unreadable answer is a (seeded) coin toss
    Rate unreadable; ///< says neither
};

/// Everything that is said about one group of pictures.
struct GroupScores {
    int pictures = 0; ///< with an answer
    int failed = 0;
    std::optional<Figure> auc; ///< needs both classes, like the calibration figures
    std::optional<Figure> calibrationErrorByWidth; ///< fifteen bins of equal width
    std::optional<Figure> calibrationErrorByMass;  ///< ten bins of equal mass
    std::optional<Figure> brier;
    std::optional<Figure> accuracy; ///< at the engine's thresholds, of the pictures with a verdict
    Rate accused;                   ///< photographs called fake
    Rate cleared;                   ///< photographs called real
    Rate found;                     ///< fakes called fake
    Rate missed;                    ///< fakes called real
    Rate abstained;
    double f1Fake = 0; ///< at the thresholds; no verdict counts as not found
    double f1Real = 0;
    std::optional<Figure> placeF1; ///< mean over pictures with a mask
    std::optional<Figure> placeIou;
    std::optional<Figure> placeBestF1; ///< threshold chosen for each picture: optimistic
    std::optional<Figure> markedF1;    ///< of the areas that clues toward fake mark
    std::optional<Figure> markedIou;
    std::optional<double> rougeL;  ///< mean over answers with a reference
    std::optional<Reading> strict; ///< only for engines that answer in words
    std::optional<Reading> published;
};

/// The measured figures: first of all as found, then by group.
struct EvaluationReport {
    std::string engine;   ///< name, version and model
    std::string listHash; ///< SHA-256 over the names and bytes of the pictures measured
    std::map<std::string, GroupScores> byCondition;
    /// Under one condition: "generator", "source", "look" -> its value -> figures. A generator's or
    /// a look's pictures are measured against all photographs.
    std::map<std::string, std::map<std::string, GroupScores>> groups;
    std::optional<PublishedFigures> published; ///< of models that answer in words; set from outside
    std::string groupCondition; ///< the condition of `groups`: as_is if it was run, else the first
};

[[nodiscard]] GroupScores scoresOf(const std::vector<const EvaluationRecord*>& records);

[[nodiscard]] EvaluationReport reportOn(const std::vector<EvaluationRecord>& records,
                                        std::string engine);

/// The pictures with an answer under a condition, for the curves.
[[nodiscard]] std::vector<ScoredPicture> scoredUnder(const std::vector<EvaluationRecord>& records,
                                                     const std::string& condition);

// As text for people and as JSON for programs (docs/evaluation.md describes the fields).
[[nodiscard]] std::string readableReport(const EvaluationReport& report);
[[nodiscard]] std::string toJson(const EvaluationReport& report);

} // namespace core::evaluation
