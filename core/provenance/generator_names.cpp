// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/generator_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace core::provenance {

namespace {

constexpr std::array<std::string_view, 46> kGenerators = {"NovelAI",
                                                          "Midjourney",
                                                          "DALL-E",
                                                          "DALL·E",
                                                          "ChatGPT",
                                                          "OpenAI",
                                                          "GPT-4o",
                                                          "gpt-image",
                                                          "Stable Diffusion",
                                                          "Stability AI",
                                                          "DreamStudio",
                                                          "Adobe Firefly",
                                                          "InvokeAI",
                                                          "ComfyUI",
                                                          "Fooocus",
                                                          "Draw Things",
                                                          "Easy Diffusion",
                                                          "Leonardo.Ai",
                                                          "Leonardo AI",
                                                          "Ideogram",
                                                          "Playground AI",
                                                          "NightCafe",
                                                          "Bing Image Creator",
                                                          "Microsoft Designer",
                                                          "Black Forest Labs",
                                                          "Recraft",
                                                          "SwarmUI",
                                                          "SD.Next",
                                                          "Meta AI",
                                                          "Google Gemini",
                                                          "Nano Banana",
                                                          "Google AI",
                                                          "xAI Grok",
                                                          "Grok",
                                                          "Dreamina",
                                                          "Jimeng",
                                                          "Doubao",
                                                          "Seedream",
                                                          "Hailuo",
                                                          "Kling AI",
                                                          "Tensor.Art",
                                                          "SeaArt",
                                                          "Craiyon",
                                                          "Artbreeder",
                                                          "Krea",
                                                          "getimg.ai"};

constexpr std::array<std::string_view, 48> kEditors = {
    "photoshop",  "lightroom",     "gimp",        "affinity",     "snapseed",    "picsart",
    "pixelmator", "faceapp",       "facetune",    "meitu",        "canva",       "paint.net",
    "photopea",   "capture one",   "picasa",      "paint shop",   "paintshop",   "photofiltre",
    "corel",      "photoscape",    "luminar",     "darktable",    "rawtherapee", "dxo",
    "acdsee",     "photodirector", "photolab",    "topaz",        "on1",         "vsco",
    "krita",      "inkscape",      "illustrator", "indesign",     "clip studio", "procreate",
    "irfanview",  "xnview",        "faststone",   "polarr",       "fotor",       "befunky",
    "beautyplus", "b612",          "remini",      "photo editor", "imagemagick", "airbrush"};

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool isLetter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The name as words of their own, whatever the case of its letters.
bool hasName(std::string_view text, std::string_view name) {
    auto from = text.begin();
    while (true) {
        const auto found = std::search(from, text.end(), name.begin(), name.end(),
                                       [](char a, char b) { return lower(a) == lower(b); });
        if (found == text.end())
            return false;
        const auto end = found + static_cast<std::ptrdiff_t>(name.size());
        const bool startsWord = found == text.begin() || !isLetter(*(found - 1));
        // Versions follow without a space: "Photoshop25", "Grok-2".
        const bool endsWord =
            end == text.end() || std::isalpha(static_cast<unsigned char>(*end)) == 0;
        if (startsWord && endsWord)
            return true;
        from = found + 1;
    }
}

} // namespace

std::optional<std::string_view> generatorIn(std::string_view text) {
    for (const std::string_view name : kGenerators)
        if (hasName(text, name))
            return name == "Grok" ? "xAI Grok" : name == "Black Forest Labs" ? "FLUX" : name;
    return std::nullopt;
}

bool isEditor(std::string_view software) {
    return std::ranges::any_of(
        kEditors, [software](std::string_view name) { return hasName(software, name); });
}

} // namespace core::provenance
