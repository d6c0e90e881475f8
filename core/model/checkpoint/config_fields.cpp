// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/config_fields.h"

#include <cmath>

namespace core::model {

const nlohmann::json* ConfigFields::find(const char* key) const {
    if (!m_object.is_object())
        return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

void ConfigFields::reject(const std::string& sentence) {
    if (m_problem.empty())
        m_problem = sentence;
}

std::int64_t ConfigFields::integer(const char* key, std::int64_t defaultValue) {
    const auto* value = find(key);
    if (value == nullptr)
        return defaultValue;
    if (!value->is_number_integer()) {
        reject(std::string(key) + " is not a whole number.");
        return defaultValue;
    }
    return value->get<std::int64_t>();
}

std::int64_t ConfigFields::size(const char* key, std::int64_t defaultValue, std::int64_t most) {
    const std::int64_t value = integer(key, defaultValue);
    if (value >= 1 && value <= most)
        return value;
    reject(std::string(key) + " is " + std::to_string(value) + "; 1 to " + std::to_string(most) +
           " is possible.");
    return defaultValue;
}

double ConfigFields::positive(const char* key, double defaultValue) {
    const auto* value = find(key);
    if (value == nullptr)
        return defaultValue;
    const double number = value->is_number() ? value->get<double>() : 0;
    if (std::isfinite(number) && number > 0)
        return number;
    reject(std::string(key) + " is not a number above 0.");
    return defaultValue;
}

bool ConfigFields::flag(const char* key, bool defaultValue) {
    const auto* value = find(key);
    if (value == nullptr)
        return defaultValue;
    if (!value->is_boolean()) {
        reject(std::string(key) + " is neither true nor false.");
        return defaultValue;
    }
    return value->get<bool>();
}

std::string ConfigFields::text(const char* key, const std::string& defaultValue) {
    const auto* value = find(key);
    if (value == nullptr)
        return defaultValue;
    if (!value->is_string()) {
        reject(std::string(key) + " is not a text.");
        return defaultValue;
    }
    return value->get<std::string>();
}

} // namespace core::model
