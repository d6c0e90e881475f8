// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/machine_limits.h"

#include "core/model/kernels/peak_loops.h"
#include "core/model/kernels/thread_team.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace core::model {

namespace {

/// The most units a second that any of the runs reached.
double fastest(double seconds, const std::function<double()>& unitsOfOneRun) {
    using Clock = std::chrono::steady_clock;
    double best = 0;
    const auto begin = Clock::now();
    do {
        const auto start = Clock::now();
        const double units = unitsOfOneRun();
        best = std::max(best, units / std::chrono::duration<double>(Clock::now() - start).count());
    } while (std::chrono::duration<double>(Clock::now() - begin).count() < seconds);
    return best;
}

double readBytesPerSecond(InstructionSet instructions, double seconds) {
    constexpr std::int64_t kBlock = 4096;
    const std::vector<std::uint8_t> memory(std::size_t{256} << 20U, 1);
    const auto blocks = static_cast<std::int64_t>(memory.size()) / kBlock;
    std::atomic<std::uint64_t> kept = 0; // so that the reading cannot be left out
    return fastest(seconds, [&] {
        ThreadTeam::instance().run(blocks, [&](std::int64_t first, std::int64_t last) {
            kept += readAll(instructions, memory.data() + first * kBlock, (last - first) * kBlock);
        });
        return static_cast<double>(memory.size());
    });
}

double operationsPerSecond(double seconds, double (*loop)(InstructionSet, std::int64_t),
                           InstructionSet instructions) {
    const std::int64_t threads = at::get_num_threads();
    constexpr std::int64_t kTurns = 2'000'000;
    std::atomic<double> operations = 0;
    return fastest(seconds, [&] {
        operations = 0;
        ThreadTeam::instance().run(threads, [&](std::int64_t first, std::int64_t last) {
            operations += static_cast<double>(last - first) * loop(instructions, kTurns);
        });
        return operations.load();
    });
}

} // namespace

MachineLimits measureMachineLimits(InstructionSet instructions, double seconds) {
    constexpr double kGiga = 1e9;
    return {readBytesPerSecond(instructions, seconds) / kGiga,
            operationsPerSecond(seconds, multiplyAddFloats, instructions) / kGiga,
            operationsPerSecond(seconds, multiplyAddBytes, instructions) / kGiga};
}

} // namespace core::model
