// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace ui::gallery {

class GalleryModel;

/// A property that pictures are filtered by.
enum class Facet {
    Verdict,
    Basis,
    Manner,
    Category,
    State,
    Review,
    Flag,
    Rating,
    Color,
    Tag,
    Camera,
    Folder,
};

/// Values of State and Review.
enum class PictureState { Waiting, Problem, Disagreement, Annotated, IdenticalFiles };
enum class ReviewState { Open, Reviewed, Confirmed, Overruled };

/// One value of one facet. Of Tag, Camera and Folder the name counts, else the number.
struct FacetValue {
    Facet facet = Facet::Verdict;
    int number = 0;
    QString name;

    bool operator==(const FacetValue&) const = default;
    bool operator<(const FacetValue& other) const {
        return std::tie(facet, number, name) < std::tie(other.facet, other.number, other.name);
    }
};

/// The values that are asked for: any of a facet's, of every facet that has some.
using FacetChoice = std::set<FacetValue>;

[[nodiscard]] QString facetWord(Facet facet);
[[nodiscard]] QString valueWord(const FacetValue& value);

/// "rating:4", "tag:harbor": for keeping a choice. Reading leaves out what it does not know.
[[nodiscard]] QStringList toKeys(const FacetChoice& choice);
[[nodiscard]] FacetChoice choiceFrom(const QStringList& keys);

/// A choice made ready for asking about many rows of a model; valid until the model changes.
class FacetMatcher {
  public:
    FacetMatcher(const GalleryModel& model, const FacetChoice& choice);
    /// @param except  a facet that is not looked at
    [[nodiscard]] bool matches(int row, const Facet* except = nullptr) const;

  private:
    const GalleryModel& m_model;
    std::map<Facet, std::set<int>> m_numbers;
    std::set<std::string> m_tags;
};

/// How many pictures have each value among those that match the other facets' choice; values that
/// no picture has are left out, unless they are chosen.
[[nodiscard]] std::map<FacetValue, int>
facetCounts(const GalleryModel& model, const FacetChoice& choice, const std::vector<char>& isFound);

} // namespace ui::gallery
