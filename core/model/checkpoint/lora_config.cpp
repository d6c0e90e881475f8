// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/lora_config.h"

#include "core/base/output_file.h"
#include "core/model/checkpoint/config_fields.h"
#include "core/model/checkpoint/json_file.h"

#include <cmath>
#include <optional>

namespace core::model {

namespace {

constexpr std::int64_t kLargestRank = 1 << 14;

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// The whole of `text`, by the few expressions that are understood.
bool matches(std::string_view pattern, std::string_view text) {
    while (!pattern.empty()) {
        if (pattern.starts_with(".*")) {
            pattern.remove_prefix(2);
            while (pattern.starts_with(".*"))
                pattern.remove_prefix(2);
            for (std::size_t i = 0; i <= text.size(); ++i)
                if (matches(pattern, text.substr(i)))
                    return true;
            return false;
        }
        if (text.empty())
            return false;
        if (pattern.starts_with("\\d+")) {
            if (!isDigit(text.front()))
                return false;
            while (!text.empty() && isDigit(text.front()))
                text.remove_prefix(1);
            pattern.remove_prefix(3);
            continue;
        }
        const bool isQuoted = pattern.starts_with("\\.");
        const char wanted = isQuoted ? '.' : pattern.front();
        if (text.front() != wanted && (isQuoted || wanted != '.'))
            return false;
        pattern.remove_prefix(isQuoted ? 2 : 1);
        text.remove_prefix(1);
    }
    return text.empty();
}

std::vector<std::string> textsIn(const nlohmann::json& json, const char* key) {
    std::vector<std::string> texts;
    const auto found = json.find(key);
    if (found == json.end())
        return texts;
    if (found->is_string())
        texts.push_back(found->get<std::string>());
    if (found->is_array())
        for (const auto& entry : *found)
            if (entry.is_string())
                texts.push_back(entry.get<std::string>());
    return texts;
}

std::optional<std::string> whyRefused(const nlohmann::json& json, ConfigFields& fields) {
    if (const std::string kind = fields.text("peft_type", "LORA"); kind != "LORA")
        return "This adapter is of the kind \"" + kind +
               "\"; only LoRA adapters can be merged into a model.";
    if (fields.flag("use_dora", false))
        return "This adapter was trained with DoRA (use_dora), which is not supported. Merge it "
               "with the library that made it and use the merged model.";
    if (fields.flag("fan_in_fan_out", false))
        return "This adapter is for layers that store their weights the other way round "
               "(fan_in_fan_out), which LLaVA does not have.";
    if (const std::string bias = fields.text("bias", "none"); bias != "none")
        return "This adapter also trained biases (bias: \"" + bias + "\"), which is not supported.";
    const auto layers = json.find("layer_replication");
    if (layers != json.end() && !layers->is_null())
        return std::string("This adapter repeats layers (layer_replication), which is not "
                           "supported.");
    return std::nullopt;
}

/// Patterns with numbers that make sense.
template <typename Number>
std::map<std::string, Number> patternIn(const nlohmann::json& json, const char* key,
                                        std::string& problem) {
    std::map<std::string, Number> pattern;
    const auto found = json.find(key);
    if (found == json.end() || found->is_null())
        return pattern;
    if (!found->is_object())
        problem = std::string(key) + " is no object.";
    else
        for (const auto& [name, value] : found->items()) {
            const double number = value.is_number() ? value.template get<double>() : -1;
            if (number <= 0 || number > 1e6 || name.empty() || name.size() > 300)
                problem = std::string(key) + " holds something that is no size.";
            else
                pattern[name] = static_cast<Number>(number);
        }
    return pattern;
}

template <typename Number>
const Number* patternFor(const std::map<std::string, Number>& pattern, std::string_view layer) {
    for (const auto& [name, value] : pattern)
        if (namesLayer(name, layer))
            return &value;
    return nullptr;
}

} // namespace

bool namesLayer(std::string_view pattern, std::string_view layer) {
    if (pattern.starts_with('^'))
        return matches(pattern.substr(1), layer);
    return matches(pattern, layer) || matches(".*\\." + std::string(pattern), layer);
}

std::int64_t LoraConfig::rankOf(std::string_view layer) const {
    const auto* found = patternFor(rankPattern, layer);
    return found != nullptr ? *found : rank;
}

double LoraConfig::scaleOf(std::string_view layer) const {
    const auto* found = patternFor(alphaPattern, layer);
    const auto size = static_cast<double>(rankOf(layer));
    return (found != nullptr ? *found : alpha) / (usesRootOfRank ? std::sqrt(size) : size);
}

Result<LoraConfig> readLoraConfig(const std::filesystem::path& directory) {
    const auto json = readJsonFile(directory / "adapter_config.json");
    if (!json)
        return tl::unexpected(json.error());
    ConfigFields fields(*json);
    if (const auto why = whyRefused(*json, fields))
        return fail(ErrorCode::ModelInvalid, *why);
    LoraConfig config;
    config.baseModel = fields.text("base_model_name_or_path", "");
    config.rank = fields.size("r", config.rank, kLargestRank);
    config.alpha = fields.positive("lora_alpha", config.alpha);
    config.usesRootOfRank = fields.flag("use_rslora", false);
    config.targets = textsIn(*json, "target_modules");
    config.modulesToSave = textsIn(*json, "modules_to_save");
    std::string problem = fields.problem();
    config.rankPattern = patternIn<std::int64_t>(*json, "rank_pattern", problem);
    config.alphaPattern = patternIn<double>(*json, "alpha_pattern", problem);
    if (!problem.empty())
        return fail(ErrorCode::ModelInvalid, "adapter_config.json cannot be used: " + problem);
    return config;
}

Result<void> writeLoraConfig(const LoraConfig& config, const std::filesystem::path& directory) {
    const nlohmann::ordered_json json = {
        {"peft_type", "LORA"},
        {"task_type", nullptr},
        {"base_model_name_or_path", config.baseModel},
        {"inference_mode", true},
        {"r", config.rank},
        {"lora_alpha", config.alpha},
        {"lora_dropout", 0.0},
        {"bias", "none"},
        {"fan_in_fan_out", false},
        {"target_modules", config.targets},
        {"use_rslora", config.usesRootOfRank},
        {"use_dora", false},
        {"rank_pattern", config.rankPattern},
        {"alpha_pattern", config.alphaPattern},
        {"modules_to_save", config.modulesToSave.empty()
                                ? nlohmann::ordered_json(nullptr)
                                : nlohmann::ordered_json(config.modulesToSave)}};
    return writeOutput(directory / "adapter_config.json", output_kind::kOwnJson,
                       json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
                           "\n");
}

} // namespace core::model
