// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/stored_answers.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core::evaluation {

/// Answers with a truth, read by FakeVLM's published rule.
struct PublishedCounts {
    int answers = 0;
    int undecided = 0; ///< where their script tosses a coin; left out of what follows
    int realCalledReal = 0;
    int realCalledFake = 0;
    int fakeCalledReal = 0;
    int fakeCalledFake = 0;

    void add(const std::string& answer, bool isFake);

    // Nothing when there is nothing to divide by.
    [[nodiscard]] std::optional<double> accuracy() const; ///< of the decided ones
    /// What their coins give on average: half of the undecided ones are right.
    [[nodiscard]] std::optional<double> accuracyWithCoins() const;
    [[nodiscard]] std::optional<double> realAccuracy() const;
    [[nodiscard]] std::optional<double> fakeAccuracy() const;
    [[nodiscard]] std::optional<double>
    f1Real() const; ///< real as the positive class, as published
    [[nodiscard]] std::optional<double> f1Fake() const;
    [[nodiscard]] std::optional<double> f1Macro() const;
};

/// The figures of FakeVLM's paper, counted as its scripts count them.
struct PublishedFigures {
    PublishedCounts all;
    std::map<std::string, PublishedCounts> byCategory;
    int withoutTruth = 0; ///< answers that were left out
    int withReference = 0;
    std::optional<double> rougeL; ///< mean over the answers with a reference
    std::optional<double> css;    ///< mean cosine of the sentence embeddings; likewise
    std::string encoder;          ///< of css
};

/// Gives texts their embeddings.
using Embedding =
    std::function<Result<std::vector<std::vector<float>>>(std::span<const std::string> texts)>;

/// The words of an answer as the scripts compare them: behind the last question mark, because their
/// decoded texts begin with the question; without white space around them.
[[nodiscard]] std::string comparedWords(const std::string& answer);

/// @param embed  may be empty: then there is no css
/// @errors those of `embed`
[[nodiscard]] Result<PublishedFigures> publishedFigures(std::span<const StoredAnswer> answers,
                                                        const Embedding& embed);

/// One JSON object (docs/evaluation.md describes the fields), and lines for people.
[[nodiscard]] std::string toJson(const PublishedFigures& figures);
[[nodiscard]] std::string readableText(const PublishedFigures& figures);

} // namespace core::evaluation
