// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/stored_answers.h"

#include "core/evaluation/comma_table.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

namespace core::evaluation {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uintmax_t kLargestFile = 1U << 30U;

Result<std::string> textOf(const fs::path& path) {
    std::error_code error;
    const auto bytes = fs::file_size(path, error);
    std::ifstream stream(path, std::ios::binary);
    if (error || !stream)
        return fail(ErrorCode::FileNotFound, "The file " + path.string() + " cannot be read.");
    if (bytes > kLargestFile)
        return fail(ErrorCode::LimitExceeded, path.string() + " is larger than 1 GiB.");
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

tl::unexpected<Error> damaged(const fs::path& path, const std::string& why) {
    return fail(ErrorCode::InvalidJson, path.string() + " cannot be read as a list: " + why);
}

/// JSON Lines.
Result<std::vector<Json>> rowsOfLines(const fs::path& path, std::string_view text) {
    std::vector<Json> rows;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.find_first_not_of(" \t\r\xEF\xBB\xBF") == std::string_view::npos)
            continue;
        Json row = Json::parse(line.substr(line.find_first_not_of("\xEF\xBB\xBF")), nullptr, false);
        if (!row.is_object())
            return damaged(path, "line " + std::to_string(number) + " is no JSON object.");
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The rows as JSON objects, whichever way they are written.
Result<std::vector<Json>> rowsOf(const fs::path& path) {
    const auto text = textOf(path);
    if (!text)
        return tl::unexpected(text.error());
    std::vector<Json> rows;
    const auto start = text->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const char first = start == std::string::npos ? '\0' : (*text)[start];
    try {
        if (first == '[') {
            for (Json& row : Json::parse(text->substr(start)))
                rows.push_back(std::move(row));
        } else if (first == '{') {
            return rowsOfLines(path, *text);
        } else if (first == '\0' && start == std::string::npos) {
            return damaged(path, "it is empty.");
        } else {
            const auto table = rowsOfCommaTable(*text);
            if (!table)
                return damaged(path, table.error().message);
            for (std::size_t i = 1; i < table->size(); ++i) {
                Json row = Json::object();
                for (std::size_t j = 0; j < std::min((*table)[0].size(), (*table)[i].size()); ++j)
                    row[(*table)[0][j]] = (*table)[i][j];
                rows.push_back(std::move(row));
            }
            if (rows.empty())
                return damaged(path, "it is neither JSON nor a table with a header and rows.");
        }
    } catch (const Json::exception& error) {
        return damaged(path, error.what());
    }
    if (rows.empty())
        return damaged(path, "it lists nothing.");
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].is_object())
            return damaged(path, "entry " + std::to_string(i + 1) + " is no object.");
    return rows;
}

/// The first of the fields that is there, as text; numbers as they are written.
std::optional<std::string> field(const Json& row, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto found = row.find(name);
        if (found == row.end() || found->is_null())
            continue;
        if (found->is_string())
            return found->get<std::string>();
        if (found->is_number_integer())
            return std::to_string(found->get<std::int64_t>());
        if (found->is_array() && !found->empty() && found->front().is_string())
            return found->front().get<std::string>();
    }
    return std::nullopt;
}

struct Truth {
    std::optional<bool> isFake; ///< none: the row says nothing
    bool isReadable = true;     ///< or it says something else than real and fake
};

/// 1 is real and 0 is fake, also as tables of numbers write them.
Truth truthIn(const Json& row) {
    const auto found = row.find("label");
    if (found == row.end() || found->is_null() || *found == "")
        return {};
    if (found->is_boolean())
        return {!found->get<bool>()};
    if (found->is_number() && (*found == 0 || *found == 1))
        return {*found == 0};
    const auto label = field(row, {"label"});
    if (label == "1" || label == "1.0" || label == "real")
        return {false};
    if (label == "0" || label == "0.0" || label == "fake")
        return {true};
    return {std::nullopt, false};
}

tl::unexpected<Error> wrongLabel(const fs::path& path, std::size_t entry, const Json& row) {
    return fail(
        ErrorCode::InvalidArgument,
        "Entry " + std::to_string(entry + 1) + " of " + path.string() + " has the label " +
            row.at("label").dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, 40) +
            "; 1 (real) or 0 (fake) is expected.");
}

std::string referenceIn(const Json& row) {
    std::string reference;
    const auto turns = row.find("conversations");
    if (turns == row.end() || !turns->is_array())
        return reference;
    for (const Json& turn : *turns)
        if (turn.is_object() && field(turn, {"from"}) == "gpt")
            reference = field(turn, {"value"}).value_or("");
    return reference;
}

/// FakeClue's list, by the names of its pictures and by place.
class Truths {
  public:
    static Result<Truths> read(const fs::path& path) {
        Truths truths;
        if (path.empty())
            return truths;
        auto rows = rowsOf(path);
        if (!rows)
            return tl::unexpected(rows.error());
        truths.m_rows = std::move(*rows);
        for (std::size_t i = 0; i < truths.m_rows.size(); ++i) {
            if (!truthIn(truths.m_rows[i]).isReadable)
                return wrongLabel(path, i, truths.m_rows[i]);
            for (const char* name : {"image", "id"})
                if (const auto text = field(truths.m_rows[i], {name}))
                    truths.m_byName.emplace(*text, i);
        }
        return truths;
    }

    [[nodiscard]] const Json* find(const Json& row) const {
        if (const auto name = field(row, {"image_path", "image", "id"}))
            if (const Json* found = named(*name))
                return found;
        if (const auto place = field(row, {"idx", "id"}))
            return at(*place);
        return nullptr;
    }

  private:
    /// Also a path that ends in a name of the list.
    [[nodiscard]] const Json* named(std::string_view name) const {
        while (true) {
            if (const auto found = m_byName.find(std::string(name)); found != m_byName.end())
                return &m_rows[found->second];
            const auto slash = name.find('/');
            if (slash == std::string_view::npos)
                return nullptr;
            name.remove_prefix(slash + 1);
        }
    }
    [[nodiscard]] const Json* at(const std::string& place) const {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(place.data(), place.data() + place.size(), index);
        const bool isNumber = error == std::errc() && end == place.data() + place.size();
        return isNumber && index < m_rows.size() ? &m_rows[index] : nullptr;
    }

    std::vector<Json> m_rows;
    std::map<std::string, std::size_t> m_byName;
};

} // namespace

Result<std::vector<StoredAnswer>> readStoredAnswers(const fs::path& file, const fs::path& data) {
    const auto rows = rowsOf(file);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto truths = Truths::read(data);
    if (!truths)
        return tl::unexpected(truths.error());
    std::vector<StoredAnswer> answers;
    bool hasTruth = false;
    for (const Json& row : *rows) {
        const auto text = field(row, {"prediction_text", "output", "caption", "answer"});
        if (!text)
            return fail(ErrorCode::InvalidArgument,
                        "Entry " + std::to_string(answers.size() + 1) +
                            " holds no answer (prediction_text, output, caption or answer).");
        const Truth own = truthIn(row);
        if (!own.isReadable)
            return wrongLabel(file, answers.size(), row);
        StoredAnswer answer{*text, own.isFake, field(row, {"cate"}).value_or(""), referenceIn(row)};
        if (const Json* truth = truths->find(row)) {
            if (!answer.isFake)
                answer.isFake = truthIn(*truth).isFake;
            if (answer.category.empty())
                answer.category = field(*truth, {"cate"}).value_or("");
            if (answer.reference.empty())
                answer.reference = referenceIn(*truth);
        }
        hasTruth = hasTruth || answer.isFake;
        answers.push_back(std::move(answer));
    }
    if (!hasTruth)
        return fail(ErrorCode::InvalidArgument,
                    "No answer has a truth to be compared with: neither a label of its own nor one "
                    "from --data.");
    return answers;
}

} // namespace core::evaluation
