// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core::model {

/// Whether a limit on the address space (ulimit -v) leaves room for OpenBLAS's buffers. Without
/// them a matrix product never ends: OpenBLAS asks for memory again and again.
/// @errors LimitExceeded
/// @source OpenBLAS 0.3.21, driver/others/memory.c, blas_memory_alloc
[[nodiscard]] Result<void> checkRoomForBlas();

} // namespace core::model
