// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

namespace core::model {

/// Reads fields of one JSON object. An absent or null field gives the default; a wrong one gives
/// the default and the first problem as a sentence.
class ConfigFields {
  public:
    explicit ConfigFields(const nlohmann::json& object) : m_object(object) {}

    /// A count or size from 1 to `most`.
    std::int64_t size(const char* key, std::int64_t defaultValue, std::int64_t most = 1 << 20);
    /// Any whole number that fits.
    std::int64_t integer(const char* key, std::int64_t defaultValue);
    /// A finite number above 0.
    double positive(const char* key, double defaultValue);
    bool flag(const char* key, bool defaultValue);
    std::string text(const char* key, const std::string& defaultValue);

    /// The value, or null for absent and null.
    [[nodiscard]] const nlohmann::json* find(const char* key) const;

    [[nodiscard]] const std::string& problem() const { return m_problem; }
    void reject(const std::string& sentence);

  private:
    const nlohmann::json& m_object;
    std::string m_problem;
};

} // namespace core::model
