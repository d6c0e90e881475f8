// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace core::model {

/// Whether a token of an English answer says something about the picture: it holds a letter and is
/// no article, preposition, pronoun, conjunction or form of "to be" and "to have".
/// @param token  its text, with or without white space around it
[[nodiscard]] bool isContentWord(std::string_view token);

} // namespace core::model
