// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace core::annotations {

/// The fields of an annotation by name.
[[nodiscard]] nlohmann::json toJson(const Annotation& annotation);
/// Nothing for what toJson() cannot have made.
[[nodiscard]] std::optional<Annotation> annotationOf(const nlohmann::json& json);

/// [[x, y], ...]
[[nodiscard]] nlohmann::json toJson(const std::vector<Point>& points);
/// Nothing when it is no list of pairs of finite numbers.
[[nodiscard]] std::optional<std::vector<Point>> pointsOf(const nlohmann::json& json);
/// A field's text; empty when there is none.
[[nodiscard]] std::string textIn(const nlohmann::json& json, const char* name);

/// The text of a file as JSON.
/// @errors InvalidJson, with the byte at which it breaks
[[nodiscard]] Result<nlohmann::json> parsedFile(const std::string& text);

} // namespace core::annotations
