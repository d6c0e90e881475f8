// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/comma_table.h"

#include <algorithm>
#include <utility>

namespace core::evaluation {

Result<std::vector<std::vector<std::string>>> rowsOfCommaTable(std::string_view text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool isQuoted = false;
    std::size_t quote = 0; // where the open one stands
    const auto endCell = [&] { row.push_back(std::exchange(cell, {})); };
    const auto endRow = [&] {
        endCell();
        if (row.size() > 1 || !row.front().empty())
            rows.push_back(std::move(row));
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (isQuoted) {
            if (letter != '"')
                cell.push_back(letter);
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell.push_back(text[++i]);
            else
                isQuoted = false;
        } else if (letter == '"' && cell.empty()) {
            isQuoted = true;
            quote = i;
        } else if (letter == ',') {
            endCell();
        } else if (letter == '\n') {
            endRow();
        } else if (letter != '\r') {
            cell.push_back(letter);
        }
    }
    if (isQuoted)
        return fail(ErrorCode::InvalidArgument,
                    "The quote in line " +
                        std::to_string(1 + std::ranges::count(text.substr(0, quote), '\n')) +
                        " is never closed; the file may be cut off.");
    if (!cell.empty() || !row.empty())
        endRow();
    return rows;
}

} // namespace core::evaluation
