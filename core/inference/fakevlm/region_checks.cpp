// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/fakevlm/region_checks.h"

#include "core/grounding/region_check.h"
#include "core/inference/fakevlm/grounded_clues.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace core::inference {

namespace {

using examination::Clue;
using examination::RegionStatus;
using examination::Verdict;
using grounding::Loss;

struct Way {
    model::Fill fill;
    const char* name;
};
constexpr std::array<Way, 2> kWays = {
    {{model::Fill::Blur, "blur"}, {model::Fill::LocalMean, "mean"}}};

class RegionChecker {
  public:
    RegionChecker(const examination::Examination& examination, model::AnswerScorer& scorer,
                  const grounding::ModelInput& input, const RegionCheckOptions& options,
                  std::stop_token stop)
        : m_verdict(examination.verdict), m_scorer(scorer), m_input(input), m_options(options),
          m_stop(std::move(stop)) {}

    /// The scores of the untouched picture.
    Result<void> start() {
        auto scores = m_scorer.score({}, m_stop);
        if (!scores)
            return tl::unexpected(scores.error());
        m_base = std::move(*scores);
        if (m_verdict == Verdict::Inconclusive)
            m_verdict = m_base.logFake > m_base.logReal ? Verdict::Fake : Verdict::Real;
        return {};
    }

    /// @param progress  share of this clue that is done
    Result<void> check(Clue& clue, const model::TextRange& sentence,
                       const std::function<void(double)>& progress) {
        std::vector<Rect> boxes;
        for (const Region& region : clue.regions)
            if (const Rect box = grounding::toInput(region.box, m_input); !box.isEmpty())
                boxes.push_back(box);
        m_tokens = m_scorer.tokensOf(sentence);
        if (boxes.empty() || m_tokens.end <= m_tokens.begin)
            return {};
        std::array<Loss, 2> losses;
        for (std::size_t way = 0; way < kWays.size(); ++way) {
            auto loss = lossOf(boxes, kWays[way].fill);
            if (!loss)
                return tl::unexpected(loss.error());
            losses[way] = *loss;
        }
        // Both ways must agree, so one that cannot count spares the controls of both.
        const bool needsControls = std::ranges::all_of(losses, grounding::isWorthControls);
        const auto controls = needsControls ? controlsFor(boxes) : std::vector<std::vector<Rect>>();
        auto& numbers = gradedBy(clue, losses, controls.size());
        std::array<RegionStatus, 2> statuses = {RegionStatus::NotTied, RegionStatus::NotTied};
        for (std::size_t way = 0; way < kWays.size() && !controls.empty(); ++way) {
            std::vector<Loss> others;
            for (const auto& control : controls) {
                progress((static_cast<double>(way) + static_cast<double>(others.size()) /
                                                         static_cast<double>(controls.size())) /
                         kWays.size());
                auto loss = lossOf(control, kWays[way].fill);
                if (!loss)
                    return tl::unexpected(loss.error());
                others.push_back(*loss);
            }
            const grounding::LossTest test = grounding::judged(losses[way], others);
            statuses[way] = test.status;
            numbers[std::string("p_") + kWays[way].name] = test.p;
            numbers[std::string("z_") + kWays[way].name] = test.z;
        }
        clue.grounding->status = grounding::agreed(statuses[0], statuses[1]);
        return {};
    }

  private:
    [[nodiscard]] double sentenceOf(const model::AnswerScores& scores) const {
        double sum = 0;
        for (std::size_t token = m_tokens.begin; token < m_tokens.end; ++token)
            sum += scores.tokens[token];
        return sum / static_cast<double>(m_tokens.end - m_tokens.begin);
    }
    [[nodiscard]] double verdictOf(const model::AnswerScores& scores) const {
        return m_verdict == Verdict::Real ? scores.logReal : scores.logFake;
    }

    Result<Loss> lossOf(const std::vector<Rect>& boxes, model::Fill fill) {
        const auto scores = m_scorer.score({boxes, fill}, m_stop);
        if (!scores)
            return tl::unexpected(scores.error());
        return Loss{sentenceOf(m_base) - sentenceOf(*scores),
                    verdictOf(m_base) - verdictOf(*scores)};
    }

    [[nodiscard]] std::vector<std::vector<Rect>> controlsFor(const std::vector<Rect>& boxes) const {
        grounding::ControlRule rule;
        rule.count = m_options.controls;
        rule.seed = m_options.seed;
        return grounding::controlRegions(
            boxes, m_input.width, m_input.height,
            [&](const Rect& box) { return m_scorer.texture(box); }, rule);
    }

    /// Writes what is known before any control, and forgets an earlier check.
    std::map<std::string, double>& gradedBy(Clue& clue, const std::array<Loss, 2>& losses,
                                            std::size_t controls) const {
        if (!clue.grounding)
            clue.grounding =
                examination::Grounding{"", examination::GroundingExtent::Regions, {}, {}};
        auto& numbers = clue.grounding->numbers;
        for (std::size_t way = 0; way < kWays.size(); ++way) {
            const std::string name = kWays[way].name;
            numbers["sentence_" + name] = losses[way].sentence;
            numbers["verdict_" + name] = losses[way].verdict;
            numbers.erase("p_" + name);
            numbers.erase("z_" + name);
        }
        numbers["controls"] = static_cast<double>(controls);
        numbers["seed"] = static_cast<double>(m_options.seed);
        clue.grounding->status = RegionStatus::NotTied;
        return numbers;
    }

    Verdict m_verdict;
    model::AnswerScorer& m_scorer;
    grounding::ModelInput m_input;
    const RegionCheckOptions& m_options;
    std::stop_token m_stop;
    model::AnswerScores m_base;
    model::TextRange m_tokens; ///< of the sentence in question
};

} // namespace

Result<void> checkRegions(examination::Examination& examination, std::span<const std::size_t> clues,
                          model::AnswerScorer& scorer, const grounding::ModelInput& input,
                          const RegionCheckOptions& options, std::stop_token stop) {
    const auto ranges = rangesOf(examination.clues, examination.answer.value_or(""));
    RegionChecker checker(examination, scorer, input, options, std::move(stop));
    const auto report = [&](double done) {
        if (options.progress)
            options.progress("check", done / static_cast<double>(clues.size()));
    };
    report(0);
    if (auto started = checker.start(); !started)
        return started;
    for (std::size_t i = 0; i < clues.size(); ++i) {
        if (clues[i] >= ranges.size() || ranges[clues[i]].end == 0)
            continue;
        const auto checked =
            checker.check(examination.clues[clues[i]], ranges[clues[i]],
                          [&](double share) { report(static_cast<double>(i) + share); });
        if (!checked)
            return checked;
        report(static_cast<double>(i) + 1);
    }
    return {};
}

} // namespace core::inference
