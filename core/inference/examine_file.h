// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/decode_limits.h"
#include "core/image/document.h"
#include "core/inference/engine.h"
#include "core/inference/intake_rules.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace core::inference {

/// A picture on its way to an engine.
struct TakenIn {
    EngineInput input;
    std::chrono::steady_clock::time_point start;
    std::chrono::steady_clock::time_point engineStart;
    std::map<std::string, double> timingMs; ///< of reading, decoding, provenance
};

/// The first half of examineFile(): everything before the engine.
/// @param documents  shared with others who look at the file; null: it is read for this alone
/// @errors those of readEvidence and decode
[[nodiscard]] Result<TakenIn> takeInFile(const std::filesystem::path& path,
                                         const IntakeRules& rules, std::stop_token stop,
                                         image::Documents* documents = nullptr);

/// The second half: adds to an engine's result what the file itself tells.
[[nodiscard]] examination::Examination completed(examination::Examination examination,
                                                 TakenIn takenIn);

/// The whole way of one picture: read and hash, decode, provenance, engine. The same for window and
/// command line. The engine must be prepared.
/// @errors those of readEvidence, decode and Engine::begin
[[nodiscard]] Result<examination::Examination> examineFile(const std::filesystem::path& path,
                                                           Engine& engine, const IntakeRules& rules,
                                                           const EngineCallbacks& callbacks,
                                                           std::stop_token stop,
                                                           image::Documents* documents = nullptr);

/// Which picture a question is about, and as what it was judged.
struct AskedPicture {
    std::filesystem::path path;
    std::string sha256;      ///< of the file when it was examined
    std::string modelSha256; ///< of the model that examined it
};

/// Checks clues of an examined file, see LanguageAbilities.
/// @errors those of readEvidence, decode and LanguageAbilities::check; InvalidArgument when the
/// file is no
///         longer the one that was examined; EngineUnavailable when another model examined it
[[nodiscard]] Result<examination::Examination>
checkFile(const std::filesystem::path& path, const examination::Examination& examined,
          const std::vector<std::size_t>& clues, Engine& engine, const image::DecodeLimits& limits,
          const EngineCallbacks& callbacks, std::stop_token stop,
          image::Documents* documents = nullptr);

/// Asks a prepared engine further about a picture that it has examined.
/// @errors those of readEvidence, decode and LanguageAbilities::ask; InvalidArgument when the file
/// is no longer
///         the one that was examined; EngineUnavailable when another model examined it
[[nodiscard]] Result<std::string> askAboutFile(const AskedPicture& asked, const Inquiry& inquiry,
                                               Engine& engine, const image::DecodeLimits& limits,
                                               const EngineCallbacks& callbacks,
                                               std::stop_token stop,
                                               image::Documents* documents = nullptr);

} // namespace core::inference
