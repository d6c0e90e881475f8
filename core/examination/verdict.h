// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace core::examination {

enum class Verdict { Real, Fake, Inconclusive };

/// What turned a probability into a verdict. Between the two the answer is Inconclusive.
struct Thresholds {
    double realBelow = 0.2;
    double fakeAbove = 0.8;

    bool operator==(const Thresholds&) const = default;
};

/// The kinds of fake that evidence can support.
enum class Manner { AiGenerated, FaceSwap, Splice, CopyMove, Inpainting, Edited, Unknown };

/// FakeClue's seven kinds of content.
enum class Category { Animal, Object, Scenery, Human, Satellite, Document, Face, Unknown };

} // namespace core::examination
