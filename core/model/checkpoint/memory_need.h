// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/model_config.h"

#include <cstdint>
#include <string>

namespace core::model {

/// What a model needs besides weights and caches: activations, the picture, the libraries.
inline constexpr std::uint64_t kWorkSpace = 384U << 20U;

/// Picture, question, answer and a further question or two.
inline constexpr std::int64_t kUsualPositions = 1024;

/// Memory of the keys and values of a text of so many tokens.
[[nodiscard]] std::uint64_t cacheBytes(const TextConfig& config, std::int64_t positions);

/// "4.2"
[[nodiscard]] std::string inGibibytes(std::uint64_t bytes);

/// @param advice  what to do about it, as a sentence
/// @errors LimitExceeded when so much is not free
[[nodiscard]] Result<void> requireMemory(std::uint64_t bytes, const std::string& advice);

} // namespace core::model
