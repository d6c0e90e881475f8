// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_info.h"
#include "core/model/kernels/machine_limits.h"
#include "core/model/kernels/quantized_product.h"
#include "core/model/quantization/quantize_matrix.h"

#include <ATen/ATen.h>

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

using namespace core::model;

namespace {

// A feed-forward layer of a 7B model; eight copies of it are larger than any cache.
constexpr std::int64_t kOutputs = 11008;
constexpr std::int64_t kInputs = 4096;
constexpr std::size_t kCopies = 8;

WeightFormat formatOf(std::int64_t bits) {
    return bits == 8 ? WeightFormat::Q8 : WeightFormat::Q4;
}

std::vector<float> normalNumbers(std::size_t count) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> numbers(count);
    for (float& number : numbers)
        number = normal(random);
    return numbers;
}

const std::vector<QuantizedTiles>& matrices(WeightFormat format) {
    static std::vector<QuantizedTiles> made[2];
    auto& copies = made[format == WeightFormat::Q8 ? 0 : 1];
    if (copies.empty()) {
        const auto weights = normalNumbers(kOutputs * kInputs);
        copies.assign(kCopies, quantizeRows(format, weights, kInputs));
    }
    return copies;
}

/// The limit of many rows with float32 weights.
void floatProduct(benchmark::State& state) {
    const std::int64_t rows = state.range(0);
    const at::Tensor weight = at::randn({kOutputs, kInputs});
    const at::Tensor x = at::randn({rows, kInputs});
    for (auto unused : state)
        benchmark::DoNotOptimize(at::mm(x, weight.t()).data_ptr());
    state.counters["GOP/s"] =
        benchmark::Counter(2e-9 * static_cast<double>(rows * kOutputs * kInputs),
                           benchmark::Counter::kIsIterationInvariantRate);
}

void quantizedProduct(benchmark::State& state) {
    const WeightFormat format = formatOf(state.range(0));
    const std::int64_t rows = state.range(1);
    const auto instructions = static_cast<InstructionSet>(state.range(2));
    if (!isSupported(instructions)) {
        state.SkipWithError("this processor lacks the instructions");
        return;
    }
    const auto& copies = matrices(format);
    const auto x = normalNumbers(static_cast<std::size_t>(rows * kInputs));
    std::vector<float> y(static_cast<std::size_t>(rows * kOutputs));
    std::size_t next = 0;
    for (auto unused : state) {
        const QuantizedTiles& tiles = copies[next++ % kCopies];
        multiply({format, kOutputs, kInputs, tiles.values.data(), tiles.scales.data()}, x.data(),
                 rows, y.data(), instructions);
        benchmark::DoNotOptimize(y.data());
    }
    const auto bytes = copies.front().values.size() + copies.front().scales.size();
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
    state.counters["GOP/s"] =
        benchmark::Counter(2e-9 * static_cast<double>(rows * kOutputs * kInputs),
                           benchmark::Counter::kIsIterationInvariantRate);
}

} // namespace

BENCHMARK(quantizedProduct)
    ->ArgNames({"bits", "rows", "instructions"})
    ->ArgsProduct({{8, 4}, {1, 2, 4, 8, 16, 620}, {1, 2}})
    ->UseRealTime();
BENCHMARK(floatProduct)->ArgName("rows")->Arg(620)->UseRealTime();

/// The machine's limits stand above the table, measured right before it.
void addLimits(InstructionSet instructions) {
    if (!isSupported(instructions))
        return;
    const MachineLimits limits = measureMachineLimits(instructions);
    benchmark::AddCustomContext("limits, " + std::string(nameOf(instructions)),
                                std::to_string(limits.readGbPerS) + " GB/s read, " +
                                    std::to_string(limits.fp32Gflops) + " GFLOPS fp32, " +
                                    std::to_string(limits.int8Gops) + " GOPS int8");
}

int main(int argc, char** argv) {
    useThreads(physicalCores());
    addLimits(InstructionSet::Avx2);
    addLimits(InstructionSet::Avx512);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
