// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace core::model {

/// How a question is put to a LLaVA-type model.
enum class PromptForm {
    Published, ///< picture and question and nothing else, as FakeVLM's evaluation sends them
    Chat,      ///< "USER: <image>\nQUESTION ASSISTANT:", as in FakeVLM's training
    Own, ///< the person's text: a whole prompt when it holds "<image>" or "USER:", else a question
         ///< in the chat form
};

inline constexpr std::array<std::string_view, 3> kPromptFormNames = {"published", "chat", "own"};

[[nodiscard]] constexpr std::string_view nameOf(PromptForm form) {
    return kPromptFormNames[static_cast<std::size_t>(form)];
}

[[nodiscard]] constexpr std::optional<PromptForm> promptFormNamed(std::string_view name) {
    for (std::size_t i = 0; i < kPromptFormNames.size(); ++i)
        if (kPromptFormNames[i] == name)
            return static_cast<PromptForm>(i);
    return std::nullopt;
}

/// The form that is used when none is named: Published for the published question (no text), Own
/// for any other.
[[nodiscard]] constexpr PromptForm usualForm(std::string_view question) {
    return question.empty() ? PromptForm::Published : PromptForm::Own;
}

/// What stands between a prompt and the model's answer.
enum class Separator { Newline, Space };

[[nodiscard]] constexpr std::string_view nameOf(Separator separator) {
    return separator == Separator::Newline ? "newline" : "space";
}

} // namespace core::model
