// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_schema.h"

#include "tests/support/shared_data.h"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>

namespace tests {

std::string schemaProblems(const std::string& line) {
    using Adapter = valijson::adapters::NlohmannJsonAdapter;
    std::ifstream file(sourceDirectory() / "resources" / "schema" / "examination.schema.json");
    const auto schemaJson = nlohmann::json::parse(file, nullptr, false);
    const auto value = nlohmann::json::parse(line, nullptr, false);
    if (schemaJson.is_discarded())
        return "the schema is no JSON";
    if (value.is_discarded())
        return "the line is no JSON";
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(Adapter(schemaJson), schema);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema, Adapter(value), &results))
        return {};
    std::string problems;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const std::string& part : error.context)
            problems += part;
        problems += ": " + error.description + "\n";
    }
    return problems;
}

} // namespace tests
