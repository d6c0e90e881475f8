// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/credential_pictures.h"

#include "core/image/safe_decoder.h"
#include "core/provenance/c2pa/credentials.h"

#include <algorithm>
#include <new>

namespace core::inference {

namespace {

constexpr std::size_t kMost = 100;
constexpr std::int64_t kMostPixels = 16'000'000;

void add(const std::string& manifest, const std::string& ingredient,
         const std::optional<examination::C2paThumbnail>& thumbnail,
         const image::DecodeLimits& limits, std::vector<CredentialPicture>& pictures,
         const std::stop_token& stop) {
    if (!thumbnail || !thumbnail->data || pictures.size() >= kMost || stop.stop_requested())
        return;
    image::EvidenceFile file;
    file.bytes = thumbnail->data;
    file.format = image::sniffFormat(*thumbnail->data);
    if (auto decoded = image::decode(file, limits, stop))
        pictures.push_back({manifest, ingredient, std::move(decoded->image)});
}

} // namespace

std::vector<CredentialPicture> credentialPictures(const image::Document& document,
                                                  std::stop_token stop) {
    std::vector<CredentialPicture> pictures;
    image::DecodeLimits limits = document.limits();
    limits.maxPixels = std::min(limits.maxPixels, kMostPixels);
    try {
        provenance::c2pa::CredentialRules rules;
        rules.thumbnails = provenance::c2pa::ThumbnailData::Keep;
        const auto record = provenance::c2pa::readCredentials(*document.file().bytes, rules);
        for (const auto& manifest : record.manifests) {
            add(manifest.label, {}, manifest.thumbnail, limits, pictures, stop);
            for (const auto& ingredient : manifest.ingredients)
                add(manifest.label, ingredient.label, ingredient.thumbnail, limits, pictures, stop);
        }
    } catch (const std::bad_alloc&) {
        pictures.clear();
    }
    return pictures;
}

} // namespace core::inference
