// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/inference/engine.h"

#include <filesystem>
#include <stop_token>

namespace core::inference {

/// The whole way of one picture: read and hash, decode, provenance, engine. The same for window and
/// command line. The engine must be prepared.
/// @errors those of readEvidence, decode and Engine::examine
[[nodiscard]] Result<examination::Examination>
examineFile(const std::filesystem::path& path, Engine& engine, const image::DecodeLimits& limits,
            const EngineCallbacks& callbacks, std::stop_token stop);

} // namespace core::inference
