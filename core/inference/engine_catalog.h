// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inference/engine.h"
#include "core/inference/engine_choice.h"

#include <memory>
#include <string>
#include <vector>

namespace core::inference {

struct EngineDescription {
    EngineKind kind = EngineKind::Embedded;
    std::string name; ///< "embedded", as on the command line
    bool needsModelDirectory = false;
};

/// The engines of this build, the default one first.
[[nodiscard]] std::vector<EngineDescription> engineCatalog();

/// Makes an engine without loading it (see Engine::prepare).
/// @errors InvalidArgument (a folder is missing), EngineUnavailable
[[nodiscard]] Result<std::unique_ptr<Engine>> makeEngine(const EngineChoice& choice);

} // namespace core::inference
