// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engines_under_test.h"

namespace tests {

std::vector<EngineUnderTest> enginesUnderTest() {
    return {{"embedded", {}, ""}};
}

} // namespace tests
