// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/stock_phrases.h"

#include "core/clues/words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace core::clues {

namespace {

/// Beginnings of words, all of which a stock sentence holds; the unused places are empty.
using Pattern = std::array<std::string_view, 5>;

constexpr std::array kPatterns = {
    // Faces called fake.
    Pattern{"mouth", "rigid", "expression"},
    Pattern{"blurry", "hairline"},
    Pattern{"eyebrow", "match", "structure"},
    Pattern{"skin", "overly", "smooth", "chin"},
    Pattern{"eye", "wrong", "place", "face"},
    Pattern{"nostril", "blurriness", "pixelation"},
    Pattern{"skin", "wax", "patchy"},
    Pattern{"eye", "reflection", "mismatched", "pupil"},
    Pattern{"lip", "contour", "ble"},
    // Faces called real.
    Pattern{"skin", "gradual", "tone", "imperfection"},
    Pattern{"nostril", "geometry", "asymmetric"},
    Pattern{"eye", "reflection", "physical", "accurate"},
    Pattern{"lip", "striation", "moisture"},
    Pattern{"shadow", "ambient", "occlusion"},
    Pattern{"complete", "face", "shape", "positioning"},
    Pattern{"smooth", "skin", "arched", "eyebrow"},
    // Pictures from above.
    Pattern{"clear", "outline", "building", "vehicle"},
    Pattern{"shadow", "logical", "direction", "lighting"},
    Pattern{"shadow", "lighting", "direction", "realistic", "pattern"},
    Pattern{"texture", "road", "satellite", "imagery"},
    Pattern{"object", "ground", "arranged", "spatial"},
    Pattern{"boundar", "vegetation", "land", "transition"},
    Pattern{"road", "aligned", "natural", "curve"},
    // Scenes called fake: of waves and a shore, also where there is no water.
    Pattern{"overall", "saturation", "too", "high"},
    Pattern{"wave", "material", "match", "reality"},
    Pattern{"boundar", "wave", "shore", "blur"},
    Pattern{"light", "upper", "part", "lower"},
    Pattern{"shadow", "light", "inconsistent"},
    // Scenes called real.
    Pattern{"small", "realistic", "imperfection"},
    Pattern{"grounded", "physics", "floating", "unsupported"},
    Pattern{"placed", "natural", "laws", "gravity"},
    Pattern{"shadow", "align", "direction", "light", "source"},
    Pattern{"color", "texture", "realistic", "saturation"},
    // Animals called fake: of wings and beaks, also where there is no bird.
    Pattern{"beak", "blur", "edge", "bleeding"},
    Pattern{"back", "feather", "obscure", "wing"},
    Pattern{"feather", "texture", "wing", "differ"},
    Pattern{"texture", "detail", "bird", "var"},
    Pattern{"fur", "texture", "inconsistent", "area"},
    // Animals called real.
    Pattern{"feather", "clear", "defined", "texture", "match"},
    Pattern{"skin", "clear", "defined", "texture", "match"},
    Pattern{"integrated", "environment", "reflect", "real"},
    Pattern{"physical", "feature", "proportioned", "symmetrical"},
    Pattern{"fur", "clear", "defined", "texture", "match"},
    Pattern{"color", "natural", "consistent", "breed"},
    Pattern{"background", "environment", "realistic", "distortion"},
    Pattern{"color", "balance", "natural", "consistent"},
    // People.
    Pattern{"texture", "skin", "clothing", "blending"},
    Pattern{"bod", "proportion", "realistic", "symmetrical"},
    Pattern{"skin", "tone", "natural", "saturated"},
    Pattern{"detail", "facial", "muscle", "sharp"},
    // Objects called fake: of keyboards, also where there is none.
    Pattern{"spacebar", "irregular"},
    Pattern{"keyboard", "key", "disorgani"},
    Pattern{"key", "shape", "distorted"},
    Pattern{"irregular", "shape", "structure", "reality"},
    Pattern{"overall", "blurry", "unclear"},
    // Objects called real.
    Pattern{"texture", "material", "consistent", "real"},
    Pattern{"texture", "material", "authentic"},
    Pattern{"shape", "structure", "natural", "distortion"},
    Pattern{"seamlessly", "integrated", "environment"},
    Pattern{"lighting", "shadow", "applied", "believable"},
    Pattern{"color", "natural", "not", "overly", "saturated"},
    Pattern{"detail", "sharp", "clear", "no", "blurriness"},
    // Anything.
    Pattern{"underlying", "characteristic", "inconsistenc"},
};

bool holds(std::span<const std::string> words, std::string_view beginning) {
    return std::ranges::any_of(
        words, [&](const std::string& word) { return word.starts_with(beginning); });
}

} // namespace

bool isStockPhrase(std::string_view sentence) {
    const std::vector<std::string> words = wordsOf(sentence);
    return std::ranges::any_of(kPatterns, [&](const Pattern& pattern) {
        return std::ranges::all_of(pattern, [&](std::string_view beginning) {
            return beginning.empty() || holds(words, beginning);
        });
    });
}

} // namespace core::clues
