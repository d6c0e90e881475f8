// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/kernel_machine.h"

#include "core/model/detector/kernel_machine_fit.h"
#include "core/model/detector/support_scale.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <random>

using namespace core;
using namespace core::model;

namespace {

constexpr int kInputs = 3;

struct Rings {
    std::vector<float> values;
    std::vector<bool> isGenerated;
};

/// Generated ones lie outside of a circle in the first two values; no straight line parts them.
Rings rings(int count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    Rings result;
    for (int i = 0; i < count; ++i) {
        const bool isGenerated = i % 2 == 0;
        const double angle = normal(random) * 3;
        const double radius = isGenerated ? 2.0 : 0.5;
        for (int k = 0; k < kInputs; ++k) {
            const double base = k == 0 ? radius * std::cos(angle) : radius * std::sin(angle);
            result.values.push_back(
                static_cast<float>((k < 2 ? base : 0) + 0.1 * normal(random) + 5));
        }
        result.isGenerated.push_back(isGenerated);
    }
    return result;
}

KernelMachine fittedMachine() {
    const Rings data = rings(400, 1);
    const KernelProblem problem{data.values, kInputs, data.isGenerated,
                                std::vector<double>(400, 1.0)};
    return fitKernelMachine(problem, {3, 0.5, 0.1, 120, 1}).value();
}

} // namespace

class KernelMachineTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void itPartsWhatNoLineParts() {
        const KernelMachine machine = fittedMachine();
        const Rings fresh = rings(200, 2);
        int right = 0;
        for (std::size_t i = 0; i < 200; ++i) {
            const std::span<const float> row(fresh.values.data() + i * kInputs, kInputs);
            right += (machine.score(row) > 0) == fresh.isGenerated[i] ? 1 : 0;
        }
        QVERIFY2(right > 190, qPrintable(QString::number(right)));
    }

    void oneByOneAndAllAtOnceAreTheSame() {
        const KernelMachine machine = fittedMachine();
        const Rings fresh = rings(20, 3);
        const MachineOutput output = outputOf(machine, fresh.values);
        for (std::size_t i = 0; i < 20; ++i) {
            const std::span<const float> row(fresh.values.data() + i * kInputs, kInputs);
            QVERIFY(std::abs(output.scores[i] - machine.score(row)) < 1e-3);
            QVERIFY(std::abs(output.distances[i] - machine.distance(row)) < 1e-3);
        }
    }

    void whatLiesFarAwayIsFar() {
        const KernelMachine machine = fittedMachine();
        const Rings fresh = rings(2, 4);
        std::vector<float> odd(fresh.values.begin(), fresh.values.begin() + kInputs);
        const double usual = machine.distance(odd);
        for (float& value : odd)
            value += 100;
        QVERIFY(machine.distance(odd) > 3 * usual);
    }

    void contributionsPointToWhatMatters() {
        const KernelMachine machine = fittedMachine();
        const Rings fresh = rings(40, 5);
        double firstTwo = 0;
        double others = 0;
        for (std::size_t i = 0; i < 40; ++i) {
            const auto parts = machine.contributions(
                std::span<const float>(fresh.values.data() + i * kInputs, kInputs));
            for (std::size_t k = 0; k < kInputs; ++k)
                (k < 2 ? firstTwo : others) += std::abs(parts[k]);
        }
        QVERIFY(firstTwo / 2 > others);
    }

    void aFileKeepsTheMachine() {
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "m.safetensors";
        const KernelMachine machine = fittedMachine();
        QVERIFY(writeKernelMachines({machine, machine}, {"a", "b"}, file).has_value());
        const auto read = readKernelMachines(file, {"b"});
        QVERIFY(read.has_value());
        const Rings fresh = rings(2, 6);
        const std::span<const float> row(fresh.values.data(), kInputs);
        QVERIFY(std::abs(read->front().score(row) - machine.score(row)) < 0.02); // half precision
        QCOMPARE(readKernelMachines(file, {"c"}).error().code, ErrorCode::ModelInvalid);
    }

    void missingAndDamagedFilesAreMessages() {
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "m.safetensors";
        QCOMPARE(readKernelMachines(file, {"a"}).error().code, ErrorCode::ModelMissing);
        std::ofstream(file) << "not a model";
        QCOMPARE(readKernelMachines(file, {"a"}).error().code, ErrorCode::ModelInvalid);
    }

    void oneClassAloneIsRefused() {
        const Rings data = rings(50, 7);
        const KernelProblem problem{data.values, kInputs, std::vector<bool>(50, true),
                                    std::vector<double>(50, 1.0)};
        QCOMPARE(fitKernelMachine(problem, {3, 0.2, 1, 20, 1}).error().code,
                 ErrorCode::InvalidArgument);
    }

    void ratiosAreCappedByWhatTheCalibrationCanShow() {
        SupportScale scale;
        scale.slopeVariance = 0.01;
        scale.mostRatio = 30;
        const LikelihoodRatio middle = scale.at(std::log(3.0));
        QVERIFY(std::abs(middle.ratio - 3) < 1e-9);
        QVERIFY(middle.low < 3 && middle.high > 3);
        QVERIFY(std::abs(scale.at(20).ratio - 30) < 1e-9);
        QVERIFY(std::abs(scale.at(-20).ratio - 1 / 30.0) < 1e-9);
    }

    void theFormAloneIsLimitedSupportAtMost() {
        JoinedSupport joined;
        joined.mostRatio = 1000;
        joined.weights = {0, 1, 2};
        QVERIFY(joined.at(1.5, 10).ratio < 10);
        QVERIFY(joined.at(1.5, 0.1).ratio > 0.1);
        QVERIFY(std::abs(joined.at(4, 10).ratio - 400) < 1e-6);
        QVERIFY(std::abs(joined.at(4, 0.1).ratio - 0.04) < 1e-9);
    }

    void drawsGiveTheIntervalOfBoth() {
        JoinedSupport joined;
        joined.mostRatio = 1000;
        for (int i = 0; i <= 40; ++i)
            joined.draws.push_back({0, 1, 0.5 + i / 40.0});
        const LikelihoodRatio ratio = joined.at(4, 5);
        QVERIFY(ratio.low < ratio.ratio && ratio.ratio < ratio.high);
    }
};

QTEST_GUILESS_MAIN(KernelMachineTest)
#include "kernel_machine_test.moc"
