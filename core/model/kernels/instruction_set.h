// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace core::model {

/// The vector instructions that the kernels are written for, from slow to fast.
/// Portable: plain C++. Avx2: with FMA and F16C. Avx512: F, BW, VL and VNNI.
enum class InstructionSet { Portable, Avx2, Avx512 };

/// Whether this processor, and the system on it, has them.
[[nodiscard]] bool isSupported(InstructionSet instructions);

/// The fastest that is supported.
[[nodiscard]] InstructionSet bestInstructionSet();

/// "portable", "avx2" or "avx512-vnni".
[[nodiscard]] std::string_view nameOf(InstructionSet instructions);

} // namespace core::model
