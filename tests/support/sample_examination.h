// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <memory>

namespace tests {

inline std::shared_ptr<const core::HeatMap> sampleMap(float first) {
    auto map = std::make_shared<core::HeatMap>();
    map->columns = 4;
    map->rows = 2;
    map->values = {first, 0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.9F, 1.0F};
    return map;
}

inline core::examination::Clue sampleClue(const char* text, std::vector<core::Region> regions) {
    core::examination::Clue clue;
    clue.text = text;
    clue.kind = core::examination::ClueKind::Noise;
    clue.direction = core::examination::Direction::Fake;
    clue.strength = 0.8;
    clue.regions = std::move(regions);
    return clue;
}

/// A fake of 400 x 200 pixels. Clue 1 is a large box at the left, clue 2 a small box inside of it,
/// clue 3 a triangle in the lower right corner, clue 4 speaks of the whole image for a photograph.
inline std::shared_ptr<core::examination::Examination> sampleExamination() {
    using namespace core::examination;
    auto examination = std::make_shared<Examination>();
    examination->source.path = "sample.jpg";
    examination->source.sha256 = std::string(64, 'a');
    examination->source.format = "jpeg";
    examination->source.width = 400;
    examination->source.height = 200;
    examination->verdict = Verdict::Fake;
    examination->pFake = 0.93;
    examination->manner = {{Manner::Splice, 0.7}, {Manner::AiGenerated, 0.2}};
    examination->clues = {
        sampleClue("The left is quieter than the rest.", {{{20, 20, 160, 120}, {}, 0.9}}),
        sampleClue("A small part repeats.", {{{60, 40, 40, 40}, {}, 0.8}}),
        sampleClue("The corner was enlarged.",
                   {{{300, 100, 100, 100}, {{400, 100}, {400, 200}, {300, 200}}, 0.7}}),
        sampleClue("The spectrum is that of photographs.", {})};
    examination->clues[3].direction = Direction::Real;
    examination->clues[0].map = sampleMap(0.7F);
    examination->map = sampleMap(0.0F);
    examination->measurements.resize(2);
    Measurement& noise = examination->measurements[0];
    noise.analyzer = "noise_residual";
    noise.applies = true;
    noise.statistic = "noise ratio";
    noise.value = 2.5;
    noise.referenceLow = 0.8;
    noise.referenceHigh = 1.3;
    noise.map = sampleMap(0.2F);
    Measurement& ghost = examination->measurements[1];
    ghost.analyzer = "jpeg_ghost";
    ghost.reason = "The file is no JPEG.";
    examination->engine = {"fake", "1", "none", std::string(64, 'b'), "cpu", "fp32", ""};
    return examination;
}

} // namespace tests
