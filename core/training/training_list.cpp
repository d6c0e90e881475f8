// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_list.h"

#include <algorithm>
#include <fstream>
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

/// path in the repository -> file on this machine
using Index = std::map<std::string, std::filesystem::path>;

Index indexOf(const std::filesystem::path& folder) {
    Index index;
    std::ifstream stream(folder / "_index.tsv");
    std::string line;
    while (std::getline(stream, line)) {
        const auto columns = columnsOf(line);
        if (columns.size() >= 2)
            index[columns[1]] = folder / columns[0];
    }
    return index;
}

std::string folderOf(std::string source) {
    std::ranges::replace(source, '/', '+');
    return source;
}

} // namespace

Result<std::vector<TrainingItem>> readTrainingList(const std::filesystem::path& list,
                                                   const std::filesystem::path& pictures,
                                                   const std::map<std::string, int>& mostPerSource,
                                                   int mostOtherwise) {
    std::ifstream stream(list);
    std::string line;
    if (!stream || !std::getline(stream, line))
        return fail(ErrorCode::FileNotFound, "The list " + list.string() + " cannot be read.");
    const auto header = columnsOf(line);
    std::map<std::string, std::size_t> at;
    for (std::size_t i = 0; i < header.size(); ++i)
        at[header[i]] = i;
    for (const char* name : {"class", "generator", "look", "source", "path", "has_camera_exif"}) {
        if (!at.contains(name))
            return fail(ErrorCode::InvalidArgument,
                        std::string("The list has no column ") + name + ".");
    }
    std::map<std::string, Index> indexes;
    std::map<std::string, std::vector<TrainingItem>> bySource;
    while (std::getline(stream, line)) {
        auto columns = columnsOf(line);
        columns.resize(header.size());
        const std::string source = columns[at["source"]];
        if (!indexes.contains(source))
            indexes[source] = indexOf(pictures / folderOf(source));
        const auto found = indexes[source].find(columns[at["path"]]);
        if (found != indexes[source].end())
            bySource[source].push_back({found->second,
                                        columns[at["class"]] == "ai",
                                        source,
                                        columns[at["generator"]],
                                        columns[at["look"]],
                                        columns[at["has_camera_exif"]] == "1",
                                        {}});
    }
    std::vector<TrainingItem> items;
    for (auto& [source, all] : bySource) {
        std::mt19937 random(kChoiceSeed);
        std::ranges::shuffle(all, random);
        const auto named = mostPerSource.find(source);
        const int most = named == mostPerSource.end() ? mostOtherwise : named->second;
        if (most > 0 && all.size() > static_cast<std::size_t>(most))
            all.resize(static_cast<std::size_t>(most));
        std::ranges::move(all, std::back_inserter(items));
    }
    return items;
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
