// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/provenance/file_form/form_table.h"
#include "core/training/form_rows.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::training {

/// What formTable() fits. Every number was chosen, see docs/file-form.md.
struct FormFitOptions {
    /// L2 penalty on each trait's weight; both classes weigh as much as the smaller has sources.
    double ridge = 1;
    int draws = 200; ///< of sources, for the intervals
};

/// A logistic regression on the traits as they occur together, both classes weighing alike, so that
/// its log-odds are log likelihood ratios; a source weighs the square root of its pictures. Fitted
/// again on `draws` draws of sources for the intervals. Where one class never has a trait, its
/// share is taken as the upper bound for none of its sources.
/// @param rows  both classes
/// @errors InvalidArgument (a class is missing), Internal (the fit does not converge)
[[nodiscard]] Result<provenance::FormTable> formTable(const std::vector<FormRow>& rows,
                                                      const FormFitOptions& options);

/// What the form of each photographic picture's file counts, by its name: judged by a table that
/// never saw its source.
/// @errors those of formTable
[[nodiscard]] Result<std::map<std::string, double>>
outOfFoldFormRatios(const std::vector<FormRow>& rows, const FormFitOptions& options);

/// Cross-validates by source on the photographic pictures of the first five folds, fits on them,
/// measures the last fold, and graphics apart, and writes file_form.json.
/// @errors those of formTable, WriteFailed
[[nodiscard]] Result<nlohmann::ordered_json> fitForm(const std::vector<FormRow>& rows,
                                                     const FormFitOptions& options,
                                                     const std::filesystem::path& output);

} // namespace core::training
