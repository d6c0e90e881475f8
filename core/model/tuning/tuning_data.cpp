// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning/tuning_data.h"

#include "core/model/text/prompt_template.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace core::model {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::vector<TuningSample::Turn> turnsOf(const Json& entry) {
    std::vector<TuningSample::Turn> turns;
    std::string question;
    for (const Json& turn : entry.at("conversations")) {
        const std::string from = turn.at("from").get<std::string>();
        std::string value = turn.at("value").get<std::string>();
        if (from == "human")
            question = std::move(value);
        else if (from == "gpt" && !value.empty())
            turns.push_back({std::exchange(question, {}), std::move(value)});
    }
    return turns;
}

std::string withoutEnds(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

} // namespace

Result<std::vector<TuningSample>> readTuningList(const TuningList& list) {
    std::ifstream stream(list.data);
    if (!stream)
        return fail(ErrorCode::FileNotFound, "The list " + list.data.string() + " cannot be read.");
    std::vector<TuningSample> samples;
    try {
        for (const Json& entry : Json::parse(stream)) {
            const auto name = entry.at("image").get<std::string>();
            const fs::path path = fs::path(name).lexically_normal();
            if (name.empty() || path.is_absolute() || *path.begin() == "..")
                return fail(ErrorCode::InvalidArgument,
                            "The list names \"" + name +
                                "\", which is not below the folder of pictures.");
            TuningSample sample{list.images / path, turnsOf(entry)};
            if (sample.turns.empty())
                return fail(ErrorCode::InvalidArgument,
                            "The list has no answer about \"" + name + "\".");
            samples.push_back(std::move(sample));
        }
    } catch (const Json::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    std::string("The list is no FakeClue JSON: ") + error.what());
    }
    if (samples.empty())
        return fail(ErrorCode::InvalidArgument,
                    "The list " + list.data.string() + " names no picture.");
    return samples;
}

std::int64_t TuningText::learned() const {
    // The first id is never predicted.
    return labels.empty() ? 0
                          : std::count_if(labels.begin() + 1, labels.end(), [](std::int64_t label) {
                                return label != kIgnoredLabel;
                            });
}

Result<TuningText> tuningText(const TuningSample& sample, const Tokenizer& tokenizer,
                              const ModelConfig& config, int maxTokens) {
    const std::int64_t end = config.endTokenIds.front();
    std::vector<std::int64_t> ids;
    std::vector<bool> isLearned;
    std::string firstPrompt;
    for (const TuningSample::Turn& turn : sample.turns) {
        const bool isFirst = firstPrompt.empty();
        const auto prompt = isFirst ? promptFor(turn.question, PromptForm::Chat)
                                    : Result<std::string>(followUpFor(turn.question, firstPrompt));
        if (!prompt)
            return tl::unexpected(prompt.error());
        if (isFirst)
            firstPrompt = *prompt;
        const auto start = isFirst ? Tokenizer::Start::WholeText : Tokenizer::Start::Continuation;
        // Question and answer are cut together, as the reference does.
        const auto before = tokenizer.encode(*prompt, start);
        const auto whole = tokenizer.encode(*prompt + " " + withoutEnds(turn.answer), start);
        const auto border =
            std::ranges::mismatch(before, whole).in2 - whole.begin(); // where the answer begins
        for (std::int64_t i = 0; i < std::ssize(whole); ++i) {
            ids.push_back(whole[static_cast<std::size_t>(i)]);
            isLearned.push_back(i >= border);
        }
        ids.push_back(end);
        isLearned.push_back(true);
    }
    if (std::ranges::count(ids, config.imageTokenId) != 1)
        return fail(ErrorCode::Internal,
                    "The text does not hold the picture's token exactly once; the tokenizer does "
                    "not fit config.json.");
    TuningText text;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto times = ids[i] == config.imageTokenId ? config.imageTokens() : 1;
        text.ids.insert(text.ids.end(), static_cast<std::size_t>(times), ids[i]);
        text.labels.insert(text.labels.end(), static_cast<std::size_t>(times),
                           isLearned[i] ? ids[i] : kIgnoredLabel);
    }
    const auto most = static_cast<std::size_t>(
        std::max<std::int64_t>(2, std::min<std::int64_t>(maxTokens, config.text.maxPositions)));
    text.isShortened = text.ids.size() > most;
    text.ids.resize(std::min(most, text.ids.size()));
    text.labels.resize(text.ids.size());
    if (text.learned() == 0)
        return fail(ErrorCode::InvalidArgument, "Nothing of the answer about " +
                                                    sample.image.string() + " fits into " +
                                                    std::to_string(most) + " tokens.");
    return text;
}

} // namespace core::model
