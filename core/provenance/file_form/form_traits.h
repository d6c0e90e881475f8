// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/file_form/form_facts.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::provenance {

/// The traits of a file's form, by name: "size_generator_square", ... They belong to groups (size,
/// shape, pixels, container, tables, sampling, camera), and no file has two of one group.
[[nodiscard]] std::span<const std::string_view> formTraitNames();

/// One trait that a file has.
struct FoundTrait {
    std::string_view name;                     ///< one of formTraitNames()
    std::map<std::string, double> numbers;     ///< for its sentence
    std::map<std::string, std::string> quotes; ///< likewise
};

/// In the order of formTraitNames().
[[nodiscard]] std::vector<FoundTrait> formTraits(const FormFacts& facts);

} // namespace core::provenance
