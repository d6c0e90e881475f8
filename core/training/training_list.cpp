// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_list.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <utility>

namespace core::training {

namespace {

constexpr unsigned kChoiceSeed = 20261123;

std::vector<std::string> columnsOf(const std::string& line) {
    std::vector<std::string> columns;
    std::stringstream stream(line);
    std::string column;
    while (std::getline(stream, column, '\t'))
        columns.push_back(column);
    return columns;
}

} // namespace

std::vector<TrainingItem> mostOfEach(const std::vector<TrainingItem>& items, int most) {
    std::map<std::string, std::vector<TrainingItem>> bySource;
    for (const TrainingItem& item : items)
        bySource[item.source].push_back(item);
    std::vector<TrainingItem> chosen;
    for (auto& [source, all] : bySource) {
        std::mt19937 random(kChoiceSeed);
        std::ranges::shuffle(all, random);
        if (most > 0 && all.size() > static_cast<std::size_t>(most))
            all.resize(static_cast<std::size_t>(most));
        std::ranges::move(all, std::back_inserter(chosen));
    }
    return chosen;
}

Result<std::vector<TrainingItem>> readPictureIndex(const std::filesystem::path& pictures) {
    const auto index = pictures / "index.tsv";
    std::ifstream stream(index);
    if (!stream)
        return fail(ErrorCode::FileNotFound, "The index " + index.string() + " cannot be read.");
    constexpr std::size_t kColumns = 8;
    std::vector<TrainingItem> items;
    std::string line;
    while (std::getline(stream, line)) {
        auto columns = columnsOf(line);
        columns.resize(kColumns);
        items.push_back({pictures / columns[0], columns[2] == "ai", columns[5], columns[3],
                         columns[4], !columns[7].empty(), columns[7]});
    }
    return items;
}

} // namespace core::training
