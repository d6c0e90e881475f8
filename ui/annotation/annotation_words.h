// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"

#include <QString>

namespace ui::annotation {

[[nodiscard]] QString shapeWord(core::annotations::Shape shape);
/// "Ellipse: halo, see the hair (x 10, y 20, 30 × 40)"
[[nodiscard]] QString annotationSentence(const core::annotations::Annotation& annotation);

} // namespace ui::annotation
