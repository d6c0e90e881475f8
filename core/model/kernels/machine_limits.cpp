// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/machine_limits.h"

#include "core/model/kernels/peak_loops.h"
#include "core/model/kernels/thread_team.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace core::model {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double fastestReading(InstructionSet instructions, double seconds) {
    MemoryReader reader(instructions);
    const auto begin = Clock::now();
    double best = 0;
    do
        best = std::max(best, reader.gigabytesPerSecond());
    while (secondsSince(begin) < seconds);
    return best;
}

/// The most that any of the runs reached.
double operationsPerSecond(double seconds, double (*loop)(InstructionSet, std::int64_t),
                           InstructionSet instructions) {
    const std::int64_t threads = at::get_num_threads();
    constexpr std::int64_t kTurns = 2'000'000;
    const auto begin = Clock::now();
    double best = 0;
    do {
        std::atomic<double> operations = 0;
        const auto start = Clock::now();
        ThreadTeam::instance().run(threads, [&](std::int64_t first, std::int64_t last) {
            operations += static_cast<double>(last - first) * loop(instructions, kTurns);
        });
        best = std::max(best, operations / secondsSince(start));
    } while (secondsSince(begin) < seconds);
    return best;
}

} // namespace

MachineLimits measureMachineLimits(InstructionSet instructions, double seconds) {
    constexpr double kGiga = 1e9;
    return {fastestReading(instructions, seconds),
            operationsPerSecond(seconds, multiplyAddFloats, instructions) / kGiga,
            operationsPerSecond(seconds, multiplyAddBytes, instructions) / kGiga};
}

MemoryReader::MemoryReader(InstructionSet instructions)
    : m_instructions(instructions), m_memory(std::size_t{256} << 20U, 1) {}

double MemoryReader::gigabytesPerSecond() {
    constexpr std::int64_t kBlock = 4096;
    std::atomic<std::uint64_t> kept = m_kept;
    const auto start = Clock::now();
    ThreadTeam::instance().run(static_cast<std::int64_t>(m_memory.size()) / kBlock,
                               [&](std::int64_t first, std::int64_t last) {
                                   kept += readAll(m_instructions, m_memory.data() + first * kBlock,
                                                   (last - first) * kBlock);
                               });
    const double seconds = secondsSince(start);
    m_kept = kept;
    return static_cast<double>(m_memory.size()) / seconds / 1e9;
}

} // namespace core::model
