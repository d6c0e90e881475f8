// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/applicability.h"

#include <algorithm>

namespace core::forensics {

void doesNotApply(Evidence& evidence, const Reason& reason) {
    evidence.applies = false;
    evidence.reason = reason.sentence;
    evidence.reasonId = reason.id;
}

bool hasAllDetail(const Subject& subject, Evidence& evidence) {
    if (subject.picture.lacksDetail)
        doesNotApply(evidence, kLacksDetail);
    return !subject.picture.lacksDetail;
}

bool canUseCoefficients(const Subject& subject, int smallestSide, Evidence& evidence) {
    if (subject.file.format != image::Format::Jpeg) {
        doesNotApply(evidence, kNotJpeg);
        return false;
    }
    if (!subject.jpeg || !subject.coefficients) {
        doesNotApply(evidence, kNoCoefficients);
        return false;
    }
    if (!hasAllDetail(subject, evidence))
        return false;
    if (subject.jpeg->components != 1 && subject.jpeg->components != 3) {
        doesNotApply(evidence, kOddColors);
        return false;
    }
    if (std::min(subject.jpeg->width, subject.jpeg->height) < smallestSide) {
        doesNotApply(evidence, kTooSmall);
        return false;
    }
    // A damaged header may promise another size than the coefficients have.
    const auto& coefficients = *subject.coefficients;
    const auto blocks = static_cast<std::size_t>(std::max(coefficients.blocksWide, 0)) *
                        static_cast<std::size_t>(std::max(coefficients.blocksHigh, 0));
    if (blocks == 0 || coefficients.luma.size() != blocks) {
        doesNotApply(evidence, kNoCoefficients);
        return false;
    }
    evidence.applies = true;
    return true;
}

} // namespace core::forensics
