// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/file_form/form_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace core::provenance {

namespace {

using Json = nlohmann::json;

constexpr double kTail = 0.025;

double limited(double logRatio) {
    const double most = std::log(FormTable::kMostRatio);
    return std::exp(std::clamp(logRatio, -most, most));
}

TraitCount countFrom(const Json& json) {
    return {json.at("pictures").get<int>(), json.at("sources").get<int>(),
            json.at("share").get<double>()};
}

TraitStatistics traitFrom(const Json& json) {
    TraitStatistics trait;
    trait.name = json.at("name").get<std::string>();
    trait.generated = countFrom(json.at("generated"));
    trait.photographs = countFrom(json.at("photographs"));
    trait.alone = {json.at("ratio").get<double>(), json.at("low").get<double>(),
                   json.at("high").get<double>()};
    trait.weight = json.at("weight").get<double>();
    trait.drawnWeights = json.at("drawn_weights").get<std::vector<double>>();
    return trait;
}

} // namespace

double RatioInterval::counted() const {
    if (low > 1)
        return low;
    return high < 1 ? high : 1;
}

Result<FormTable> FormTable::load(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream)
        return fail(ErrorCode::ModelMissing, "The table of file forms " + file.string() +
                                                 " is missing; reinstall Clueglass.");
    try {
        const auto json = Json::parse(stream);
        std::vector<TraitStatistics> traits;
        for (const Json& entry : json.at("traits"))
            traits.push_back(traitFrom(entry));
        auto drawn = json.at("drawn_intercepts").get<std::vector<double>>();
        for (const TraitStatistics& trait : traits) {
            if (trait.drawnWeights.size() != drawn.size())
                throw std::runtime_error("draws are missing");
        }
        FormTable table(json.at("intercept").get<double>(), std::move(drawn), std::move(traits));
        const auto& usual = json.at("photographs_usual");
        table.m_photographLow = usual.at("low").get<double>();
        table.m_photographHigh = usual.at("high").get<double>();
        return table;
    } catch (const std::exception& error) {
        return fail(ErrorCode::ModelInvalid, "The table of file forms " + file.string() +
                                                 " is damaged (" + error.what() +
                                                 "); reinstall Clueglass.");
    }
}

FormTable::FormTable(double intercept, std::vector<double> drawnIntercepts,
                     std::vector<TraitStatistics> traits)
    : m_intercept(intercept), m_drawnIntercepts(std::move(drawnIntercepts)),
      m_traits(std::move(traits)) {}

const TraitStatistics* FormTable::find(std::string_view name) const {
    const auto found = std::ranges::find(m_traits, name, &TraitStatistics::name);
    return found == m_traits.end() ? nullptr : &*found;
}

RatioInterval FormTable::joined(std::span<const std::string_view> names) const {
    double sum = m_intercept;
    std::vector<double> drawn = m_drawnIntercepts;
    for (const std::string_view name : names) {
        const TraitStatistics* trait = find(name);
        if (trait == nullptr)
            continue;
        sum += trait->weight;
        for (std::size_t i = 0; i < drawn.size(); ++i)
            drawn[i] += trait->drawnWeights[i];
    }
    if (drawn.empty())
        return {limited(sum), 1 / kMostRatio, kMostRatio};
    std::ranges::sort(drawn);
    const auto at = [&drawn](double share) {
        return drawn[static_cast<std::size_t>(
            std::lround(share * static_cast<double>(drawn.size() - 1)))];
    };
    return {limited(sum), limited(at(kTail)), limited(at(1 - kTail))};
}

} // namespace core::provenance
