// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/review_marks.h"

#include "core/cases/audit_log.h"
#include "core/examination/vocabulary.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace core::cases {

namespace {

constexpr int kBestRating = 5;
constexpr int kColors = 4;

/// The number a text stands for, when it lies between 0 and `most`; else 0.
int numberUpTo(const std::string& text, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && value >= 0 && value <= most ? value : 0;
}

void setTag(std::vector<std::string>& tags, const std::string& tag, bool isSet) {
    const auto place = std::lower_bound(tags.begin(), tags.end(), tag);
    const bool isThere = place != tags.end() && *place == tag;
    if (isSet && !isThere)
        tags.insert(place, tag);
    else if (!isSet && isThere)
        tags.erase(place);
}

/// The order of numbers: "9" before "10".
bool isBefore(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

void setAnnotation(std::vector<annotations::Annotation>& all, const std::string& id,
                   const std::string& value) {
    std::erase_if(all, [&](const auto& annotation) { return annotation.id == id; });
    auto annotation = annotations::annotationFrom(value);
    if (!annotation || annotation->id != id)
        return;
    const auto place = std::ranges::upper_bound(all, id, isBefore, &annotations::Annotation::id);
    all.insert(place, std::move(*annotation));
}

} // namespace

std::string conclusionText(const Conclusion& conclusion) {
    const std::string_view verdict = examination::wordFor(conclusion.verdict);
    return canonicalJson(
        {{"reasons", QString::fromStdString(conclusion.reasons)},
         {"support", conclusion.support},
         {"verdict", QString::fromUtf8(verdict.data(), static_cast<qsizetype>(verdict.size()))}});
}

std::optional<Conclusion> conclusionFrom(const std::string& text) {
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    const auto verdict = examination::valueOf<examination::Verdict>(
        object.value(QLatin1String("verdict")).toString().toStdString());
    if (!verdict)
        return std::nullopt;
    const int support = object.value(QLatin1String("support")).toInt();
    return Conclusion{*verdict, std::clamp(support, 0, kStrongestSupport),
                      object.value(QLatin1String("reasons")).toString().toStdString()};
}

void setMark(Marks& marks, const std::string& field, const std::string& value) {
    if (field == mark::kFlag) {
        marks.isPicked = value == mark::kPicked;
        marks.isRejected = value == mark::kRejected;
    } else if (field == mark::kRating) {
        marks.rating = numberUpTo(value, kBestRating);
    } else if (field == mark::kColor) {
        marks.color = numberUpTo(value, kColors);
    } else if (field == mark::kConclusion) {
        marks.conclusion = conclusionFrom(value);
    } else if (field == mark::kNote) {
        marks.note = value;
    } else if (field.starts_with(mark::kTag)) {
        setTag(marks.tags, field.substr(std::string_view(mark::kTag).size()), !value.empty());
    } else if (field.starts_with(mark::kAnnotation)) {
        setAnnotation(marks.annotations, field.substr(std::string_view(mark::kAnnotation).size()),
                      value);
    } else if (field.starts_with(mark::kSeen)) {
        marks.isSeen = !value.empty();
    }
}

} // namespace core::cases
