// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_kernels.h"

namespace core::model {

GroupsKernel groupsKernel(InstructionSet instructions, WeightFormat format, std::int64_t rows) {
#if defined(__x86_64__)
    if (instructions == InstructionSet::Avx512)
        return avx512GroupsKernel(format, rows);
    if (instructions == InstructionSet::Avx2)
        return avx2GroupsKernel(format, rows);
#else
    (void)instructions;
#endif
    return portableGroupsKernel(format, rows);
}

std::int32_t weightOffset(InstructionSet instructions, WeightFormat format) {
    if (format == WeightFormat::Q4)
        return 8;
    return instructions == InstructionSet::Avx512 ? 128 : 0;
}

} // namespace core::model
