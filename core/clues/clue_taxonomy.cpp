// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_taxonomy.h"

#include "core/clues/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace core::clues {

namespace {

using examination::Category;
using examination::ClueKind;
using examination::Direction;
using examination::Verdict;

/// A word's beginning and what it tells. A trailing '$' asks for the whole word.
template <typename Meaning> struct Sign {
    std::string_view start;
    Meaning meaning;
    int weight = 1;
};

bool matches(const std::string& word, std::string_view start) {
    if (start.ends_with('$'))
        return word == start.substr(0, start.size() - 1);
    return word.starts_with(start);
}

/// Specific words weigh more: "shadow" decides against "smooth".
constexpr auto kKinds = std::to_array<Sign<ClueKind>>({
    {"textur", ClueKind::Texture, 2},
    {"smooth", ClueKind::Texture, 2},
    {"fur$", ClueKind::Texture, 2},
    {"skin", ClueKind::Texture, 1},
    {"grain$", ClueKind::Texture, 1},
    {"blur", ClueKind::Texture, 1},
    {"detail", ClueKind::Texture, 1},
    {"surface", ClueKind::Texture, 1},
    {"plastic", ClueKind::Texture, 1},
    {"waxy", ClueKind::Texture, 2},
    {"foliage", ClueKind::Texture, 1},
    {"fabric", ClueKind::Texture, 1},
    {"glossy", ClueKind::Texture, 1},
    {"sharp", ClueKind::Texture, 1},
    {"geometr", ClueKind::Geometry, 3},
    {"perspective", ClueKind::Geometry, 3},
    {"proportion", ClueKind::Geometry, 2},
    {"shape", ClueKind::Geometry, 2},
    {"edge", ClueKind::Geometry, 1},
    {"line$", ClueKind::Geometry, 1},
    {"lines$", ClueKind::Geometry, 1},
    {"align", ClueKind::Geometry, 2},
    {"symmetr", ClueKind::Geometry, 2},
    {"asymmetr", ClueKind::Geometry, 2},
    {"structur", ClueKind::Geometry, 1},
    {"distort", ClueKind::Geometry, 1},
    {"warp", ClueKind::Geometry, 2},
    {"curv", ClueKind::Geometry, 1},
    {"scale$", ClueKind::Geometry, 1},
    {"layout", ClueKind::Geometry, 1},
    {"spatial", ClueKind::Geometry, 2},
    {"depth", ClueKind::Geometry, 1},
    {"light", ClueKind::Lighting, 3},
    {"shadow", ClueKind::Lighting, 3},
    {"reflect", ClueKind::Lighting, 3},
    {"illuminat", ClueKind::Lighting, 3},
    {"highlight", ClueKind::Lighting, 2},
    {"shading", ClueKind::Lighting, 3},
    {"exposure", ClueKind::Lighting, 2},
    {"sunlight", ClueKind::Lighting, 3},
    {"glare", ClueKind::Lighting, 2},
    {"color", ClueKind::Color, 3},
    {"colour", ClueKind::Color, 3},
    {"saturat", ClueKind::Color, 3},
    {"hue", ClueKind::Color, 3},
    {"tone$", ClueKind::Color, 1},
    {"tones$", ClueKind::Color, 1},
    {"vibran", ClueKind::Color, 2},
    {"gradient", ClueKind::Color, 1},
    {"contrast", ClueKind::Color, 1},
    {"palette", ClueKind::Color, 3},
    {"hand$", ClueKind::Anatomy, 3},
    {"hands$", ClueKind::Anatomy, 3},
    {"finger", ClueKind::Anatomy, 3},
    {"limb", ClueKind::Anatomy, 3},
    {"leg$", ClueKind::Anatomy, 2},
    {"legs$", ClueKind::Anatomy, 2},
    {"arm$", ClueKind::Anatomy, 2},
    {"arms$", ClueKind::Anatomy, 2},
    {"eye$", ClueKind::Anatomy, 2},
    {"eyes$", ClueKind::Anatomy, 2},
    {"pupil", ClueKind::Anatomy, 3},
    {"teeth", ClueKind::Anatomy, 3},
    {"tooth", ClueKind::Anatomy, 3},
    {"ear$", ClueKind::Anatomy, 2},
    {"ears$", ClueKind::Anatomy, 2},
    {"nose", ClueKind::Anatomy, 2},
    {"mouth", ClueKind::Anatomy, 2},
    {"lips$", ClueKind::Anatomy, 2},
    {"facial", ClueKind::Anatomy, 2},
    {"anatom", ClueKind::Anatomy, 3},
    {"paw", ClueKind::Anatomy, 3},
    {"toe$", ClueKind::Anatomy, 3},
    {"toes$", ClueKind::Anatomy, 3},
    {"expression", ClueKind::Anatomy, 1},
    {"posture", ClueKind::Anatomy, 2},
    {"pose$", ClueKind::Anatomy, 1},
    {"text$", ClueKind::Text, 4},
    {"texts$", ClueKind::Text, 4},
    {"letter", ClueKind::Text, 3},
    {"word$", ClueKind::Text, 3},
    {"words$", ClueKind::Text, 3},
    {"font", ClueKind::Text, 4},
    {"typograph", ClueKind::Text, 4},
    {"spelling", ClueKind::Text, 4},
    {"misspell", ClueKind::Text, 4},
    {"handwrit", ClueKind::Text, 3},
    {"legib", ClueKind::Text, 3},
    {"illegib", ClueKind::Text, 3},
    {"gibberish", ClueKind::Text, 4},
    {"caption", ClueKind::Text, 2},
    {"noise", ClueKind::Noise, 4},
    {"noisy", ClueKind::Noise, 4},
    {"graininess", ClueKind::Noise, 3},
    {"compress", ClueKind::Compression, 4},
    {"jpeg", ClueKind::Compression, 4},
    {"blocking", ClueKind::Compression, 3},
    {"blocky", ClueKind::Compression, 3},
    {"resampl", ClueKind::Resampling, 4},
    {"upscal", ClueKind::Resampling, 4},
    {"interpolat", ClueKind::Resampling, 4},
    {"pixelat", ClueKind::Resampling, 3},
    {"resolution", ClueKind::Resampling, 2},
    {"repeat", ClueKind::Duplication, 3},
    {"repetit", ClueKind::Duplication, 3},
    {"duplicat", ClueKind::Duplication, 4},
    {"clone", ClueKind::Duplication, 4},
    {"copied", ClueKind::Duplication, 3},
    {"identical", ClueKind::Duplication, 2},
    {"frequency", ClueKind::Spectrum, 3},
    {"spectr", ClueKind::Spectrum, 4},
    {"checkerboard", ClueKind::Spectrum, 4},
    {"moir", ClueKind::Spectrum, 3},
    {"watermark", ClueKind::Provenance, 4},
    {"logo", ClueKind::Provenance, 1},
    {"credential", ClueKind::Provenance, 4},
    {"metadata", ClueKind::Metadata, 5},
    {"exif", ClueKind::Metadata, 5},
    {"timestamp", ClueKind::Metadata, 3},
});

constexpr auto kCategories = std::to_array<Sign<Category>>({
    {"animal", Category::Animal, 3},        {"dog", Category::Animal, 2},
    {"cat$", Category::Animal, 2},          {"cats$", Category::Animal, 2},
    {"bird", Category::Animal, 2},          {"horse", Category::Animal, 2},
    {"fish", Category::Animal, 2},          {"fur$", Category::Animal, 2},
    {"feather", Category::Animal, 2},       {"paw", Category::Animal, 2},
    {"whisker", Category::Animal, 2},       {"insect", Category::Animal, 2},
    {"butterfl", Category::Animal, 2},      {"cow$", Category::Animal, 2},
    {"sheep", Category::Animal, 2},         {"elephant", Category::Animal, 2},
    {"bear$", Category::Animal, 2},         {"snout", Category::Animal, 2},
    {"object", Category::Object, 1},        {"vehicle", Category::Object, 2},
    {"car$", Category::Object, 2},          {"cars$", Category::Object, 2},
    {"bicycle", Category::Object, 2},       {"chair", Category::Object, 2},
    {"table$", Category::Object, 1},        {"furniture", Category::Object, 2},
    {"bottle", Category::Object, 2},        {"cup$", Category::Object, 2},
    {"food", Category::Object, 2},          {"fruit", Category::Object, 2},
    {"phone", Category::Object, 2},         {"airplane", Category::Object, 2},
    {"wheel", Category::Object, 1},         {"scenery", Category::Scenery, 3},
    {"landscape", Category::Scenery, 3},    {"mountain", Category::Scenery, 2},
    {"sky$", Category::Scenery, 1},         {"cloud", Category::Scenery, 1},
    {"building", Category::Scenery, 1},     {"street", Category::Scenery, 2},
    {"tree", Category::Scenery, 1},         {"forest", Category::Scenery, 2},
    {"beach", Category::Scenery, 2},        {"ocean", Category::Scenery, 2},
    {"river", Category::Scenery, 1},        {"city", Category::Scenery, 1},
    {"sunset", Category::Scenery, 2},       {"person", Category::Human, 2},
    {"people", Category::Human, 2},         {"man$", Category::Human, 2},
    {"woman", Category::Human, 2},          {"men$", Category::Human, 2},
    {"women", Category::Human, 2},          {"child", Category::Human, 2},
    {"human", Category::Human, 3},          {"finger", Category::Human, 1},
    {"hands$", Category::Human, 1},         {"clothing", Category::Human, 2},
    {"body$", Category::Human, 1},          {"satellite", Category::Satellite, 5},
    {"aerial", Category::Satellite, 4},     {"overhead", Category::Satellite, 2},
    {"rooftop", Category::Satellite, 2},    {"terrain", Category::Satellite, 2},
    {"farmland", Category::Satellite, 2},   {"document", Category::Document, 5},
    {"receipt", Category::Document, 4},     {"invoice", Category::Document, 4},
    {"certificate", Category::Document, 4}, {"font", Category::Document, 2},
    {"text$", Category::Document, 2},       {"letters$", Category::Document, 1},
    {"stamp", Category::Document, 2},       {"signature", Category::Document, 2},
    {"paper$", Category::Document, 1},      {"deepfake", Category::Face, 5},
    {"face$", Category::Face, 2},           {"faces$", Category::Face, 2},
    {"facial", Category::Face, 3},          {"eyebrow", Category::Face, 2},
    {"eyelash", Category::Face, 2},         {"hairline", Category::Face, 2},
    {"jawline", Category::Face, 2},         {"cheek", Category::Face, 2},
    {"lips$", Category::Face, 2},           {"teeth", Category::Face, 1},
});

/// What a word speaks for when nothing turns it round.
constexpr auto kDirections = std::to_array<Sign<Direction>>({
    {"unnatural", Direction::Fake},    {"unrealistic", Direction::Fake},
    {"artificial", Direction::Fake},   {"synthetic", Direction::Fake},
    {"generated", Direction::Fake},    {"manipulat", Direction::Fake},
    {"fake", Direction::Fake},         {"fabricated", Direction::Fake},
    {"inconsisten", Direction::Fake},  {"incoheren", Direction::Fake},
    {"implausib", Direction::Fake},    {"impossib", Direction::Fake},
    {"distort", Direction::Fake},      {"deform", Direction::Fake},
    {"warp", Direction::Fake},         {"artifact", Direction::Fake},
    {"artefact", Direction::Fake},     {"anomal", Direction::Fake},
    {"mismatch", Direction::Fake},     {"misalign", Direction::Fake},
    {"overly", Direction::Fake},       {"excessive", Direction::Fake},
    {"too$", Direction::Fake},         {"odd", Direction::Fake},
    {"strange", Direction::Fake},      {"unusual", Direction::Fake},
    {"blurr", Direction::Fake},        {"repetit", Direction::Fake},
    {"irregular", Direction::Fake},    {"illegib", Direction::Fake},
    {"nonsens", Direction::Fake},      {"gibberish", Direction::Fake},
    {"editing", Direction::Fake},      {"edited", Direction::Fake},
    {"tamper", Direction::Fake},       {"splic", Direction::Fake},
    {"error", Direction::Fake},        {"flaw", Direction::Fake},
    {"unconvincing", Direction::Fake}, {"suspicious", Direction::Fake},
    {"asymmetr", Direction::Fake},     {"incorrect", Direction::Fake},
    {"natural", Direction::Real},      {"realis", Direction::Real},
    {"real$", Direction::Real},        {"authentic", Direction::Real},
    {"genuine", Direction::Real},      {"consisten", Direction::Real},
    {"coheren", Direction::Real},      {"plausib", Direction::Real},
    {"believab", Direction::Real},     {"lifelike", Direction::Real},
    {"accurate", Direction::Real},     {"correct", Direction::Real},
    {"convincing", Direction::Real},   {"organic", Direction::Real},
    {"variation", Direction::Real},    {"imperfection", Direction::Real},
});

constexpr std::array<std::string_view, 14> kNegations = {
    "not",   "no",   "lack",  "lacks", "lacking",      "without", "absence",
    "fails", "fail", "never", "nor",   "insufficient", "missing", "hardly"};
constexpr std::size_t kNegationReach = 4;

bool isNegation(const std::string& word) {
    return std::ranges::find(kNegations, std::string_view(word)) != kNegations.end() ||
           word.ends_with("n't");
}

/// The meaning with the largest sum of weights; the first mentioned among equals.
template <typename Meaning>
std::optional<Meaning> heaviest(std::string_view text, std::span<const Sign<Meaning>> signs) {
    std::map<Meaning, int> weights;
    std::vector<Meaning> order;
    for (const std::string& word : wordsOf(text))
        for (const auto& sign : signs)
            if (matches(word, sign.start)) {
                if (!weights.contains(sign.meaning))
                    order.push_back(sign.meaning);
                weights[sign.meaning] += sign.weight;
            }
    const auto best = std::ranges::max_element(
        order, [&](Meaning a, Meaning b) { return weights.at(a) < weights.at(b); });
    return best == order.end() ? std::nullopt : std::optional(*best);
}

} // namespace

std::optional<ClueKind> kindOf(std::string_view sentence) {
    return heaviest<ClueKind>(sentence, kKinds);
}

Category categoryOf(std::string_view answer) {
    return heaviest<Category>(answer, kCategories).value_or(Category::Unknown);
}

std::optional<TextureClaim> textureClaimOf(std::string_view sentence) {
    constexpr auto kClaims = std::to_array<Sign<TextureClaim>>({
        {"smooth", TextureClaim::Smoother},
        {"blur", TextureClaim::Smoother},
        {"plastic", TextureClaim::Smoother},
        {"waxy", TextureClaim::Smoother},
        {"airbrush", TextureClaim::Smoother},
        {"soft", TextureClaim::Smoother},
        {"flat$", TextureClaim::Smoother},
        {"noisy", TextureClaim::Rougher},
        {"grain", TextureClaim::Rougher},
        {"rough", TextureClaim::Rougher},
        {"oversharp", TextureClaim::Rougher},
        {"sharpened", TextureClaim::Rougher},
        {"jagged", TextureClaim::Rougher},
    });
    std::optional<TextureClaim> claim;
    bool isNegated = false;
    for (const std::string& word : wordsOf(sentence)) {
        isNegated = isNegated || isNegation(word);
        // What is missing was fine: "lacks detail" calls a place smooth.
        const bool lacks = isNegated && (word.starts_with("detail") || word.starts_with("textur"));
        const auto sign = std::ranges::find_if(
            kClaims, [&](const auto& known) { return matches(word, known.start); });
        if (!lacks && (sign == kClaims.end() || isNegated))
            continue;
        const TextureClaim said = lacks ? TextureClaim::Smoother : sign->meaning;
        if (claim && *claim != said)
            return std::nullopt;
        claim = said;
    }
    return claim;
}

Direction directionOf(std::string_view sentence, Verdict verdict) {
    int towardFake = 0;
    std::optional<std::size_t> negation;
    const auto words = wordsOf(sentence);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto sign = std::ranges::find_if(
            kDirections, [&](const auto& known) { return matches(words[i], known.start); });
        if (sign != kDirections.end()) {
            const bool isTurned = negation && i - *negation <= kNegationReach;
            towardFake += (sign->meaning == Direction::Fake) != isTurned ? 1 : -1;
        }
        if (isNegation(words[i]))
            negation = i;
    }
    if (towardFake != 0)
        return towardFake > 0 ? Direction::Fake : Direction::Real;
    if (verdict == Verdict::Inconclusive)
        return Direction::Neutral;
    return verdict == Verdict::Fake ? Direction::Fake : Direction::Real;
}

} // namespace core::clues
