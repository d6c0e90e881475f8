// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_kernels.h"

namespace core::model {

TileKernel vectorTileKernel() {
    return nullptr;
}

} // namespace core::model
