// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/grounding_trace.h"

#include "core/base/output_file.h"
#include "core/clues/answer_parser.h"
#include "core/grounding/placement.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace app {

namespace {

using core::Rect;
using core::model::Answer;
using core::model::AnswerScorer;
using core::model::GroundingMethod;
using core::model::SentenceMap;
using core::model::TextRange;
using nlohmann::ordered_json;

constexpr int kSteps = 10;

GroundingMethod methodNamed(const std::string& name) {
    if (name == "mean_attention")
        return GroundingMethod::MeanAttention;
    if (name == "rollout")
        return GroundingMethod::Rollout;
    return name == "logit_lens" ? GroundingMethod::LogitLens : GroundingMethod::Attention;
}

/// An answer's sentences, the one that only states the verdict apart.
struct Sentences {
    TextRange opening;
    std::vector<TextRange> clues;
};

Sentences sentencesOf(const std::string& answer) {
    Sentences result;
    const auto clues = core::clues::parseAnswer(answer).clues;
    for (const auto& sentence : core::clues::sentencesOf(answer)) {
        const bool isClue = std::ranges::find(clues, sentence) != clues.end();
        if (isClue)
            result.clues.push_back({sentence.begin, sentence.end});
        else if (result.opening.end == 0)
            result.opening = {sentence.begin, sentence.end};
    }
    return result;
}

ordered_json boxes(const std::vector<core::Region>& regions) {
    auto list = ordered_json::array();
    for (const core::Region& region : regions)
        list.push_back({{"x", region.box.x},
                        {"y", region.box.y},
                        {"w", region.box.width},
                        {"h", region.box.height},
                        {"score", region.score}});
    return list;
}

/// What becomes of verdict and sentence when more and more image tokens are removed.
class Curves {
  public:
    Curves(AnswerScorer& scorer, const Answer& answer, std::stop_token stop)
        : m_scorer(scorer), m_answer(answer), m_stop(std::move(stop)) {}

    core::Result<ordered_json> of(const SentenceMap& map) {
        std::vector<int> order(map.values.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, [&](int a, int b) {
            return map.values[static_cast<std::size_t>(a)] >
                   map.values[static_cast<std::size_t>(b)];
        });
        ordered_json curves;
        for (const char* name : {"deletion", "insertion", "random"}) {
            std::vector<int> removed = order;
            if (name == std::string("insertion"))
                std::ranges::reverse(removed);
            if (name == std::string("random"))
                shuffle(removed);
            auto curve = along(map, removed);
            if (!curve)
                return curve;
            curves[name] = std::move(*curve);
        }
        return curves;
    }

  private:
    static void shuffle(std::vector<int>& order) {
        std::ranges::sort(order);
        std::uint64_t state = 1;
        for (std::size_t i = order.size(); i > 1; --i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            std::swap(order[i - 1], order[(state >> 33U) % i]);
        }
    }

    core::Result<ordered_json> along(const SentenceMap& map, const std::vector<int>& order) {
        const auto& g = m_answer.geometry;
        const TextRange tokens = m_scorer.tokensOf(map.range);
        ordered_json verdict = ordered_json::array();
        ordered_json sentence = ordered_json::array();
        double area = 0;
        double before = 0;
        for (int step = 0; step <= kSteps; ++step) {
            core::model::Removal removal;
            const std::size_t count = order.size() * static_cast<std::size_t>(step) / kSteps;
            for (std::size_t i = 0; i < count; ++i) {
                const int x = order[i] % map.columns;
                const int y = order[i] / map.columns;
                const int left = x * g.width / map.columns;
                const int top = y * g.height / map.rows;
                removal.boxes.push_back({left, top, (x + 1) * g.width / map.columns - left,
                                         (y + 1) * g.height / map.rows - top});
            }
            const auto scores = m_scorer.score(removal, m_stop);
            if (!scores)
                return tl::unexpected(scores.error());
            const bool isFake = m_answer.likelihood.pFake >= 0.5;
            const double other = isFake ? scores->logReal : scores->logFake;
            const double own = isFake ? scores->logFake : scores->logReal;
            const double p = 1 / (1 + std::exp(other - own));
            verdict.push_back(p);
            double sum = 0;
            for (std::size_t token = tokens.begin; token < tokens.end; ++token)
                sum += scores->tokens[token];
            sentence.push_back(
                sum / static_cast<double>(std::max<std::size_t>(1, tokens.end - tokens.begin)));
            area += step > 0 ? (before + p) / 2 / kSteps : 0;
            before = p;
        }
        return ordered_json{{"p_verdict", verdict},
                            {"sentence_log_likelihood", sentence},
                            {"area_p_verdict", area}};
    }

    AnswerScorer& m_scorer;
    const Answer& m_answer;
    std::stop_token m_stop;
};

ordered_json described(const SentenceMap& map, const Answer& answer,
                       const core::PixelView& picture) {
    const auto& g = answer.geometry;
    const auto placement =
        core::grounding::placed({map.columns, map.rows, map.values},
                                {picture.width, picture.height, g.resizedWidth, g.resizedHeight,
                                 g.cropX, g.cropY, g.width, g.height});
    return {{"text", answer.text.substr(map.range.begin, map.range.end - map.range.begin)},
            {"regions", boxes(placement.regions)},
            {"content_tokens", map.contentTokens},
            {"heads", map.heads},
            {"sink_tokens", map.sinkTokens},
            {"sink_share", map.sinkShare},
            {"specific", map.specificShare},
            {"evenness", placement.evenness},
            {"columns", map.columns},
            {"rows", map.rows},
            {"map", map.values}};
}

} // namespace

const std::vector<std::string>& groundingMethodNames() {
    static const std::vector<std::string> kNames = {"attention", "mean_attention", "rollout",
                                                    "logit_lens"};
    return kNames;
}

core::Result<void> writeGroundingTrace(core::model::VisionLanguageModel& model,
                                       const core::PixelView& picture, const GroundingTrace& wanted,
                                       const std::filesystem::path& directory,
                                       std::stop_token stop) {
    ordered_json all = ordered_json::object();
    for (const std::string& name : wanted.methods) {
        core::model::GenerationOptions options;
        options.maxNewTokens = wanted.maxNewTokens;
        options.grounding = methodNamed(name);
        options.form = wanted.form;
        const auto answer = model.ask(picture, wanted.question, options, {}, stop);
        if (!answer)
            return tl::unexpected(answer.error());
        const Sentences sentences = sentencesOf(answer->text);
        auto list = ordered_json::array();
        std::unique_ptr<AnswerScorer> scorer;
        if (wanted.hasCurves) {
            auto made = model.scorerFor(picture, wanted.question, answer->text, stop, wanted.form);
            if (!made)
                return tl::unexpected(made.error());
            scorer = std::move(*made);
        }
        for (const SentenceMap& map : answer->attention->maps(sentences.clues, sentences.opening)) {
            ordered_json entry = described(map, *answer, picture);
            if (scorer) {
                auto curves = Curves(*scorer, *answer, stop).of(map);
                if (!curves)
                    return tl::unexpected(curves.error());
                entry["curves"] = std::move(*curves);
            }
            list.push_back(std::move(entry));
        }
        all[name] = std::move(list);
    }
    return core::writeOutput(directory / "grounding.json", core::output_kind::kGrounding,
                             all.dump(1, ' ', false, ordered_json::error_handler_t::replace) +
                                 "\n");
}

} // namespace app
