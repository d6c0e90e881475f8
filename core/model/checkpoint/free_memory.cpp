// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/free_memory.h"

#include <fstream>
#include <string>

namespace core::model {

std::optional<std::uint64_t> freeMemory() {
    std::ifstream info("/proc/meminfo");
    std::string name;
    std::uint64_t kibibytes = 0;
    std::string unit;
    while (info >> name >> kibibytes) {
        std::getline(info, unit);
        if (name == "MemAvailable:")
            return kibibytes * 1024;
    }
    return std::nullopt;
}

} // namespace core::model
