// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"

#include <QString>

#include <cstddef>

namespace core::report {

[[nodiscard]] QString shapeWord(annotations::Shape shape);
/// "Ellipse: halo, see the hair (x 10, y 20, 30 × 40)"
[[nodiscard]] QString annotationSentence(const annotations::Annotation& annotation);

/// "A1" for the first: apart from the clues' numbers.
[[nodiscard]] QString annotationNumber(std::size_t index);
/// "see clue 2", "see the measurement Noise level"; empty without a link.
[[nodiscard]] QString linkText(const annotations::Annotation& annotation);

} // namespace core::report
