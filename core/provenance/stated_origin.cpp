// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/stated_origin.h"

#include "core/provenance/generator_metadata.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace core::provenance {

namespace {

using examination::Basis;
using examination::Direction;
using examination::MetadataField;
using examination::OriginExtent;
using examination::ProvenanceRecord;
using examination::StatedOrigin;

using Origin = std::optional<StatedOrigin>;

/// Whole or in part; nothing for source types that name no trained generator.
std::optional<OriginExtent> generatedExtent(const std::string& type) {
    if (type == "trainedAlgorithmicMedia")
        return OriginExtent::Whole;
    if (type == "compositeWithTrainedAlgorithmicMedia" || type == "compositeSynthetic")
        return OriginExtent::Part;
    return std::nullopt;
}

Origin fromWatermark(const ProvenanceRecord& record) {
    if (!record.watermark)
        return std::nullopt;
    return StatedOrigin{Basis::Watermark, Direction::Fake, OriginExtent::Whole,
                        record.watermark->name, "pixels"};
}

/// The last part of a digital source type's address.
std::string lastPart(std::string_view address) {
    while (address.ends_with('/'))
        address.remove_suffix(1);
    const auto slash = address.find_last_of("/#:");
    return std::string(slash == std::string_view::npos ? address : address.substr(slash + 1));
}

/// What all manifests of a store say together: parents count as the picture itself, components as
/// parts of it.
struct StatedActions {
    std::optional<OriginExtent> generated;
    bool isCaptured = false;
    std::string agent; ///< the program of the action that names a generator
};

bool isComponent(const examination::C2paRecord& c2pa, const std::string& manifest) {
    return std::ranges::any_of(c2pa.manifests, [&](const examination::C2paManifest& other) {
        return std::ranges::any_of(other.ingredients, [&](const auto& ingredient) {
            return ingredient.manifest == manifest && ingredient.relationship == "componentOf";
        });
    });
}

StatedActions actionsOf(const examination::C2paRecord& c2pa) {
    StatedActions stated;
    for (const examination::C2paManifest& manifest : c2pa.manifests) {
        const bool isPart = isComponent(c2pa, manifest.label);
        for (const examination::C2paAction& action : manifest.actions) {
            const std::string type = lastPart(action.digitalSourceType);
            auto extent = generatedExtent(type);
            if (extent && (isPart || action.action != "c2pa.created"))
                extent = OriginExtent::Part;
            if (extent && (!stated.generated || *extent == OriginExtent::Whole)) {
                stated.generated = extent;
                stated.agent =
                    action.softwareAgent.empty() ? manifest.claimGenerator : action.softwareAgent;
            }
            stated.isCaptured =
                stated.isCaptured || (action.action == "c2pa.created" && !isPart &&
                                      (type == "digitalCapture" || type == "computationalCapture"));
        }
    }
    return stated;
}

/// Of a signer on a list; nothing for others.
Origin fromTrustedCredentials(const ProvenanceRecord& record) {
    if (record.c2pa.state != examination::C2paState::Trusted || !record.c2pa.signer)
        return std::nullopt;
    const StatedActions stated = actionsOf(record.c2pa);
    if (!stated.generated && !stated.isCaptured)
        return std::nullopt;
    const examination::C2paSigner& signer = *record.c2pa.signer;
    return StatedOrigin{Basis::Credentials, stated.generated ? Direction::Fake : Direction::Real,
                        stated.generated.value_or(OriginExtent::Whole),
                        signer.organization.empty() ? signer.name : signer.organization,
                        "Content Credentials"};
}

/// Credentials whose signer is not known are no more than a field of the file.
Origin fromOtherCredentials(const ProvenanceRecord& record) {
    const StatedActions stated = actionsOf(record.c2pa);
    if (stated.generated)
        return StatedOrigin{Basis::File, Direction::Fake, *stated.generated,
                            record.generator.value_or(stated.agent), "Content Credentials"};
    Origin part;
    for (const MetadataField& field : record.fields) {
        const auto extent =
            field.group.starts_with("C2PA") ? generatedExtent(field.value) : std::nullopt;
        if (!extent)
            continue;
        StatedOrigin origin{Basis::File, Direction::Fake, *extent, record.generator.value_or(""),
                            "Content Credentials"};
        if (*extent == OriginExtent::Whole)
            return origin;
        part = std::move(origin);
    }
    return part;
}

Origin fromFields(const ProvenanceRecord& record) {
    const auto mark = findGenerator(record.fields);
    const auto type = digitalSourceType(record.fields);
    const auto extent = type ? generatedExtent(*type) : std::nullopt;
    if (!mark && !extent)
        return std::nullopt;
    StatedOrigin origin;
    origin.by = mark ? mark->name : std::string();
    origin.field = mark ? mark->field : "XMP: DigitalSourceType";
    // The declared type says it more exactly than a name does.
    origin.extent = extent ? *extent : mark->extent;
    return origin;
}

} // namespace

Origin statedOrigin(const ProvenanceRecord& record) {
    if (auto origin = fromTrustedCredentials(record))
        return origin;
    if (auto origin = fromWatermark(record))
        return origin;
    auto fields = fromFields(record);
    if (fields && fields->extent == OriginExtent::Whole)
        return fields;
    auto credentials = fromOtherCredentials(record);
    return credentials && (!fields || credentials->extent == OriginExtent::Whole) ? credentials
                                                                                  : fields;
}

std::vector<std::pair<int, int>> statedSizes(const ProvenanceRecord& record) {
    std::vector<std::pair<int, int>> sizes;
    const auto add = [&sizes](int width, int height) {
        const std::pair size(width, height);
        if (width > 0 && height > 0 && std::ranges::find(sizes, size) == sizes.end())
            sizes.push_back(size);
    };
    const auto number = [&record](std::string_view name) {
        const auto field = std::ranges::find(record.fields, name, &MetadataField::name);
        int value = 0;
        if (field != record.fields.end())
            std::from_chars(field->value.data(), field->value.data() + field->value.size(), value);
        return value;
    };
    // "Size: 512x768", or width and height apart.
    int width = 0;
    int height = 0;
    if (record.generation) {
        for (const auto& [name, value] : record.generation->settings) {
            const auto cross = value.find('x');
            if (name == "Size" && cross != std::string::npos)
                add(std::atoi(value.c_str()), std::atoi(value.c_str() + cross + 1));
            if (name == "width")
                width = std::atoi(value.c_str());
            if (name == "height")
                height = std::atoi(value.c_str());
        }
    }
    add(width, height);
    add(number("Exif.Photo.PixelXDimension"), number("Exif.Photo.PixelYDimension"));
    return sizes;
}

} // namespace core::provenance
