// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_info.h"
#include "core/model/kernels/machine_limits.h"
#include "core/model/kernels/peak_loops.h"

#include <QTest>

#include <vector>

using namespace core::model;

namespace {

constexpr InstructionSet kAll[] = {InstructionSet::Portable, InstructionSet::Avx2,
                                   InstructionSet::Avx512};

} // namespace

class MachineLimitsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theBestInstructionsAreSupported() {
        QVERIFY(isSupported(bestInstructionSet()));
        QVERIFY(isSupported(InstructionSet::Portable));
    }

    void everySupportedInstructionSetIsMeasured() {
        useThreads(physicalCores());
        for (const InstructionSet instructions : kAll) {
            if (!isSupported(instructions))
                continue;
            const MachineLimits limits = measureMachineLimits(instructions, 0.02);
            // Wide bounds: they tell wrong units, not slow machines.
            QVERIFY(limits.readGbPerS > 0.05 && limits.readGbPerS < 5000);
            QVERIFY(limits.fp32Gflops > 0.05 && limits.fp32Gflops < 50'000);
            QVERIFY(limits.int8Gops > 0.05 && limits.int8Gops < 200'000);
        }
    }

    void readingTakesEveryByteIn() {
        for (const InstructionSet instructions : kAll) {
            if (!isSupported(instructions))
                continue;
            std::vector<std::uint8_t> bytes(4096, 0);
            const auto none = readAll(instructions, bytes.data(), 4096);
            for (const std::size_t changed : {0U, 1000U, 4095U}) {
                bytes[changed] = 1;
                QVERIFY(readAll(instructions, bytes.data(), 4096) != none);
                bytes[changed] = 0;
            }
        }
    }
};

QTEST_APPLESS_MAIN(MachineLimitsTest)
#include "machine_limits_test.moc"
