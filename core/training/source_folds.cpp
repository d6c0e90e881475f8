// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/source_folds.h"

#include "core/training/stable_seed.h"

namespace core::training {

int foldOf(const std::string& source) {
    constexpr unsigned kUpperBits = 20; // the lowest ones change least from name to name
    return static_cast<int>((stableSeed(source) >> kUpperBits) % (kFolds + 1));
}

} // namespace core::training
