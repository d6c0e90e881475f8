// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/generation/parameter_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace core::provenance {

namespace {

using Setting = std::pair<std::string, std::string>;

constexpr std::size_t kMostSettings = 200;

std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

/// Where the next setting ends: at a comma outside of quotes, brackets and braces.
std::size_t settingEnd(std::string_view line) {
    bool isQuoted = false;
    int depth = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (c == '\\' && isQuoted) {
            ++at;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (c == '{' || c == '[')) {
            ++depth;
        } else if (!isQuoted && (c == '}' || c == ']')) {
            --depth;
        } else if (c == ',' && !isQuoted && depth <= 0) {
            return at;
        }
    }
    return line.size();
}

std::vector<Setting> settingsOf(std::string_view line) {
    std::vector<Setting> settings;
    while (!line.empty() && settings.size() < kMostSettings) {
        const std::size_t end = settingEnd(line);
        const std::string_view piece = line.substr(0, end);
        const auto colon = piece.find(": ");
        std::string value =
            colon == std::string_view::npos ? std::string() : trimmed(piece.substr(colon + 2));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        if (colon != std::string_view::npos)
            settings.emplace_back(trimmed(piece.substr(0, colon)), std::move(value));
        else if (!settings.empty() && !trimmed(piece).empty())
            settings.back().second += ", " + trimmed(piece); // a value with a bare comma
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return settings;
}

/// The place where the line of settings begins; npos when there is none.
std::size_t settingsStart(std::string_view text) {
    for (auto at = text.rfind("Steps: "); at != std::string_view::npos && at + 1 > 0;
         at = at == 0 ? std::string_view::npos : text.rfind("Steps: ", at - 1)) {
        const std::string_view line = text.substr(at);
        if (line.find("Sampler: ") != line.npos || line.find("CFG scale: ") != line.npos ||
            line.find("Seed: ") != line.npos)
            return at;
    }
    return std::string_view::npos;
}

std::string programOf(const std::vector<Setting>& settings) {
    const auto valueOf = [&settings](std::string_view name) {
        const auto found = std::ranges::find(settings, name, &Setting::first);
        return found == settings.end() ? std::string() : found->second;
    };
    const std::string version = valueOf("Version");
    const std::string app = valueOf("App");
    constexpr std::array<std::string_view, 4> kNames = {"Fooocus", "ComfyUI", "SD.Next",
                                                        "InvokeAI"};
    for (const std::string_view name : kNames)
        if (version.find(name) != std::string::npos || app.find(name) != std::string::npos)
            return std::string(name);
    // Forge's versions look like "f2.0.1v1.10.1-previous-313".
    if (version.size() > 1 && version.front() == 'f' && version[1] >= '0' && version[1] <= '9')
        return "Stable Diffusion WebUI Forge";
    return app.empty() ? "Stable Diffusion WebUI" : app;
}

void take(Setting setting, examination::GenerationRecord& record) {
    const std::string& name = setting.first;
    if (name == "Model" && record.model.empty())
        record.model = std::move(setting.second);
    else if (name == "Seed")
        record.seed = std::move(setting.second);
    else if (name == "Sampler")
        record.sampler = std::move(setting.second);
    else
        record.settings.push_back(std::move(setting));
}

} // namespace

std::optional<examination::GenerationRecord> readParameterText(std::string_view text) {
    const auto start = settingsStart(text);
    if (start == std::string_view::npos)
        return std::nullopt;
    examination::GenerationRecord record;
    std::string_view before = text.substr(0, start);
    constexpr std::string_view kNegative = "Negative prompt:";
    if (const auto negative = before.rfind(kNegative); negative != std::string_view::npos) {
        record.negativePrompt = trimmed(before.substr(negative + kNegative.size()));
        before = before.substr(0, negative);
    }
    record.prompt = trimmed(before);
    std::string_view line = text.substr(start);
    line = line.substr(0, line.find('\n'));
    auto settings = settingsOf(line);
    record.program = programOf(settings);
    const auto has = [&settings](std::string_view name) {
        return std::ranges::find(settings, name, &Setting::first) != settings.end();
    };
    // Without "Hires upscale" only a given picture is denoised in part.
    if (has("Mask blur") || has("Masked content") || has("Inpaint area") ||
        (has("Denoising strength") && !has("Hires upscale") && !has("Hires upscaler")))
        record.usedPicture = true;
    for (Setting& setting : settings)
        take(std::move(setting), record);
    return record;
}

} // namespace core::provenance
