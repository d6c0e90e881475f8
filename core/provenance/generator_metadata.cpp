// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/generator_metadata.h"

#include "core/provenance/generator_names.h"
#include "core/provenance/metadata_places.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace core::provenance {

namespace {

using examination::MetadataField;
using examination::OriginExtent;

using Mark = std::optional<GeneratorMark>;

bool contains(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

Mark whole(std::string name) {
    return GeneratorMark{std::move(name), OriginExtent::Whole, {}};
}

/// Where a program, or a device, writes its own name.
bool isProgramName(const MetadataField& field) {
    constexpr std::array<std::string_view, 9> kNames = {"Exif.Image.Software",
                                                        "Xmp.xmp.CreatorTool",
                                                        "Xmp.tiff.Software",
                                                        "Exif.Image.ProcessingSoftware",
                                                        "Iptc.Application2.Program",
                                                        "Exif.Image.Make",
                                                        "Exif.Image.Model",
                                                        "Xmp.tiff.Make",
                                                        "Xmp.tiff.Model"};
    return std::ranges::find(kNames, field.name) != kNames.end() || isPngText(field, "Software") ||
           isPngText(field, "Source");
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
Mark fromParameterLine(const MetadataField& field) {
    if (!holdsFreeText(field))
        return std::nullopt;
    if (contains(field.value, "sui_image_params"))
        return whole("SwarmUI");
    const bool hasLine = contains(field.value, "Steps: ") && (contains(field.value, "Sampler: ") ||
                                                              contains(field.value, "CFG scale: "));
    if (!hasLine)
        return std::nullopt;
    const std::string model = wordsAfter(field.value, "Model: ");
    // A part of a given picture was filled in.
    const bool isPart = contains(field.value, "Mask blur: ") ||
                        contains(field.value, "Masked content: ") ||
                        contains(field.value, "Inpaint area: ");
    return GeneratorMark{
        withModel(contains(field.value, "Version: Fooocus") ? "Fooocus" : "Stable Diffusion WebUI",
                  model),
        isPart ? OriginExtent::Part : OriginExtent::Whole,
        {}};
}

/// The graph that ComfyUI stores: every node names its class.
Mark fromNodeGraph(const MetadataField& field) {
    if (!holdsFreeText(field) || !contains(field.value, "{"))
        return std::nullopt;
    if (contains(field.value, "\"class_type\""))
        return whole(withModel("ComfyUI", wordsAfter(field.value, "\"ckpt_name\": \"")));
    if (contains(field.value, "\"last_node_id\"") && contains(field.value, "\"nodes\""))
        return whole("ComfyUI");
    return std::nullopt;
}

Mark fromKeyword(const MetadataField& field) {
    if (!field.group.starts_with("PNG text"))
        return std::nullopt;
    if (field.name == "invokeai_metadata" || field.name == "invokeai_graph" ||
        field.name == "sd-metadata" || (field.name == "Dream" && contains(field.value, " -")))
        return whole("InvokeAI");
    if (field.name == "fooocus_scheme" ||
        (field.name == "Comment" && contains(field.value, "\"fooocus")))
        return whole("Fooocus");
    if (field.name == "generation_data" && contains(field.value, "\"prompt\""))
        return whole("an online generator");
    return std::nullopt;
}

/// JSON settings in a comment: Draw Things ("c", "uc"), NovelAI ("uc", "signed_hash").
Mark fromSettingsObject(const MetadataField& field) {
    if (!holdsFreeText(field) || !contains(field.value, "{"))
        return std::nullopt;
    if (contains(field.value, "\"signed_hash\"") && contains(field.value, "\"uc\""))
        return whole("NovelAI");
    if (contains(field.value, "\"c\":") && contains(field.value, "\"uc\":") &&
        contains(field.value, "\"sampler\""))
        return whole("Draw Things");
    return std::nullopt;
}

/// The label that services in China must write.
/// @source GB 45438-2025
Mark fromLabel(const MetadataField& field) {
    const bool isPlace = field.name.ends_with("AIGC") || contains(field.value, "\"AIGC\"");
    if (!isPlace || !contains(field.value, "Label"))
        return std::nullopt;
    const std::string producer = wordsAfter(field.value, "\"ContentProducer\":\"");
    return whole(producer.empty() ? "a service with the label AIGC"
                                  : "a service with the label AIGC, producer " + producer);
}

/// "... --v 6 Job ID: 01234567-89ab-..."
Mark fromJobNumber(const MetadataField& field) {
    if (!holdsFreeText(field) || !contains(field.value, "Job ID: "))
        return std::nullopt;
    const std::string job = wordsAfter(field.value, "Job ID: ");
    return job.size() >= 36 && job[8] == '-' && job[13] == '-' ? whole("Midjourney") : std::nullopt;
}

Mark fromCredit(const MetadataField& field) {
    if (field.name != "Xmp.photoshop.Credit" && field.name != "Iptc.Application2.Credit")
        return std::nullopt;
    if (contains(field.value, "with Google AI"))
        return GeneratorMark{"Google AI",
                             contains(field.value, "Edited") ? OriginExtent::Part
                                                             : OriginExtent::Whole,
                             {}};
    return contains(field.value, "Imagined with AI") ? whole("Meta AI") : std::nullopt;
}

Mark fromProgramName(const MetadataField& field) {
    // This property exists for nothing else.
    if (field.group == "XMP" && field.name.ends_with("AISystemUsed"))
        return whole(field.value.substr(0, 80));
    if (!isProgramName(field))
        return std::nullopt;
    if (field.value.starts_with("AI generated;") && contains(field.value, "flux"))
        return whole("FLUX");
    if (const auto name = generatorIn(field.value))
        return whole(std::string(*name));
    return field.value.starts_with("AI generated") ? whole("an AI generator") : std::nullopt;
}

/// A step of the file's history made with a generator is about a part of the picture.
Mark fromHistory(const MetadataField& field) {
    if (field.group != "XMP" || !field.name.ends_with("softwareAgent"))
        return std::nullopt;
    const auto name = generatorIn(field.value);
    return name ? Mark(GeneratorMark{std::string(*name), OriginExtent::Part, {}}) : std::nullopt;
}

bool isUuid(std::string_view text) {
    if (text.size() != 36)
        return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isDash = at == 8 || at == 13 || at == 18 || at == 23;
        if (isDash != (text[at] == '-') ||
            (!isDash && std::isxdigit(static_cast<unsigned char>(text[at])) == 0))
            return false;
    }
    return true;
}

bool hasField(const std::vector<MetadataField>& fields, auto fits) {
    return std::ranges::any_of(fields, fits);
}

/// Marks that are made of several fields.
Mark fromSeveral(const std::vector<MetadataField>& fields) {
    const auto hasText = [&fields](std::string_view keyword) {
        return hasField(
            fields, [keyword](const MetadataField& field) { return isPngText(field, keyword); });
    };
    if (hasText("negative_prompt") && hasText("prompt") && hasText("seed"))
        return GeneratorMark{"Easy Diffusion", OriginExtent::Whole, "PNG text: negative_prompt"};
    const bool isSigned = hasField(fields, [](const MetadataField& field) {
        return field.name == "Exif.Image.ImageDescription" &&
               field.value.starts_with("Signature: ");
    });
    const bool hasNumber = hasField(fields, [](const MetadataField& field) {
        return field.name == "Exif.Image.Artist" && isUuid(field.value);
    });
    if (isSigned && hasNumber)
        return GeneratorMark{"xAI Grok", OriginExtent::Whole, "Exif.Image.ImageDescription"};
    return std::nullopt;
}

} // namespace

Mark findGenerator(const std::vector<MetadataField>& fields) {
    constexpr std::array kRules = {&fromProgramName, &fromParameterLine,  &fromNodeGraph,
                                   &fromKeyword,     &fromSettingsObject, &fromLabel,
                                   &fromJobNumber,   &fromCredit};
    for (const auto rule : kRules) {
        Mark best;
        for (const MetadataField& field : fields) {
            // Of several marks of one kind the one that also names a model says most.
            auto mark = rule(field);
            if (!mark || (best && mark->name.size() <= best->name.size()))
                continue;
            mark->field = field.group + ": " + field.name;
            best = std::move(mark);
        }
        if (best)
            return best;
    }
    if (auto several = fromSeveral(fields))
        return several;
    for (const MetadataField& field : fields) {
        if (auto mark = fromHistory(field)) {
            mark->field = field.group + ": " + field.name;
            return mark;
        }
    }
    return std::nullopt;
}

std::optional<std::string> digitalSourceType(const std::vector<MetadataField>& fields) {
    for (const MetadataField& field : fields) {
        if (field.group != "XMP" || !contains(field.name, "DigitalSource"))
            continue;
        std::string_view type = field.value;
        while (!type.empty() && (type.back() == '/' || type.back() == ' '))
            type.remove_suffix(1);
        const auto slash = type.find_last_of("/#:");
        return std::string(slash == std::string_view::npos ? type : type.substr(slash + 1));
    }
    return std::nullopt;
}

} // namespace core::provenance
