// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/generator_metadata.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace core::provenance {

namespace {

using examination::MetadataField;

bool contains(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

bool isText(const MetadataField& field, std::string_view keyword) {
    return field.group == "PNG text" && field.name == keyword;
}

/// Where free text of a picture's maker lands: PNG texts, EXIF and XMP user comments.
bool isFreeText(const MetadataField& field) {
    return field.group == "PNG text" || field.group == "Comment" ||
           field.name == "Exif.Photo.UserComment" || field.name == "Xmp.exif.UserComment" ||
           field.name == "Exif.Image.ImageDescription" || field.name == "Xmp.dc.description";
}

/// Where a program writes its own name.
bool isProgramName(const MetadataField& field) {
    constexpr std::array<std::string_view, 6> kNames = {
        "Exif.Image.Software",      "Xmp.xmp.CreatorTool",           "Xmp.tiff.Software",
        "Xmp.iptcExt.AISystemUsed", "Exif.Image.ProcessingSoftware", "Iptc.Application2.Program"};
    return std::ranges::find(kNames, field.name) != kNames.end() || isText(field, "Software");
}

/// The words after `label` up to a comma, line end or quote, at most 80 characters.
std::string wordsAfter(std::string_view text, std::string_view label) {
    const auto at = text.find(label);
    if (at == std::string_view::npos)
        return {};
    std::string_view rest = text.substr(at + label.size());
    rest = rest.substr(0, std::min(rest.find_first_of(",\n\r\""), std::size_t{80}));
    while (!rest.empty() && rest.front() == ' ')
        rest.remove_prefix(1);
    return std::string(rest);
}

std::string withModel(std::string name, const std::string& model) {
    return model.empty() ? name : name + ", model " + model;
}

/// "Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: ..., Model: ...", the line that the web user
/// interfaces for Stable Diffusion append to the prompt.
std::optional<std::string> fromParameterLine(const MetadataField& field) {
    if (!isFreeText(field) && field.name != "Exif.Image.Model")
        return std::nullopt;
    if (contains(field.value, "sui_image_params"))
        return "SwarmUI";
    if (contains(field.value, "Steps: ") &&
        (contains(field.value, "Sampler: ") || contains(field.value, "CFG scale: ")))
        return withModel(contains(field.value, "Version: Fooocus") ? "Fooocus"
                                                                   : "Stable Diffusion WebUI",
                         wordsAfter(field.value, "Model: "));
    return std::nullopt;
}

/// The graph that ComfyUI stores: every node names its class.
std::optional<std::string> fromNodeGraph(const MetadataField& field) {
    const bool isGraphPlace = isText(field, "prompt") || isText(field, "workflow") ||
                              field.name == "Exif.Image.Make" || field.name == "Exif.Image.Model" ||
                              field.name == "Exif.Photo.UserComment" ||
                              field.name == "Exif.Image.ImageDescription";
    if (!isGraphPlace || !contains(field.value, "{"))
        return std::nullopt;
    if (contains(field.value, "\"class_type\""))
        return withModel("ComfyUI", wordsAfter(field.value, "\"ckpt_name\": \""));
    if (contains(field.value, "\"last_node_id\"") && contains(field.value, "\"nodes\""))
        return "ComfyUI";
    return std::nullopt;
}

std::optional<std::string> fromKeyword(const MetadataField& field) {
    if (field.group != "PNG text")
        return std::nullopt;
    if (field.name == "invokeai_metadata" || field.name == "invokeai_graph" ||
        field.name == "sd-metadata" || (field.name == "Dream" && contains(field.value, " -")))
        return "InvokeAI";
    if (field.name == "fooocus_scheme")
        return "Fooocus";
    if (isText(field, "Comment") && contains(field.value, "\"fooocus"))
        return "Fooocus";
    if (field.name == "generation_data" && contains(field.value, "\"prompt\""))
        return "an online generator";
    return std::nullopt;
}

/// "... --v 6 Job ID: 01234567-89ab-..."
std::optional<std::string> fromJobNumber(const MetadataField& field) {
    if (!isFreeText(field) || !contains(field.value, "Job ID: "))
        return std::nullopt;
    const std::string job = wordsAfter(field.value, "Job ID: ");
    return job.size() >= 36 && job[8] == '-' && job[13] == '-'
               ? std::optional<std::string>("Midjourney")
               : std::nullopt;
}

std::optional<std::string> fromCredit(const MetadataField& field) {
    if (field.name != "Xmp.photoshop.Credit" && field.name != "Iptc.Application2.Credit")
        return std::nullopt;
    return contains(field.value, "with Google AI") ? std::optional<std::string>("Google AI")
                                                   : std::nullopt;
}

bool containsIgnoringCase(std::string_view text, std::string_view words) {
    return !std::ranges::search(text, words, [](char a, char b) {
                return std::tolower(static_cast<unsigned char>(a)) ==
                       std::tolower(static_cast<unsigned char>(b));
            }).empty();
}

std::optional<std::string> fromProgramName(const MetadataField& field) {
    constexpr std::array<std::string_view, 22> kGenerators = {"NovelAI",
                                                              "Midjourney",
                                                              "DALL-E",
                                                              "DALL·E",
                                                              "ChatGPT",
                                                              "OpenAI",
                                                              "Stable Diffusion",
                                                              "DreamStudio",
                                                              "Adobe Firefly",
                                                              "InvokeAI",
                                                              "ComfyUI",
                                                              "Fooocus",
                                                              "Draw Things",
                                                              "Easy Diffusion",
                                                              "Leonardo.Ai",
                                                              "Ideogram",
                                                              "Playground AI",
                                                              "NightCafe",
                                                              "Bing Image Creator",
                                                              "Black Forest Labs",
                                                              "Recraft",
                                                              "SwarmUI"};
    if (!isProgramName(field))
        return std::nullopt;
    for (const std::string_view name : kGenerators) {
        if (containsIgnoringCase(field.value, name))
            return std::string(name);
    }
    // This property exists for nothing else.
    if (field.name == "Xmp.iptcExt.AISystemUsed")
        return field.value.substr(0, 80);
    return std::nullopt;
}

/// Easy Diffusion writes one text for each setting.
std::optional<std::string> fromSettings(const std::vector<MetadataField>& fields) {
    const auto has = [&fields](std::string_view keyword) {
        return std::ranges::any_of(
            fields, [keyword](const MetadataField& field) { return isText(field, keyword); });
    };
    if (has("negative_prompt") && has("prompt") && has("seed"))
        return "Easy Diffusion";
    return std::nullopt;
}

} // namespace

std::optional<std::string> generatorNamed(const std::vector<MetadataField>& fields) {
    constexpr std::array kRules = {&fromProgramName, &fromParameterLine, &fromNodeGraph,
                                   &fromKeyword,     &fromJobNumber,     &fromCredit};
    for (const auto rule : kRules) {
        std::optional<std::string> best;
        for (const MetadataField& field : fields) {
            // Of several marks of one kind the one that also names a model says most.
            if (auto name = rule(field); name && (!best || name->size() > best->size()))
                best = std::move(name);
        }
        if (best)
            return best;
    }
    return fromSettings(fields);
}

std::optional<std::string> digitalSourceType(const std::vector<MetadataField>& fields) {
    for (const MetadataField& field : fields) {
        if (field.group != "XMP" || !contains(field.name, "DigitalSourceType"))
            continue;
        const auto slash = field.value.find_last_of("/#:");
        return slash == std::string::npos ? field.value : field.value.substr(slash + 1);
    }
    return std::nullopt;
}

} // namespace core::provenance
