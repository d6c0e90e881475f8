// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace core::evaluation {

/// One picture whose truth is known.
struct EvaluationItem {
    std::filesystem::path file;
    std::string name; ///< as the list writes it
    bool isFake = false;
    std::string source;         ///< where it was taken from; intervals draw whole sources
    std::string generator;      ///< "camera", "gpt-image-2", ...; empty when the list does not say
    std::string look;           ///< "photo", "graphic", ...; for FakeClue its category
    std::string reference;      ///< the words a model's answer is compared with; may be empty
    std::filesystem::path mask; ///< where it was manipulated; empty when there is none
    bool ignoresOrientation = false; ///< shown as stored, as FakeVLM's scripts do
};

/// Reads a tab-separated list with a header line (columns `file` and `class`, of which "real" is a
/// photograph and anything else a fake; `source`, `generator`, `look` and `mask` if they are there)
/// or FakeClue's JSON (an array of objects with `image`, `label`: 1 real, 0 fake, `cate` and
/// `conversations`, whose last "gpt" entry is the reference). What the text begins with decides.
/// @param images  folder that the names are relative to
/// @errors FileNotFound, InvalidArgument (a column is missing, nothing is listed, a name leads out
///         of the folder), InvalidJson
[[nodiscard]] Result<std::vector<EvaluationItem>>
readEvaluationList(const std::filesystem::path& list, const std::filesystem::path& images);

} // namespace core::evaluation
