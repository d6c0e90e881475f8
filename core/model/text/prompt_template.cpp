// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/prompt_template.h"

#include <algorithm>

namespace core::model {

namespace {

constexpr std::string_view kUser = "USER:";

/// The text without picture placeholders and without white space around it.
std::string withoutPictures(std::string_view text) {
    std::string result(text);
    for (auto at = result.find(kImagePlaceholder); at != std::string::npos;
         at = result.find(kImagePlaceholder))
        result.erase(at, kImagePlaceholder.size());
    const auto isSpace = [](char letter) {
        return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
    };
    while (!result.empty() && isSpace(result.back()))
        result.pop_back();
    result.erase(result.begin(), std::ranges::find_if_not(result, isSpace));
    return result;
}

std::string chatPrompt(std::string_view question) {
    return "USER: " + std::string(kImagePlaceholder) + "\n" + withoutPictures(question) +
           " ASSISTANT:";
}

bool isWholePrompt(std::string_view text) {
    return text.find(kUser) != std::string_view::npos ||
           text.find(kImagePlaceholder) != std::string_view::npos;
}

Result<std::string> wholePrompt(std::string_view text) {
    std::string prompt(text);
    const auto first = prompt.find(kImagePlaceholder);
    if (first == std::string::npos) {
        const auto behind = prompt.find(kUser) + kUser.size();
        const auto begin = prompt.find_first_not_of(" \n", behind);
        const std::string rest = begin == std::string::npos ? std::string() : prompt.substr(begin);
        return prompt.substr(0, behind) + " " + std::string(kImagePlaceholder) + "\n" + rest;
    }
    if (prompt.find(kImagePlaceholder, first + 1) != std::string::npos)
        return fail(ErrorCode::InvalidArgument,
                    "The prompt names several pictures; one is possible.");
    return prompt;
}

} // namespace

Result<std::string> promptFor(std::string_view question, PromptForm form) {
    switch (form) {
    case PromptForm::Published:
        return std::string(kImagePlaceholder) + withoutPictures(question);
    case PromptForm::Chat:
        return chatPrompt(question);
    case PromptForm::Own:
        break;
    }
    return isWholePrompt(question) ? wholePrompt(question) : chatPrompt(question);
}

std::string followUpFor(std::string_view question, std::string_view firstPrompt) {
    if (firstPrompt.find(kUser) == std::string_view::npos)
        return "\n" + withoutPictures(question);
    return " USER: " + withoutPictures(question) + " ASSISTANT:";
}

Result<std::vector<std::int64_t>> withImageTokens(const std::vector<std::int64_t>& ids,
                                                  std::int64_t imageTokenId, std::int64_t count) {
    if (std::ranges::count(ids, imageTokenId) != 1)
        return fail(ErrorCode::Internal,
                    "The prompt does not hold the picture's token exactly once; the tokenizer does "
                    "not fit config.json.");
    std::vector<std::int64_t> result;
    for (const std::int64_t id : ids)
        result.insert(result.end(), id == imageTokenId ? static_cast<std::size_t>(count) : 1, id);
    return result;
}

} // namespace core::model
