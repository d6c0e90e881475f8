// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"
#include "core/examination/vocabulary.h"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>

namespace core::examination {

// How a clue stands in the record's JSON. Reading throws what nlohmann-json throws, and
// std::invalid_argument for unknown words.

// Insertion order is kept so that people read a line in the order of the contract.
using Json = nlohmann::ordered_json;

[[nodiscard]] Json boxValue(const Rect& box);
[[nodiscard]] Json toValue(const Clue& clue);
[[nodiscard]] Rect rectFrom(const Json& value);
[[nodiscard]] Clue clueFrom(const Json& value);

template <typename Map> Json objectFrom(const Map& map) {
    Json object = Json::object();
    for (const auto& [name, entry] : map)
        object[name] = entry;
    return object;
}

template <typename Value> Value wordFrom(const Json& object, const char* field) {
    const auto word = object.at(field).get<std::string>();
    const auto value = valueOf<Value>(word);
    if (!value)
        throw std::invalid_argument(std::string(field) + " has the unknown value \"" + word + "\"");
    return *value;
}

} // namespace core::examination
