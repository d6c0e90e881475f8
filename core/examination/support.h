// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"

#include <vector>

namespace core::examination {

/// What a verdict or a part of the support rests on.
enum class Basis {
    Pixels,      ///< measured on the pixels
    FileForm,    ///< the file's form: size, tables, sampling, layout; easily changed
    File,        ///< what the file states about its origin; unsigned
    Watermark,   ///< a mark that was read from the pixels
    Credentials, ///< Content Credentials that were verified
    Model,       ///< a language model's answer
};

/// Steps of the verbal scale for likelihood ratios, after the ENFSI guideline for evaluative
/// reporting (2015); the same for both directions.
enum class SupportStep {
    None,             ///< below 2: supports neither
    Limited,          ///< from 2
    Moderate,         ///< from 10
    ModeratelyStrong, ///< from 100
    Strong,           ///< from 1,000
    VeryStrong,       ///< from 10,000
};

/// One line of evidence by itself.
struct SupportPart {
    Basis basis = Basis::Pixels;
    double ratio = 1; ///< likelihood ratio, above 1 toward generated

    bool operator==(const SupportPart&) const = default;
};

/// How much the evidence supports "generated" over "photograph": a likelihood ratio, which says
/// nothing about how probable either was before.
struct Support {
    double ratio = 1; ///< above 1 toward generated, capped by what the calibration set can show
    double low = 1;   ///< 95 % interval of the ratio, from the calibration set
    double high = 1;
    SupportStep step = SupportStep::None;
    Direction direction = Direction::Neutral; ///< Neutral exactly when the step is None
    /// Not to be multiplied: `ratio` joins them as they occurred together.
    std::vector<SupportPart> parts;

    bool operator==(const Support&) const = default;
};

/// The step of a ratio, in either direction. @param ratio  above 0
[[nodiscard]] SupportStep stepFor(double ratio);

/// A support whose step and direction follow from its ratio. @param low, high  its interval
[[nodiscard]] Support supportFrom(double ratio, double low, double high,
                                  std::vector<SupportPart> parts);

} // namespace core::examination
