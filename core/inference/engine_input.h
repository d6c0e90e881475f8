// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/examination/examination.h"
#include "core/image/image.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core::inference {

/// What an engine looks at.
struct EngineInput {
    image::EvidenceFile file;
    image::DecodedPicture picture;
    examination::ProvenanceRecord provenance;
};

/// A further question about a picture that the engine has examined.
struct Inquiry {
    std::string question;
    std::vector<std::string> earlier; ///< further questions asked before this one, in their order
};

/// What an engine reports while it works; called on the engine's thread, each may be empty.
struct EngineCallbacks {
    ProgressCallback progress;
    std::function<void(std::string_view piece)>
        answerPiece; ///< a language model's words as they come
    std::function<void(double pFake)>
        likelihood; ///< a language model's probability, before its words
};

} // namespace core::inference
