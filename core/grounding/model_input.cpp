// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grounding/model_input.h"

#include <algorithm>
#include <cstdint>

namespace core::grounding {

namespace {

using Wide = std::int64_t;

/// Division that rounds down, also below zero.
Wide floorDivided(Wide value, Wide by) {
    const Wide quotient = value / by;
    return quotient * by > value ? quotient - 1 : quotient;
}

Wide ceilDivided(Wide value, Wide by) {
    return -floorDivided(-value, by);
}

/// One axis of the input and of the picture.
struct Axis {
    Wide picture, resized, crop, size;

    [[nodiscard]] Wide seenFrom() const {
        return floorDivided(std::max<Wide>(crop, 0) * picture, resized);
    }
    [[nodiscard]] Wide seenTo() const {
        return ceilDivided(std::min(crop + size, resized) * picture, resized);
    }
    /// The edge between pixels of the picture that lies nearest.
    [[nodiscard]] Wide toPicture(Wide edge) const {
        const Wide nearest = floorDivided(2 * (edge + crop) * picture + resized, 2 * resized);
        return std::clamp(nearest, seenFrom(), std::max(seenFrom(), seenTo()));
    }
    [[nodiscard]] Wide inputFrom(Wide edge) const {
        return std::clamp<Wide>(floorDivided(edge * resized, picture) - crop, 0, size);
    }
    [[nodiscard]] Wide inputTo(Wide edge) const {
        return std::clamp<Wide>(ceilDivided(edge * resized, picture) - crop, 0, size);
    }
};

Axis horizontal(const ModelInput& input) {
    return {input.pictureWidth, input.resizedWidth, input.cropX, input.width};
}
Axis vertical(const ModelInput& input) {
    return {input.pictureHeight, input.resizedHeight, input.cropY, input.height};
}

bool isUsable(const ModelInput& input) {
    return input.pictureWidth > 0 && input.pictureHeight > 0 && input.resizedWidth > 0 &&
           input.resizedHeight > 0;
}

Rect fromEdges(Wide left, Wide top, Wide right, Wide bottom) {
    if (right <= left || bottom <= top)
        return {};
    return {static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
            static_cast<int>(bottom - top)};
}

} // namespace

Rect seenPart(const ModelInput& input) {
    if (!isUsable(input))
        return {};
    const Axis x = horizontal(input);
    const Axis y = vertical(input);
    return fromEdges(x.seenFrom(), y.seenFrom(), x.seenTo(), y.seenTo());
}

Rect toPicture(const Rect& inInput, const ModelInput& input) {
    if (!isUsable(input) || inInput.isEmpty())
        return {};
    const Axis x = horizontal(input);
    const Axis y = vertical(input);
    return fromEdges(x.toPicture(inInput.x), y.toPicture(inInput.y),
                     x.toPicture(inInput.x + inInput.width),
                     y.toPicture(inInput.y + inInput.height));
}

Rect toInput(const Rect& inPicture, const ModelInput& input) {
    const Rect seen = intersection(inPicture, seenPart(input));
    if (seen.isEmpty())
        return {};
    const Axis x = horizontal(input);
    const Axis y = vertical(input);
    return fromEdges(x.inputFrom(seen.x), y.inputFrom(seen.y), x.inputTo(seen.x + seen.width),
                     y.inputTo(seen.y + seen.height));
}

} // namespace core::grounding
