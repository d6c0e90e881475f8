// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/generation/generation_reader.h"

#include "core/provenance/generation/node_graph.h"
#include "core/provenance/generation/parameter_text.h"
#include "core/provenance/metadata_places.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace core::provenance {

namespace {

using examination::GenerationRecord;
using examination::MetadataField;
using nlohmann::json;

constexpr std::size_t kMostTextBytes = 64u << 10;
constexpr std::size_t kMostJsonBytes = 8u << 20;
constexpr std::size_t kMostSettings = 200;

bool contains(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

/// Python writes NaN and Infinity, which JSON does not know.
std::string withoutNan(std::string text) {
    for (const std::string_view word : {"NaN", "-Infinity", "Infinity"})
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at))
            text.replace(at, word.size(), "null");
    return text;
}

/// The object that a text holds, perhaps behind a label such as "prompt:". Null for other texts.
json objectIn(const std::string& text) {
    const auto start = text.find('{');
    if (start == std::string::npos || text.size() > kMostJsonBytes)
        return {};
    auto object =
        json::parse(text.begin() + static_cast<std::ptrdiff_t>(start), text.end(), nullptr, false);
    if (object.is_discarded())
        object = json::parse(withoutNan(text.substr(start)), nullptr, false);
    return object.is_object() ? object : json();
}

std::string textOf(const json& value) {
    return value.is_string() ? value.get<std::string>()
                             : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Takes the first of the named entries out of an object.
std::string taken(json& object, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto found = object.find(name);
        if (found == object.end() || found->is_null())
            continue;
        std::string text = textOf(*found);
        object.erase(found);
        return text;
    }
    return {};
}

/// Settings under the names that most programs use; what is left goes into the list.
GenerationRecord fromObject(std::string program, json object) {
    GenerationRecord record;
    record.program = std::move(program);
    record.prompt = taken(object, {"prompt", "positive_prompt", "c", "full_prompt", "Prompt"});
    record.negativePrompt = taken(object, {"negative_prompt", "negativeprompt", "uc",
                                           "negativePrompt", "full_negative_prompt"});
    record.seed = taken(object, {"seed", "image_seed", "Seed"});
    record.sampler = taken(object, {"sampler", "sampler_name", "scheduler", "samplerName"});
    if (const auto model = object.find("model"); model != object.end() && model->is_object()) {
        json inner = *model;
        record.model = taken(inner, {"name", "model_name"});
        object.erase("model");
    } else {
        record.model = taken(object, {"model", "base_model", "Model", "model_weights",
                                      "use_stable_diffusion_model", "baseModel"});
    }
    for (const char* name : {"init_image", "initimage", "image", "input_image", "source_image"})
        if (object.contains(name) && !object.at(name).is_null() && object.at(name) != "")
            record.usedPicture = true;
    for (const auto& [name, value] : object.items())
        if (record.settings.size() < kMostSettings && !value.is_null())
            record.settings.emplace_back(name, textOf(value));
    return record;
}

/// Midjourney: "a street --ar 3:2 --v 6 Job ID: 01234567-89ab-..."
std::optional<GenerationRecord> fromJob(const std::string& text) {
    const auto job = text.find("Job ID: ");
    if (job == std::string::npos)
        return std::nullopt;
    const std::string number = text.substr(job + 8, 36);
    if (number.size() < 36 || number[8] != '-' || number[13] != '-')
        return std::nullopt;
    GenerationRecord record;
    record.program = "Midjourney";
    std::string words = text.substr(0, job);
    const auto options = words.find(" --");
    record.prompt = words.substr(0, options);
    while (!record.prompt.empty() && record.prompt.back() == ' ')
        record.prompt.pop_back();
    for (auto at = options; at != std::string::npos;) {
        const auto next = words.find(" --", at + 3);
        const std::string option =
            words.substr(at + 3, next == std::string::npos ? next : next - at - 3);
        const auto space = option.find(' ');
        const std::string name = option.substr(0, space);
        const std::string value = space == std::string::npos ? "" : option.substr(space + 1);
        if (name == "seed")
            record.seed = value;
        else if (name == "v" || name == "niji")
            record.model = (name == "v" ? "version " : "niji ") + value;
        else
            record.settings.emplace_back(name, value);
        at = next;
    }
    record.settings.emplace_back("Job ID", number);
    return record;
}

/// The label of services in China: {"Label": "1", "ContentProducer": "...", "ProduceID": "..."}.
/// @source GB 45438-2025, annex E
std::optional<GenerationRecord> fromLabel(const MetadataField& field, const json& object) {
    const json* label = &object;
    if (object.contains("AIGC"))
        label = &object.at("AIGC");
    json parsed;
    if (label->is_string()) {
        parsed = objectIn(label->get<std::string>());
        label = &parsed;
    }
    const bool isPlace = field.name.ends_with("AIGC") || object.contains("AIGC");
    if (!isPlace || !label->is_object() || !label->contains("Label"))
        return std::nullopt;
    return fromObject("a service with the label AIGC", *label);
}

std::optional<GenerationRecord> fromJson(const MetadataField& field) {
    const json object = objectIn(field.value);
    if (!object.is_object())
        return std::nullopt;
    if (auto label = fromLabel(field, object))
        return label;
    if (object.contains("sui_image_params") && object.at("sui_image_params").is_object())
        return fromObject("SwarmUI", object.at("sui_image_params"));
    if (object.contains("extra") && contains(field.value, "class_type"))
        return readNodeGraph(object);
    if (auto graph = readNodeGraph(object))
        return graph;
    if (object.contains("last_node_id") || object.contains("last_link_id"))
        return readWorkflow(object);
    if (isPngText(field, "invokeai_metadata") || object.contains("positive_prompt"))
        return fromObject("InvokeAI", object);
    if (isPngText(field, "sd-metadata") && object.contains("image") &&
        object.at("image").is_object()) {
        GenerationRecord record = fromObject("InvokeAI", object.at("image"));
        if (object.contains("model_weights"))
            record.model = textOf(object.at("model_weights"));
        return record;
    }
    if (isPngText(field, "Comment") && object.contains("uc"))
        return fromObject("NovelAI", object);
    if (field.name == "Xmp.exif.UserComment" && object.contains("c"))
        return fromObject("Draw Things", object);
    if (contains(field.value, "Fooocus") || contains(field.value, "fooocus"))
        return fromObject("Fooocus", object);
    if (object.contains("prompt") && object.contains("seed"))
        return fromObject("", object);
    return std::nullopt;
}

std::string firstValue(const std::vector<MetadataField>& fields, std::string_view name) {
    const auto found = std::ranges::find_if(
        fields, [name](const MetadataField& field) { return field.name == name; });
    return found == fields.end() ? std::string() : found->value;
}

/// The reference programs of FLUX: Software "AI generated;txt2img;flux".
std::optional<GenerationRecord> fromReferenceProgram(const std::vector<MetadataField>& fields) {
    const std::string software = firstValue(fields, "Exif.Image.Software");
    if (!software.starts_with("AI generated;"))
        return std::nullopt;
    GenerationRecord record;
    record.program = contains(software, "flux") ? "FLUX" : software;
    record.model = firstValue(fields, "Exif.Image.Model");
    record.prompt = firstValue(fields, "Exif.Image.ImageDescription");
    record.usedPicture = !contains(software, "txt2img");
    record.settings.emplace_back("Software", software);
    record.field = "Exif.Image.Software";
    return record;
}

/// Easy Diffusion writes one text for each setting.
std::optional<GenerationRecord> fromSingleTexts(const std::vector<MetadataField>& fields) {
    json object = json::object();
    for (const MetadataField& field : fields)
        if (field.group.starts_with("PNG text"))
            object[field.name] = field.value;
    if (!object.contains("prompt") || !object.contains("seed") ||
        !object.contains("negative_prompt"))
        return std::nullopt;
    GenerationRecord record = fromObject("Easy Diffusion", std::move(object));
    record.field = "PNG text: prompt, seed, ...";
    return record;
}

/// Which of two descriptions of one picture says more.
std::size_t weight(const GenerationRecord& record) {
    const auto one = [](bool is) { return is ? std::size_t{1} : std::size_t{0}; };
    return 8 * one(!record.prompt.empty()) + 8 * one(!record.model.empty()) +
           8 * one(!record.seed.empty()) + 4 * one(!record.program.empty()) +
           std::min<std::size_t>(record.settings.size(), 3);
}

void cut(std::string& text) {
    if (text.size() <= kMostTextBytes)
        return;
    std::size_t end = kMostTextBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    text.resize(end);
    text += "…";
}

void limit(GenerationRecord& record) {
    for (std::string* text : {&record.program, &record.model, &record.prompt,
                              &record.negativePrompt, &record.seed, &record.sampler, &record.field})
        cut(*text);
    if (record.settings.size() > kMostSettings)
        record.settings.resize(kMostSettings);
    for (auto& [name, value] : record.settings) {
        cut(name);
        cut(value);
    }
}

std::optional<GenerationRecord> fromField(const MetadataField& field) {
    // IPTC's property of 2025 for the words that a generator was given.
    if (field.group == "XMP" && field.name.ends_with("AIPromptInformation")) {
        GenerationRecord prompt;
        prompt.prompt = field.value;
        prompt.field = field.name;
        return prompt;
    }
    if (!holdsFreeText(field))
        return std::nullopt;
    std::optional<GenerationRecord> record;
    try {
        record = fromJson(field);
    } catch (const std::exception&) {
        // JSON of another shape than its first entries promised.
    }
    if (!record)
        record = readParameterText(field.value);
    if (!record)
        record = fromJob(field.value);
    if (record)
        record->field = field.group + ": " + field.name;
    return record;
}

} // namespace

std::optional<GenerationRecord> readGeneration(const std::vector<MetadataField>& fields) {
    std::optional<GenerationRecord> best = fromReferenceProgram(fields);
    if (!best)
        best = fromSingleTexts(fields);
    for (const MetadataField& field : fields) {
        auto record = fromField(field);
        if (record && (!best || weight(*record) > weight(*best)))
            best = std::move(record);
    }
    // NovelAI keeps prompt and model in texts of their own.
    if (best && best->program == "NovelAI") {
        if (best->prompt.empty())
            best->prompt = firstValue(fields, "Description");
        if (best->model.empty())
            best->model = firstValue(fields, "Source");
    }
    if (best)
        limit(*best);
    return best;
}

} // namespace core::provenance
