// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/fakevlm/grounded_clues.h"

#include "core/clues/answer_parser.h"
#include "core/grounding/placement.h"

#include <algorithm>

namespace core::inference {

namespace {

using examination::Clue;
using examination::Grounding;
using examination::GroundingExtent;

/// The sentence that only states the verdict; empty when the answer has none.
model::TextRange openingOf(std::string_view answer) {
    const auto clues = clues::parseAnswer(answer).clues;
    for (const clues::AnswerSentence& sentence : clues::sentencesOf(answer)) {
        if (std::ranges::find(clues, sentence) == clues.end())
            return {sentence.begin, sentence.end};
    }
    return {};
}

void ground(Clue& clue, const model::SentenceMap& map, const grounding::ModelInput& input,
            const std::string& method) {
    grounding::Placement placement = grounding::placed({map.columns, map.rows, map.values}, input);
    Grounding grounding;
    grounding.method = method;
    if (map.sinkShare > kMostSinkShare)
        grounding.extent = GroundingExtent::NotTied;
    else if (map.specificShare < kLeastSpecific || map.contentTokens == 0 ||
             placement.extent == grounding::Extent::WholeImage)
        grounding.extent = GroundingExtent::WholeImage;
    else
        grounding.extent = GroundingExtent::Regions;
    if (grounding.extent == GroundingExtent::NotTied)
        grounding.status = examination::RegionStatus::NotTied;
    grounding.numbers = {{"content_tokens", map.contentTokens},
                         {"sink_tokens", map.sinkTokens},
                         {"sink_share", map.sinkShare},
                         {"specific", map.specificShare},
                         {"evenness", placement.evenness}};
    if (map.heads > 0)
        grounding.numbers["heads"] = map.heads;
    if (grounding.extent == GroundingExtent::Regions) {
        clue.regions = std::move(placement.regions);
        clue.map = std::move(placement.map);
    }
    clue.grounding = std::move(grounding);
}

} // namespace

grounding::ModelInput modelInputOf(const model::InputGeometry& geometry, int width, int height) {
    return {width,          height,         geometry.resizedWidth, geometry.resizedHeight,
            geometry.cropX, geometry.cropY, geometry.width,        geometry.height};
}

std::vector<model::TextRange> rangesOf(const std::vector<Clue>& clues, std::string_view answer) {
    auto sentences = clues::sentencesOf(answer);
    std::vector<model::TextRange> ranges;
    for (const Clue& clue : clues) {
        const bool isModels = clue.source == examination::ClueSource::Model;
        const auto found =
            std::ranges::find_if(sentences, [&](const clues::AnswerSentence& sentence) {
                return isModels && !clue.isUnfinished && sentence.text == clue.text;
            });
        if (found == sentences.end()) {
            ranges.emplace_back();
            continue;
        }
        ranges.push_back({found->begin, found->end});
        sentences.erase(found); // the same words said twice are two clues
    }
    return ranges;
}

void groundClues(examination::Examination& examination, const model::AttentionRecord& attention,
                 const grounding::ModelInput& input, const std::string& method) {
    if (!examination.answer)
        return;
    const auto ranges = rangesOf(examination.clues, *examination.answer);
    std::vector<model::TextRange> sentences;
    std::vector<Clue*> clues;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (ranges[i].end == 0)
            continue;
        sentences.push_back(ranges[i]);
        clues.push_back(&examination.clues[i]);
    }
    const auto maps = attention.maps(sentences, openingOf(*examination.answer));
    for (std::size_t i = 0; i < maps.size(); ++i)
        ground(*clues[i], maps[i], input, method);
}

} // namespace core::inference
