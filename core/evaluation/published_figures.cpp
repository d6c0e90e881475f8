// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/published_figures.h"

#include "core/clues/answer_parser.h"
#include "core/evaluation/rouge_l.h"

#include <cmath>

namespace core::evaluation {

namespace {

using examination::Verdict;

std::optional<double> share(int part, int whole) {
    return whole > 0 ? std::optional(static_cast<double>(part) / whole) : std::nullopt;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
    double product = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        product += static_cast<double>(a[i]) * b[i];
        lengthA += static_cast<double>(a[i]) * a[i];
        lengthB += static_cast<double>(b[i]) * b[i];
    }
    return lengthA > 0 && lengthB > 0 ? product / std::sqrt(lengthA * lengthB) : 0;
}

} // namespace

void PublishedCounts::add(const std::string& answer, bool isFake) {
    ++answers;
    switch (clues::publishedReading(answer)) {
    case Verdict::Real:
        ++(isFake ? fakeCalledReal : realCalledReal);
        break;
    case Verdict::Fake:
        ++(isFake ? fakeCalledFake : realCalledFake);
        break;
    default:
        ++undecided;
    }
}

std::optional<double> PublishedCounts::accuracy() const {
    return share(realCalledReal + fakeCalledFake, answers - undecided);
}

std::optional<double> PublishedCounts::accuracyWithCoins() const {
    if (answers == 0)
        return std::nullopt;
    return (realCalledReal + fakeCalledFake + 0.5 * undecided) / answers;
}

std::optional<double> PublishedCounts::realAccuracy() const {
    return share(realCalledReal, realCalledReal + realCalledFake);
}

std::optional<double> PublishedCounts::fakeAccuracy() const {
    return share(fakeCalledFake, fakeCalledFake + fakeCalledReal);
}

std::optional<double> PublishedCounts::f1Real() const {
    return share(2 * realCalledReal, 2 * realCalledReal + fakeCalledReal + realCalledFake);
}

std::optional<double> PublishedCounts::f1Fake() const {
    return share(2 * fakeCalledFake, 2 * fakeCalledFake + realCalledFake + fakeCalledReal);
}

std::optional<double> PublishedCounts::f1Macro() const {
    const auto real = f1Real();
    const auto fake = f1Fake();
    return real && fake ? std::optional((*real + *fake) / 2) : std::nullopt;
}

std::string comparedWords(const std::string& answer) {
    const auto question = answer.rfind('?');
    const std::string text = question == std::string::npos ? answer : answer.substr(question + 1);
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

Result<PublishedFigures> publishedFigures(std::span<const StoredAnswer> answers,
                                          const Embedding& embed) {
    PublishedFigures figures;
    double rouge = 0;
    std::vector<std::string> texts; // an answer, its reference, the next answer, ...
    for (const StoredAnswer& answer : answers) {
        if (!answer.isFake) {
            ++figures.withoutTruth;
            continue;
        }
        figures.all.add(answer.text, *answer.isFake);
        figures.byCategory[answer.category].add(answer.text, *answer.isFake);
        if (answer.reference.empty())
            continue;
        const std::string words = comparedWords(answer.text);
        ++figures.withReference;
        rouge += rougeL(words, answer.reference);
        if (embed) {
            texts.push_back(words);
            texts.push_back(answer.reference);
        }
    }
    if (figures.withReference == 0)
        return figures;
    figures.rougeL = rouge / figures.withReference;
    if (!embed)
        return figures;
    const auto vectors = embed(texts);
    if (!vectors)
        return tl::unexpected(vectors.error());
    double sum = 0;
    for (std::size_t i = 0; i + 1 < vectors->size(); i += 2)
        sum += cosine((*vectors)[i], (*vectors)[i + 1]);
    figures.css = sum / figures.withReference;
    return figures;
}

} // namespace core::evaluation
