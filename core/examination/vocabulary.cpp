// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/vocabulary.h"

#include <array>
#include <utility>

namespace core::examination {

namespace {

template <typename Value> struct Words;

#define CLUEGLASS_WORDS(Type, count, ...)                                                          \
    template <> struct Words<Type> {                                                               \
        static constexpr std::array<std::pair<Type, std::string_view>, count> kAll = {             \
            {__VA_ARGS__}};                                                                        \
    }

CLUEGLASS_WORDS(Verdict, 3, {Verdict::Real, "real"}, {Verdict::Fake, "fake"},
                {Verdict::Inconclusive, "inconclusive"});
CLUEGLASS_WORDS(Manner, 7, {Manner::AiGenerated, "ai_generated"}, {Manner::FaceSwap, "face_swap"},
                {Manner::Splice, "splice"}, {Manner::CopyMove, "copy_move"},
                {Manner::Inpainting, "inpainting"}, {Manner::Edited, "edited"},
                {Manner::Unknown, "unknown"});
CLUEGLASS_WORDS(Category, 8, {Category::Animal, "animal"}, {Category::Object, "object"},
                {Category::Scenery, "scenery"}, {Category::Human, "human"},
                {Category::Satellite, "satellite"}, {Category::Document, "document"},
                {Category::Face, "face"}, {Category::Unknown, "unknown"});
CLUEGLASS_WORDS(ClueKind, 13, {ClueKind::Texture, "texture"}, {ClueKind::Geometry, "geometry"},
                {ClueKind::Lighting, "lighting"}, {ClueKind::Color, "colour"},
                {ClueKind::Anatomy, "anatomy"}, {ClueKind::Text, "text"},
                {ClueKind::Noise, "noise"}, {ClueKind::Compression, "compression"},
                {ClueKind::Resampling, "resampling"}, {ClueKind::Duplication, "duplication"},
                {ClueKind::Spectrum, "spectrum"}, {ClueKind::Provenance, "provenance"},
                {ClueKind::Metadata, "metadata"});
CLUEGLASS_WORDS(ClueSource, 3, {ClueSource::Model, "model"},
                {ClueSource::Measurement, "measurement"}, {ClueSource::File, "file"});
CLUEGLASS_WORDS(Direction, 3, {Direction::Fake, "fake"}, {Direction::Real, "real"},
                {Direction::Neutral, "neutral"});

CLUEGLASS_WORDS(RegionStatus, 4, {RegionStatus::Unchecked, "unchecked"},
                {RegionStatus::Supported, "supported"}, {RegionStatus::NotTied, "not_tied"},
                {RegionStatus::Contradicted, "contradicted"});
CLUEGLASS_WORDS(GroundingExtent, 3, {GroundingExtent::Regions, "regions"},
                {GroundingExtent::WholeImage, "whole_image"},
                {GroundingExtent::NotTied, "not_tied"});
CLUEGLASS_WORDS(Agreement, 4, {Agreement::NotMeasured, "not_measured"},
                {Agreement::Agrees, "agrees"}, {Agreement::Conflicts, "conflicts"},
                {Agreement::Neither, "neither"});
CLUEGLASS_WORDS(Basis, 6, {Basis::Pixels, "pixels"}, {Basis::FileForm, "file_form"},
                {Basis::File, "file"}, {Basis::Watermark, "watermark"},
                {Basis::Credentials, "credentials"}, {Basis::Model, "model"});
CLUEGLASS_WORDS(OriginExtent, 2, {OriginExtent::Whole, "whole"}, {OriginExtent::Part, "part"});
CLUEGLASS_WORDS(SupportStep, 6, {SupportStep::None, "none"}, {SupportStep::Limited, "limited"},
                {SupportStep::Moderate, "moderate"},
                {SupportStep::ModeratelyStrong, "moderately_strong"},
                {SupportStep::Strong, "strong"}, {SupportStep::VeryStrong, "very_strong"});

CLUEGLASS_WORDS(C2paState, 6, {C2paState::None, "none"}, {C2paState::Remote, "remote"},
                {C2paState::NotValidated, "present_not_validated"}, {C2paState::Invalid, "invalid"},
                {C2paState::Valid, "valid"}, {C2paState::Trusted, "trusted"});

#undef CLUEGLASS_WORDS

template <typename Value> std::string_view find(Value value) {
    for (const auto& [known, word] : Words<Value>::kAll) {
        if (known == value)
            return word;
    }
    return {};
}

} // namespace

std::string_view wordFor(Verdict value) {
    return find(value);
}
std::string_view wordFor(Manner value) {
    return find(value);
}
std::string_view wordFor(Category value) {
    return find(value);
}
std::string_view wordFor(ClueKind value) {
    return find(value);
}
std::string_view wordFor(ClueSource value) {
    return find(value);
}
std::string_view wordFor(Direction value) {
    return find(value);
}

std::string_view wordFor(RegionStatus value) {
    return find(value);
}
std::string_view wordFor(GroundingExtent value) {
    return find(value);
}
std::string_view wordFor(Agreement value) {
    return find(value);
}
std::string_view wordFor(Basis value) {
    return find(value);
}
std::string_view wordFor(SupportStep value) {
    return find(value);
}
std::string_view wordFor(OriginExtent value) {
    return find(value);
}
std::string_view wordFor(C2paState value) {
    return find(value);
}

template <typename Value> std::optional<Value> valueOf(std::string_view word) {
    for (const auto& [value, known] : Words<Value>::kAll) {
        if (known == word)
            return value;
    }
    return std::nullopt;
}

template std::optional<Verdict> valueOf<Verdict>(std::string_view);
template std::optional<Manner> valueOf<Manner>(std::string_view);
template std::optional<Category> valueOf<Category>(std::string_view);
template std::optional<ClueKind> valueOf<ClueKind>(std::string_view);
template std::optional<ClueSource> valueOf<ClueSource>(std::string_view);
template std::optional<Direction> valueOf<Direction>(std::string_view);
template std::optional<RegionStatus> valueOf<RegionStatus>(std::string_view);
template std::optional<GroundingExtent> valueOf<GroundingExtent>(std::string_view);
template std::optional<Agreement> valueOf<Agreement>(std::string_view);
template std::optional<Basis> valueOf<Basis>(std::string_view);
template std::optional<SupportStep> valueOf<SupportStep>(std::string_view);
template std::optional<OriginExtent> valueOf<OriginExtent>(std::string_view);
template std::optional<C2paState> valueOf<C2paState>(std::string_view);

Verdict verdictFor(double pFake, const Thresholds& thresholds) {
    if (pFake > thresholds.fakeAbove)
        return Verdict::Fake;
    if (pFake < thresholds.realBelow)
        return Verdict::Real;
    return Verdict::Inconclusive;
}

} // namespace core::examination
