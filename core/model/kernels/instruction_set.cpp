// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/instruction_set.h"

namespace core::model {

bool isSupported(InstructionSet instructions) {
#if defined(__x86_64__)
    const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                         __builtin_cpu_supports("f16c");
    const bool hasAvx512 =
        hasAvx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
#else
    const bool hasAvx2 = false;
    const bool hasAvx512 = false;
#endif
    switch (instructions) {
    case InstructionSet::Portable:
        return true;
    case InstructionSet::Avx2:
        return hasAvx2;
    case InstructionSet::Avx512:
        return hasAvx512;
    }
    return false;
}

InstructionSet bestInstructionSet() {
    for (const InstructionSet instructions : {InstructionSet::Avx512, InstructionSet::Avx2})
        if (isSupported(instructions))
            return instructions;
    return InstructionSet::Portable;
}

std::string_view nameOf(InstructionSet instructions) {
    switch (instructions) {
    case InstructionSet::Portable:
        return "portable";
    case InstructionSet::Avx2:
        return "avx2";
    case InstructionSet::Avx512:
        return "avx512-vnni";
    }
    return "portable";
}

} // namespace core::model
