// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/instruction_set.h"

#include <cstdint>

namespace core::model {

/// Loops that do nothing but what the processor does fastest, for measureMachineLimits.

/// Reads `count` bytes. @return  a number that depends on all of them
[[nodiscard]] std::uint64_t readAll(InstructionSet instructions, const std::uint8_t* bytes,
                                    std::int64_t count);

/// Each turn multiplies and adds float32 registers. @return  operations done
[[nodiscard]] double multiplyAddFloats(InstructionSet instructions, std::int64_t turns);

/// Each turn multiplies int8 registers and adds the products to int32. @return  operations done
[[nodiscard]] double multiplyAddBytes(InstructionSet instructions, std::int64_t turns);

} // namespace core::model
