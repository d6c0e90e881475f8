// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/inference/engine.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace core::inference {

/// The whole way of one picture: read and hash, decode, provenance, engine. The same for window and
/// command line. The engine must be prepared.
/// @errors those of readEvidence, decode and Engine::examine
[[nodiscard]] Result<examination::Examination>
examineFile(const std::filesystem::path& path, Engine& engine, const image::DecodeLimits& limits,
            const EngineCallbacks& callbacks, std::stop_token stop);

/// Which picture a question is about, and as what it was judged.
struct AskedPicture {
    std::filesystem::path path;
    std::string sha256;      ///< of the file when it was examined
    std::string modelSha256; ///< of the model that examined it
};

/// Checks clues of an examined file, see Engine::check.
/// @errors those of readEvidence, decode and Engine::check; InvalidArgument when the file is no
///         longer the one that was examined; EngineUnavailable when another model examined it
[[nodiscard]] Result<examination::Examination>
checkFile(const std::filesystem::path& path, const examination::Examination& examined,
          const std::vector<std::size_t>& clues, Engine& engine, const image::DecodeLimits& limits,
          const EngineCallbacks& callbacks, std::stop_token stop);

/// Asks a prepared engine further about a picture that it has examined.
/// @errors those of readEvidence, decode and Engine::ask; InvalidArgument when the file is no
/// longer
///         the one that was examined; EngineUnavailable when another model examined it
[[nodiscard]] Result<std::string> askAboutFile(const AskedPicture& asked, const Inquiry& inquiry,
                                               Engine& engine, const image::DecodeLimits& limits,
                                               const EngineCallbacks& callbacks,
                                               std::stop_token stop);

} // namespace core::inference
