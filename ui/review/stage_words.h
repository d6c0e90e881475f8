// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace ui::review {

/// A stage of an examination in the user's language: of a language model, or of the measurements.
[[nodiscard]] QString stageWord(const std::string& stage);

} // namespace ui::review
