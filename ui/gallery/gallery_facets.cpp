// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_facets.h"

#include "core/report/translated_words.h"
#include "ui/gallery/gallery_model.h"
#include "ui/triage/mark_words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace ui::gallery {

namespace {

using core::examination::Verdict;
using core::inference::JobState;

constexpr std::array kFacets = {
    std::pair{Facet::Verdict, "verdict"}, std::pair{Facet::Basis, "basis"},
    std::pair{Facet::Manner, "manner"},   std::pair{Facet::Category, "category"},
    std::pair{Facet::State, "state"},     std::pair{Facet::Review, "review"},
    std::pair{Facet::Flag, "flag"},       std::pair{Facet::Rating, "rating"},
    std::pair{Facet::Color, "color"},     std::pair{Facet::Tag, "tag"},
    std::pair{Facet::Camera, "camera"},   std::pair{Facet::Folder, "folder"}};

constexpr int kPicked = 1;
constexpr int kRejected = 2;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GalleryFacets)
};

bool isNamed(Facet facet) {
    return facet == Facet::Tag || facet == Facet::Camera || facet == Facet::Folder;
}

QString stateWord(PictureState state) {
    switch (state) {
    case PictureState::Waiting:
        return Words::tr("Not examined yet");
    case PictureState::Problem:
        return Words::tr("Problems");
    case PictureState::Disagreement:
        return Words::tr("Engines disagree");
    case PictureState::Annotated:
        return Words::tr("Annotated");
    case PictureState::IdenticalFiles:
        return Words::tr("Identical files");
    }
    return {};
}

QString reviewWord(ReviewState state) {
    switch (state) {
    case ReviewState::Open:
        return Words::tr("Not reviewed");
    case ReviewState::Reviewed:
        return Words::tr("Reviewed");
    case ReviewState::Confirmed:
        return Words::tr("Examiner agrees");
    case ReviewState::Overruled:
        return Words::tr("Examiner disagrees");
    }
    return {};
}

QString shortFolder(const QString& folder) {
    const QString name = folder.mid(folder.lastIndexOf(QLatin1Char('/')) + 1);
    return name.isEmpty() ? folder : name;
}

/// Calls `give` with the number of each value that a row has.
template <typename Give> void stateNumbers(const GalleryModel& model, int row, Give give) {
    const JobState state = model.state(row);
    if (state == JobState::Waiting || state == JobState::Running || state == JobState::Cancelled)
        give(static_cast<int>(PictureState::Waiting));
    if (state == JobState::Failed)
        give(static_cast<int>(PictureState::Problem));
    if (model.traits(row).hasConflict)
        give(static_cast<int>(PictureState::Disagreement));
    if (!model.marks(row).annotations.empty())
        give(static_cast<int>(PictureState::Annotated));
    if (model.hasIdentical(row))
        give(static_cast<int>(PictureState::IdenticalFiles));
}

template <typename Give> void reviewNumbers(const GalleryModel& model, int row, Give give) {
    const bool isReviewed = model.isReviewed(row);
    give(static_cast<int>(isReviewed ? ReviewState::Reviewed : ReviewState::Open));
    const auto& conclusion = model.marks(row).conclusion;
    if (!conclusion)
        return;
    const bool agrees = model.verdict(row) == conclusion->verdict;
    give(static_cast<int>(agrees ? ReviewState::Confirmed : ReviewState::Overruled));
}

template <typename Give>
void numbersOf(const GalleryModel& model, Facet facet, int row, Give give) {
    const core::cases::Marks& marks = model.marks(row);
    const GalleryModel::Traits& traits = model.traits(row);
    switch (facet) {
    case Facet::Verdict:
        if (const auto verdict = model.verdict(row))
            give(static_cast<int>(*verdict));
        break;
    case Facet::Basis:
        if (model.verdict(row))
            give(static_cast<int>(traits.basis));
        break;
    case Facet::Manner:
        if (traits.manner)
            give(static_cast<int>(*traits.manner));
        break;
    case Facet::Category:
        if (traits.category != core::examination::Category::Unknown)
            give(static_cast<int>(traits.category));
        break;
    case Facet::State:
        stateNumbers(model, row, give);
        break;
    case Facet::Review:
        reviewNumbers(model, row, give);
        break;
    case Facet::Flag:
        if (marks.isPicked || marks.isRejected)
            give(marks.isPicked ? kPicked : kRejected);
        break;
    case Facet::Rating:
        if (marks.rating > 0)
            give(marks.rating);
        break;
    case Facet::Color:
        if (marks.color > 0)
            give(marks.color);
        break;
    case Facet::Camera:
        if (traits.camera != 0)
            give(traits.camera);
        break;
    case Facet::Folder:
        give(traits.folder);
        break;
    case Facet::Tag:
        break; // no numbers
    }
}

QString keyOf(Facet facet) {
    for (const auto& [known, key] : kFacets)
        if (known == facet)
            return QString::fromLatin1(key);
    return {};
}

} // namespace

QString facetWord(Facet facet) {
    switch (facet) {
    case Facet::Verdict:
        return Words::tr("Verdict");
    case Facet::Basis:
        return Words::tr("Verdict rests on");
    case Facet::Manner:
        return Words::tr("Kind of fake");
    case Facet::Category:
        return Words::tr("Content");
    case Facet::State:
        return Words::tr("State");
    case Facet::Review:
        return Words::tr("Review");
    case Facet::Flag:
        return Words::tr("Flag");
    case Facet::Rating:
        return Words::tr("Rating");
    case Facet::Color:
        return Words::tr("Color label");
    case Facet::Tag:
        return Words::tr("Tag");
    case Facet::Camera:
        return Words::tr("Camera");
    case Facet::Folder:
        return Words::tr("Folder");
    }
    return {};
}

QString valueWord(const FacetValue& value) {
    switch (value.facet) {
    case Facet::Verdict:
        return core::report::verdictWord(static_cast<Verdict>(value.number));
    case Facet::Basis:
        return core::report::basisWord(static_cast<core::examination::Basis>(value.number));
    case Facet::Manner:
        return core::report::mannerWord(static_cast<core::examination::Manner>(value.number));
    case Facet::Category:
        return core::report::categoryWord(static_cast<core::examination::Category>(value.number));
    case Facet::State:
        return stateWord(static_cast<PictureState>(value.number));
    case Facet::Review:
        return reviewWord(static_cast<ReviewState>(value.number));
    case Facet::Flag:
        return value.number == kPicked ? Words::tr("Picked") : Words::tr("Rejected");
    case Facet::Rating:
        return QString(value.number, QChar(0x2605));
    case Facet::Color:
        return triage::colorWord(value.number);
    case Facet::Folder:
        return shortFolder(value.name);
    case Facet::Tag:
    case Facet::Camera:
        break;
    }
    return value.name;
}

QStringList toKeys(const FacetChoice& choice) {
    QStringList keys;
    for (const FacetValue& value : choice)
        keys << keyOf(value.facet) + QLatin1Char(':') +
                    (isNamed(value.facet) ? value.name : QString::number(value.number));
    return keys;
}

FacetChoice choiceFrom(const QStringList& keys) {
    FacetChoice choice;
    for (const QString& key : keys) {
        const qsizetype colon = key.indexOf(QLatin1Char(':'));
        for (const auto& [facet, word] : kFacets) {
            if (colon < 0 || key.left(colon) != QLatin1String(word))
                continue;
            const QString rest = key.mid(colon + 1);
            bool isNumber = false;
            const int number = rest.toInt(&isNumber);
            if (isNamed(facet))
                choice.insert({facet, 0, rest});
            else if (isNumber)
                choice.insert({facet, number, {}});
        }
    }
    return choice;
}

FacetMatcher::FacetMatcher(const GalleryModel& model, const FacetChoice& choice) : m_model(model) {
    for (const FacetValue& value : choice) {
        if (value.facet == Facet::Tag)
            m_tags.insert(value.name.toStdString());
        else
            m_numbers[value.facet].insert(isNamed(value.facet) ? model.numberOf(value.name)
                                                               : value.number);
    }
}

bool FacetMatcher::matches(int row, const Facet* except) const {
    for (const auto& [facet, wanted] : m_numbers) {
        if (except != nullptr && *except == facet)
            continue;
        bool has = false;
        numbersOf(m_model, facet, row,
                  [&, &wanted = wanted](int number) { has = has || wanted.contains(number); });
        if (!has)
            return false;
    }
    if (m_tags.empty() || (except != nullptr && *except == Facet::Tag))
        return true;
    const auto& tags = m_model.marks(row).tags;
    return std::ranges::any_of(tags, [this](const auto& tag) { return m_tags.contains(tag); });
}

std::map<FacetValue, int> facetCounts(const GalleryModel& model, const FacetChoice& choice,
                                      const std::vector<char>& isFound) {
    const FacetMatcher matcher(model, choice);
    std::array<std::unordered_map<int, int>, kFacets.size()> counts;
    std::map<std::string, int> tags;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!isFound.empty() && isFound[static_cast<std::size_t>(row)] == 0)
            continue;
        for (std::size_t i = 0; i < kFacets.size(); ++i) {
            const Facet facet = kFacets[i].first;
            if (!matcher.matches(row, &facet))
                continue;
            numbersOf(model, facet, row, [&](int number) { ++counts[i][number]; });
            if (facet == Facet::Tag)
                for (const std::string& tag : model.marks(row).tags)
                    ++tags[tag];
        }
    }
    std::map<FacetValue, int> named;
    for (const FacetValue& value : choice)
        named[value] = 0;
    for (std::size_t i = 0; i < kFacets.size(); ++i) {
        const Facet facet = kFacets[i].first;
        for (const auto& [number, count] : counts[i])
            named[isNamed(facet) ? FacetValue{facet, 0, model.nameOf(number)}
                                 : FacetValue{facet, number, {}}] = count;
    }
    for (const auto& [tag, count] : tags)
        named[{Facet::Tag, 0, QString::fromStdString(tag)}] = count;
    return named;
}

} // namespace ui::gallery
