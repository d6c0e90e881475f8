// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_room.h"

#include <ATen/Parallel.h>

#include <sys/mman.h>
#include <sys/resource.h>

#include <cstddef>
#include <string>

namespace core::model {

Result<void> checkRoomForBlas() {
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return {};
    constexpr std::size_t kMiB = std::size_t{1} << 20;
    constexpr std::size_t kBufferOfOneThread = 128 * kMiB;
    constexpr std::size_t kForTensors = 96 * kMiB;
    const std::size_t room =
        kBufferOfOneThread * static_cast<std::size_t>(at::get_num_threads()) + kForTensors;
    void* place = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (place == MAP_FAILED)
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory for the learned detector: the address space is "
                    "limited to " +
                        std::to_string(limit.rlim_cur / kMiB) + " MiB (ulimit -v) and " +
                        std::to_string(room / kMiB) + " MiB of it are no longer free.");
    munmap(place, room);
    return {};
}

} // namespace core::model
