// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inference/engine_catalog.h"

#include <string>
#include <vector>

namespace tests {

/// An engine for the contract test.
struct EngineUnderTest {
    std::string name;
    core::inference::EngineChoice choice;
    std::string missing; ///< why it cannot be tested on this machine; empty when it can
};

[[nodiscard]] std::vector<EngineUnderTest> enginesUnderTest();

} // namespace tests
