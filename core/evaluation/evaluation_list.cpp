// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_list.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

namespace core::evaluation {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::vector<std::string> cellsOf(std::string line) {
    if (line.ends_with('\r'))
        line.pop_back();
    std::vector<std::string> cells;
    std::stringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');)
        cells.push_back(cell);
    return cells;
}

/// Nothing for a name that leads out of the folder.
std::optional<fs::path> within(const fs::path& folder, const std::string& name) {
    const fs::path path = fs::path(name).lexically_normal();
    if (name.empty() || path.is_absolute() || *path.begin() == "..")
        return std::nullopt;
    return folder / path;
}

tl::unexpected<Error> outside(const std::string& name) {
    return fail(ErrorCode::InvalidArgument,
                "The list names \"" + name + "\", which is not below the folder of pictures.");
}

Result<std::vector<EvaluationItem>> fromTable(std::istream& stream, const fs::path& images) {
    std::string line;
    std::getline(stream, line);
    std::map<std::string, std::size_t> column;
    const auto header = cellsOf(line);
    for (std::size_t i = 0; i < header.size(); ++i)
        column[header[i]] = i;
    for (const char* name : {"file", "class"}) {
        if (!column.contains(name))
            return fail(ErrorCode::InvalidArgument,
                        std::string("The list has no column \"") + name + "\".");
    }
    std::vector<EvaluationItem> items;
    while (std::getline(stream, line)) {
        const auto cells = cellsOf(line);
        if (cells.empty())
            continue;
        const auto cell = [&](const char* name) {
            const auto found = column.find(name);
            return found == column.end() || found->second >= cells.size() ? std::string()
                                                                          : cells[found->second];
        };
        const auto file = within(images, cell("file"));
        if (!file)
            return outside(cell("file"));
        EvaluationItem item{*file,
                            cell("file"),
                            cell("class") != "real",
                            cell("source"),
                            cell("generator"),
                            cell("look"),
                            {},
                            {}};
        if (!cell("mask").empty()) {
            const auto mask = within(images, cell("mask"));
            if (!mask)
                return outside(cell("mask"));
            item.mask = *mask;
        }
        items.push_back(std::move(item));
    }
    return items;
}

std::string referenceIn(const Json& entry) {
    std::string reference;
    for (const Json& turn : entry.value("conversations", Json::array())) {
        if (turn.value("from", "") == "gpt")
            reference = turn.value("value", "");
    }
    return reference;
}

Result<std::vector<EvaluationItem>> fromFakeClue(std::istream& stream, const fs::path& images) {
    std::vector<EvaluationItem> items;
    const auto before = static_cast<std::size_t>(std::max<std::streamoff>(0, stream.tellg()));
    try {
        for (const Json& entry : Json::parse(stream)) {
            const auto name = entry.at("image").get<std::string>();
            const auto file = within(images, name);
            if (!file)
                return outside(name);
            const auto category = entry.value("cate", "");
            // FakeClue does not say where a picture comes from; its categories stand in.
            items.push_back({*file,
                             name,
                             entry.at("label").get<int>() == 0,
                             category,
                             {},
                             category,
                             referenceIn(entry),
                             {}});
        }
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::InvalidJson, "The list is not valid JSON: it breaks at byte " +
                                                std::to_string(before + error.byte) + ".");
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    std::string("The list is no FakeClue JSON: ") + error.what());
    }
    return items;
}

} // namespace

Result<std::vector<EvaluationItem>> readEvaluationList(const fs::path& list,
                                                       const fs::path& images) {
    std::ifstream stream(list);
    if (!stream)
        return fail(ErrorCode::FileNotFound, "The list " + list.string() + " cannot be read.");
    stream >> std::ws;
    const bool isJson = stream.peek() == '[';
    auto items = isJson ? fromFakeClue(stream, images) : fromTable(stream, images);
    if (items && items->empty())
        return fail(ErrorCode::InvalidArgument, "The list " + list.string() + " names no picture.");
    return items;
}

} // namespace core::evaluation
