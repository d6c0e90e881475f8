// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/file_form/form_table.h"
#include "core/training/form_rows.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace core::training {

/// A picture judged by a table that was fitted without its source.
struct JudgedForm {
    std::string source;
    bool isGenerated = false;
    int fold = 0;
    double joined = 1;   ///< the ratio itself
    double counted = 1;  ///< the bound of its interval that is nearer to one
    double sizeOnly = 1; ///< joined, as if the file were a plain JPEG without entries
};

void addJudged(const provenance::FormTable& table, const std::vector<FormRow>& rows,
               std::vector<JudgedForm>& judged);

/// Areas under the curve with 95 % intervals over sources, by fold, and how many pictures of each
/// class get a counted ratio of 2 or more in either direction.
[[nodiscard]] nlohmann::ordered_json formFigures(const std::vector<JudgedForm>& judged);

/// 5th and 95th percentile of what counts on photographs.
[[nodiscard]] nlohmann::ordered_json usualJson(const std::vector<JudgedForm>& judged);

/// Pictures and sources of both classes, and the hash of the list.
[[nodiscard]] nlohmann::ordered_json collectionJson(const std::vector<FormRow>& rows);

} // namespace core::training
