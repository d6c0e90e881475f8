// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/memory_need.h"

#include "core/model/checkpoint/free_memory.h"

namespace core::model {

std::uint64_t cacheBytes(const TextConfig& config, std::int64_t positions) {
    return static_cast<std::uint64_t>(config.layers * config.keyValueHeads * config.headSize * 2 *
                                      positions) *
           sizeof(float);
}

std::string inGibibytes(std::uint64_t bytes) {
    const auto tenths = std::to_string((bytes * 10 + (1U << 29U)) >> 30U);
    return tenths.size() == 1 ? "0." + tenths
                              : tenths.substr(0, tenths.size() - 1) + "." + tenths.back();
}

Result<void> requireMemory(std::uint64_t bytes, const std::string& advice) {
    const auto free = freeMemory();
    if (!free || bytes <= *free)
        return {};
    return fail(ErrorCode::LimitExceeded, "The model needs " + inGibibytes(bytes) +
                                              " GiB of memory, " + inGibibytes(*free) +
                                              " GiB are free. " + advice);
}

} // namespace core::model
