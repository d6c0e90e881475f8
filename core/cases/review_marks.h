// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"
#include "core/examination/verdict.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::cases {

/// What an examiner did to one field of one exhibit. An empty value means that the field is not
/// set.
struct MarkChange {
    std::int64_t exhibit = 0;
    std::string field; ///< one of mark::k..., or a prefix of those with a name behind it
    std::string before;
    std::string after;

    bool operator==(const MarkChange&) const = default;
};

/// One act of the examiner: undone and redone as a whole.
struct Gesture {
    std::int64_t number = 0; ///< from 1, in order; 0: nothing was changed
    std::string name;        ///< untranslated: "flag", "rating", "conclusion", ...
    std::vector<MarkChange> changes;
};

/// What can be undone and redone next; empty names: nothing.
struct History {
    std::string undoName;
    std::string redoName;

    bool operator==(const History&) const = default;
};

namespace mark {
inline constexpr const char* kFlag = "flag";             ///< kPicked or kRejected
inline constexpr const char* kRating = "rating";         ///< "1" to "5"
inline constexpr const char* kColor = "color";           ///< "1" to "4"
inline constexpr const char* kConclusion = "conclusion"; ///< JSON, see conclusionText()
inline constexpr const char* kNote = "note";
inline constexpr const char* kTag = "tag:";               ///< and the tag; its value is "1"
inline constexpr const char* kSeen = "seen:";             ///< and the actor; its value is "1"
inline constexpr const char* kAnnotation = "annotation:"; ///< and its id; annotationText()
inline constexpr const char* kPicked = "picked";
inline constexpr const char* kRejected = "rejected";
} // namespace mark

/// How strongly the findings support the conclusion: the seven steps of the verbal scale, 1 is
/// "weak support"; 0 says that it was not stated.
inline constexpr int kStrongestSupport = 6;

/// What the examiner concludes, beside the machine's verdict and never in its place.
struct Conclusion {
    examination::Verdict verdict = examination::Verdict::Inconclusive;
    int support = 0; ///< 0 to kStrongestSupport
    std::string reasons;

    bool operator==(const Conclusion&) const = default;
};

/// {"reasons":...,"support":...,"verdict":...} with sorted names.
[[nodiscard]] std::string conclusionText(const Conclusion& conclusion);
/// Nothing for text that conclusionText() did not write.
[[nodiscard]] std::optional<Conclusion> conclusionFrom(const std::string& text);

/// All marks of one exhibit.
struct Marks {
    bool isPicked = false;
    bool isRejected = false;
    int rating = 0; ///< 0 to 5
    int color = 0;  ///< 0: none, 1 to 4
    bool isSeen = false;
    std::optional<Conclusion> conclusion;
    std::string note;
    std::vector<std::string> tags;                    ///< in alphabetical order
    std::vector<annotations::Annotation> annotations; ///< in the order of their ids

    bool operator==(const Marks&) const = default;
    /// The examiner has decided something about it: a conclusion, a flag or a rating.
    [[nodiscard]] bool isReviewed() const {
        return conclusion || isPicked || isRejected || rating > 0;
    }
};

/// Puts one field's value into the marks; fields that they do not hold are ignored.
void setMark(Marks& marks, const std::string& field, const std::string& value);

} // namespace core::cases
