// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/preview_pictures.h"

#include "core/image/perceptual_hash.h"
#include "core/provenance/thumbnail_check.h"

#include <bit>
#include <new>
#include <utility>

namespace core::inference {

std::vector<PreviewPicture> previewPictures(const image::EvidenceFile& file,
                                            const image::Image* shown, std::stop_token stop) {
    constexpr std::int64_t kMostPixels = 16'000'000;
    std::vector<PreviewPicture> pictures;
    try {
        const auto hash = shown != nullptr ? image::perceptualHash(*shown) : std::nullopt;
        for (const auto& preview : provenance::embeddedPreviews(file)) {
            if (stop.stop_requested())
                return {};
            PreviewPicture one;
            one.where = preview.where;
            one.bytes = preview.bytes.size();
            if (auto decoded = provenance::decodedPreview(preview, kMostPixels))
                one.picture = std::move(*decoded);
            if (shown != nullptr && !one.picture.isNull()) {
                one.likeness = provenance::likeness(one.picture, *shown);
                const auto own = image::perceptualHash(one.picture);
                if (hash && own)
                    one.differingHashBits = std::popcount(*hash ^ *own);
                one.isOther = preview.isOfThePicture && one.likeness &&
                              *one.likeness < provenance::kLeastLikeness;
            }
            pictures.push_back(std::move(one));
        }
    } catch (const std::bad_alloc&) {
        pictures.clear();
    }
    return pictures;
}

} // namespace core::inference
