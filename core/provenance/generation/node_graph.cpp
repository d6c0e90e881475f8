// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/generation/node_graph.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::provenance {

namespace {

using examination::GenerationRecord;
using nlohmann::json;

constexpr std::size_t kMostNodes = 2'000;
constexpr std::size_t kMostLoras = 50;

bool contains(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

std::string textOf(const json& value) {
    if (value.is_string())
        return value.get<std::string>();
    return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

using Names = std::vector<std::string_view>;

class Graph {
  public:
    explicit Graph(const json& nodes) : m_nodes(nodes) {}

    [[nodiscard]] std::string classOf(const std::string& id) const {
        const json* node = find(id);
        return node != nullptr && node->contains("class_type") ? textOf(node->at("class_type"))
                                                               : std::string();
    }
    /// Null: there is no such input.
    [[nodiscard]] const json* input(const std::string& id, std::string_view name) const {
        const json* node = find(id);
        if (node == nullptr || !node->contains("inputs") || !node->at("inputs").is_object())
            return nullptr;
        const json& inputs = node->at("inputs");
        const auto found = inputs.find(std::string(name));
        return found == inputs.end() ? nullptr : &*found;
    }
    /// The node that an input is linked to; empty when it is a plain value.
    [[nodiscard]] std::string linked(const std::string& id, std::string_view name) const {
        const json* value = input(id, name);
        return value != nullptr && isLink(*value) ? textOf(value->at(0)) : std::string();
    }
    /// All nodes on which one depends, itself first, nearest first.
    [[nodiscard]] std::vector<std::string> upstream(const std::string& start) const {
        std::vector<std::string> reached;
        std::set<std::string> seen;
        std::deque<std::string> open = {start};
        while (!open.empty() && reached.size() < kMostNodes) {
            const std::string id = std::move(open.front());
            open.pop_front();
            const json* node = find(id);
            if (node == nullptr || !seen.insert(id).second)
                continue;
            reached.push_back(id);
            if (!node->contains("inputs") || !node->at("inputs").is_object())
                continue;
            for (const auto& [name, value] : node->at("inputs").items())
                if (isLink(value))
                    open.push_back(textOf(value.at(0)));
        }
        return reached;
    }
    /// The first text under one of the names in a node or what it depends on.
    [[nodiscard]] std::string firstText(const std::string& start, const Names& names) const {
        if (start.empty())
            return {};
        for (const std::string& id : upstream(start)) {
            for (const std::string_view name : names) {
                const json* value = input(id, name);
                if (value != nullptr && !isLink(*value) && !textOf(*value).empty())
                    return textOf(*value);
            }
        }
        return {};
    }
    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> all;
        for (const auto& [id, node] : m_nodes.items())
            if (all.size() < kMostNodes && node.is_object() && node.contains("class_type"))
                all.push_back(id);
        return all;
    }

  private:
    /// ["4", 0]: an output of another node.
    static bool isLink(const json& value) {
        return value.is_array() && value.size() == 2 && value.at(1).is_number_integer() &&
               (value.at(0).is_string() || value.at(0).is_number_integer());
    }
    [[nodiscard]] const json* find(const std::string& id) const {
        const auto found = m_nodes.find(id);
        return found == m_nodes.end() || !found->is_object() ? nullptr : &*found;
    }

    const json& m_nodes;
};

bool isSampler(std::string_view nodeClass) {
    return contains(nodeClass, "KSampler") || contains(nodeClass, "SamplerCustom") ||
           contains(nodeClass, "Sampler (Efficient") || contains(nodeClass, "SamplerAdvanced");
}

bool savesPicture(std::string_view nodeClass) {
    return contains(nodeClass, "SaveImage") || contains(nodeClass, "Image Save") ||
           contains(nodeClass, "PreviewImage") || contains(nodeClass, "SaveAnimated") ||
           contains(nodeClass, "Save Image");
}

bool loadsPicture(std::string_view nodeClass) {
    return contains(nodeClass, "LoadImage") || contains(nodeClass, "Load Image") ||
           contains(nodeClass, "ImageFromBase64");
}

/// The sampler that made what was saved: the one nearest to a saving node, else any.
std::string chosenSampler(const Graph& graph) {
    const auto ids = graph.ids();
    for (const std::string& id : ids) {
        if (!savesPicture(graph.classOf(id)))
            continue;
        for (const std::string& reached : graph.upstream(id))
            if (isSampler(graph.classOf(reached)))
                return reached;
    }
    for (const std::string& id : ids)
        if (isSampler(graph.classOf(id)))
            return id;
    return {};
}

void addSetting(GenerationRecord& record, const char* name, std::string value) {
    if (!value.empty())
        record.settings.emplace_back(name, std::move(value));
}

/// Value of an input itself, or of the node that it is linked to.
std::string valueOf(const Graph& graph, const std::string& id, std::string_view name,
                    const Names& linkedNames) {
    if (const std::string link = graph.linked(id, name); !link.empty())
        return graph.firstText(link, linkedNames);
    const json* value = graph.input(id, name);
    return value == nullptr ? std::string() : textOf(*value);
}

void readSampler(const Graph& graph, const std::string& sampler, GenerationRecord& record) {
    static const Names kTexts = {"text",  "string", "prompt", "text_g",
                                 "t5xxl", "clip_l", "value",  "positive"};
    for (const std::string_view name : {"seed", "noise_seed", "noise"})
        if (record.seed.empty())
            record.seed = valueOf(graph, sampler, name, {"noise_seed", "seed", "value"});
    record.sampler = valueOf(graph, sampler, "sampler_name", {"sampler_name"});
    if (record.sampler.empty())
        record.sampler = valueOf(graph, sampler, "sampler", {"sampler_name"});
    // Newer graphs keep the conditioning in a guider node.
    std::string positive = graph.linked(sampler, "positive");
    std::string negative = graph.linked(sampler, "negative");
    if (const std::string guider = graph.linked(sampler, "guider"); !guider.empty()) {
        positive = graph.linked(guider, "positive");
        if (positive.empty())
            positive = graph.linked(guider, "conditioning");
        negative = graph.linked(guider, "negative");
    }
    record.prompt = graph.firstText(positive, kTexts);
    record.negativePrompt = graph.firstText(negative, kTexts);
    addSetting(record, "Steps", valueOf(graph, sampler, "steps", {"steps"}));
    addSetting(record, "CFG", valueOf(graph, sampler, "cfg", {"cfg", "guidance"}));
    addSetting(record, "Scheduler", valueOf(graph, sampler, "scheduler", {"scheduler"}));
    addSetting(record, "Denoise", valueOf(graph, sampler, "denoise", {"denoise"}));
}

void readModels(const Graph& graph, const std::vector<std::string>& nodes,
                GenerationRecord& record) {
    constexpr std::array<std::string_view, 4> kModelNames = {"ckpt_name", "unet_name", "model_name",
                                                             "gguf_name"};
    std::size_t loras = 0;
    bool hasPicture = false;
    for (const std::string& id : nodes) {
        const std::string nodeClass = graph.classOf(id);
        hasPicture = hasPicture || loadsPicture(nodeClass);
        for (const std::string_view name : kModelNames) {
            const json* value = graph.input(id, name);
            if (record.model.empty() && value != nullptr && value->is_string() &&
                !contains(nodeClass, "Upscale"))
                record.model = value->get<std::string>();
        }
        const json* lora = graph.input(id, "lora_name");
        if (lora != nullptr && lora->is_string() && loras < kMostLoras) {
            const json* strength = graph.input(id, "strength_model");
            addSetting(record, "LoRA",
                       lora->get<std::string>() +
                           (strength == nullptr ? std::string() : " (" + textOf(*strength) + ")"));
            ++loras;
        }
    }
    record.usedPicture = hasPicture;
}

} // namespace

std::optional<GenerationRecord> readNodeGraph(const json& nodes) {
    if (!nodes.is_object())
        return std::nullopt;
    const Graph graph(nodes);
    if (graph.ids().empty())
        return std::nullopt;
    GenerationRecord record;
    record.program = "ComfyUI";
    const std::string sampler = chosenSampler(graph);
    if (sampler.empty()) {
        readModels(graph, graph.ids(), record);
        return record;
    }
    readSampler(graph, sampler, record);
    readModels(graph, graph.upstream(sampler), record);
    return record;
}

std::optional<GenerationRecord> readWorkflow(const json& workflow) {
    if (!workflow.is_object() || !workflow.contains("nodes") || !workflow.at("nodes").is_array())
        return std::nullopt;
    GenerationRecord record;
    record.program = "ComfyUI";
    std::size_t count = 0;
    for (const json& node : workflow.at("nodes")) {
        if (++count > kMostNodes || !node.is_object() || !node.contains("type"))
            continue;
        const std::string type = textOf(node.at("type"));
        if (loadsPicture(type))
            record.usedPicture = true;
        const auto values = node.find("widgets_values");
        if (values == node.end() || !values->is_array() || values->empty() ||
            !values->at(0).is_string())
            continue;
        const auto first = values->at(0).get<std::string>();
        if (contains(type, "CheckpointLoader") || contains(type, "UNETLoader"))
            record.model = record.model.empty() ? first : record.model;
        else if (contains(type, "CLIPTextEncode") && record.prompt.empty())
            record.prompt = first;
        else if (contains(type, "LoraLoader"))
            addSetting(record, "LoRA", first);
    }
    return record;
}

} // namespace core::provenance
