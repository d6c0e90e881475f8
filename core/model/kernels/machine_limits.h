// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/instruction_set.h"

#include <cstdint>
#include <vector>

namespace core::model {

/// What the memory and the arithmetic of this machine allow, with the threads that libtorch is told
/// to use. No kernel can be faster; speeds are given as shares of these.
struct MachineLimits {
    double readGbPerS = 0; ///< 1e9 bytes a second, read once from memory larger than the caches
    double fp32Gflops = 0; ///< fused multiply-adds on registers, counted as two operations
    double int8Gops = 0;   ///< 8-bit multiply-adds into 32-bit sums on registers, two operations
};

/// Measures for about `seconds` each, in short runs of which the fastest counts: a busy machine
/// lowers the result. Needs 256 MiB for the time.
/// @param instructions  supported ones; for Portable the compiler's code is measured
[[nodiscard]] MachineLimits measureMachineLimits(InstructionSet instructions = bestInstructionSet(),
                                                 double seconds = 0.5);

/// Reads memory larger than the caches, once at a call: to compare with work that was done right
/// before, on a machine whose memory others use too.
class MemoryReader {
  public:
    /// Allocates 256 MiB.
    explicit MemoryReader(InstructionSet instructions = bestInstructionSet());

    /// @return  1e9 bytes a second
    double gigabytesPerSecond();

  private:
    InstructionSet m_instructions;
    std::vector<std::uint8_t> m_memory;
    std::uint64_t m_kept = 0; ///< so that the reading cannot be left out
};

} // namespace core::model
