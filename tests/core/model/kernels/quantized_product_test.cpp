// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_product.h"

#include "core/model/quantization/quantize_matrix.h"

#include <ATen/Parallel.h>

#include <QtTest>

#include <cmath>
#include <random>
#include <thread>
#include <vector>

using namespace core::model;

namespace {

std::vector<float> normalNumbers(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> numbers(count);
    for (float& number : numbers)
        number = normal(random);
    return numbers;
}

/// A matrix with its own memory.
struct OwnedMatrix {
    QuantizedTiles tiles;
    QuantizedMatrix view;

    OwnedMatrix(WeightFormat format, std::int64_t rows, std::int64_t columns,
                const std::vector<float>& weights)
        : tiles(quantizeRows(format, weights, columns)), view{format, rows, columns,
                                                              tiles.values.data(),
                                                              tiles.scales.data()} {}

    [[nodiscard]] std::vector<float> weights() const {
        std::vector<float> result(static_cast<std::size_t>(view.rows * view.columns));
        dequantize(view, result.data());
        return result;
    }
    [[nodiscard]] std::vector<float> times(const std::vector<float>& x,
                                           InstructionSet choice = bestInstructionSet()) const {
        const auto rows = static_cast<std::int64_t>(x.size()) / view.columns;
        std::vector<float> y(static_cast<std::size_t>(rows * view.rows), NAN);
        multiply(view, x.data(), rows, y.data(), choice);
        return y;
    }
};

/// In fp64, x unrounded.
std::vector<double> product(const std::vector<float>& weights, const std::vector<float>& x,
                            std::size_t columns) {
    std::vector<double> y;
    for (std::size_t row = 0; row < x.size(); row += columns)
        for (std::size_t out = 0; out < weights.size(); out += columns) {
            double sum = 0;
            for (std::size_t i = 0; i < columns; ++i)
                sum += static_cast<double>(weights[out + i]) * x[row + i];
            y.push_back(sum);
        }
    return y;
}

template <typename A, typename B> double relativeError(const A& ours, const B& reference) {
    double error = 0;
    double power = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        error += std::pow(static_cast<double>(ours[i]) - reference[i], 2);
        power += std::pow(static_cast<double>(reference[i]), 2);
    }
    return std::sqrt(error / power);
}

} // namespace

class QuantizedProductTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(2); }
    void storedWeightsAreNearTheOriginal_data();
    void storedWeightsAreNearTheOriginal();
    void productIsNearTheReference_data();
    void productIsNearTheReference();
    void allInstructionSetsAgree_data() { productIsNearTheReference_data(); }
    void allInstructionSetsAgree();
    void extremeNumbersDoNotSaturate_data();
    void extremeNumbersDoNotSaturate();
    void rowsDoNotInfluenceEachOther_data();
    void rowsDoNotInfluenceEachOther();
    void threadsDoNotChangeTheResult();
    void callersFromSeveralThreadsGetTheirOwnResults();
    void productsTogetherAreThoseProducts();
    void zerosStayZeros();
    void impossibleSizesAreRefused();
    void weightsThatNoHalfCanScaleAreRefused();
};

void QuantizedProductTest::storedWeightsAreNearTheOriginal_data() {
    QTest::addColumn<int>("bits");
    QTest::addColumn<double>("largestError"); // measured: 0.0055 and 0.083
    QTest::newRow("8 bit") << 8 << 0.007;
    QTest::newRow("4 bit") << 4 << 0.09;
}

void QuantizedProductTest::storedWeightsAreNearTheOriginal() {
    QFETCH(int, bits);
    QFETCH(double, largestError);
    const auto format = bits == 8 ? WeightFormat::Q8 : WeightFormat::Q4;
    const auto weights = normalNumbers(64 * 1024, 1);
    const double error = relativeError(OwnedMatrix(format, 64, 1024, weights).weights(), weights);
    qInfo("relative error at %d bits: %.5f", bits, error);
    QVERIFY(error < largestError);
    QVERIFY(error > 0);
}

void QuantizedProductTest::productIsNearTheReference_data() {
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    for (const int bits : {8, 4}) {
        for (int outputs = 1; outputs <= 33; ++outputs)
            QTest::addRow("%d bit, %d outputs", bits, outputs) << bits << outputs << 64 << 1;
        for (int columns = 1; columns <= 67; ++columns)
            QTest::addRow("%d bit, %d columns", bits, columns) << bits << 9 << columns << 2;
        for (int rows = 1; rows <= 25; ++rows)
            QTest::addRow("%d bit, %d rows", bits, rows) << bits << 24 << 96 << rows;
        QTest::addRow("%d bit, long", bits) << bits << 40 << 11008 << 5;
    }
}

void QuantizedProductTest::productIsNearTheReference() {
    QFETCH(int, bits);
    QFETCH(int, outputs);
    QFETCH(int, columns);
    QFETCH(int, rows);
    const auto format = bits == 8 ? WeightFormat::Q8 : WeightFormat::Q4;
    const auto size = static_cast<std::size_t>(outputs) * columns;
    const OwnedMatrix matrix(format, outputs, columns, normalNumbers(size, 2));
    const auto x = normalNumbers(static_cast<std::size_t>(rows) * columns, 3);
    const auto y = matrix.times(x);
    // Against the weights as stored, so that what remains is the rounding of x to int8.
    const auto reference = product(matrix.weights(), x, static_cast<std::size_t>(columns));
    double scale = 1e-6;
    for (const double value : reference)
        scale = std::max(scale, std::abs(value));
    const double bound = 0.03 * std::max(scale, std::sqrt(columns));
    for (std::size_t i = 0; i < y.size(); ++i)
        QVERIFY(std::abs(y[i] - reference[i]) <= bound);
}

void QuantizedProductTest::allInstructionSetsAgree() {
    QFETCH(int, bits);
    QFETCH(int, outputs);
    QFETCH(int, columns);
    QFETCH(int, rows);
    const auto format = bits == 8 ? WeightFormat::Q8 : WeightFormat::Q4;
    const auto size = static_cast<std::size_t>(outputs) * columns;
    const OwnedMatrix matrix(format, outputs, columns, normalNumbers(size, 4));
    const auto x = normalNumbers(static_cast<std::size_t>(rows) * columns, 5);
    const auto portable = matrix.times(x, InstructionSet::Portable);
    double largest = 0;
    for (const float value : portable)
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    for (const auto instructions : {InstructionSet::Avx2, InstructionSet::Avx512}) {
        if (!isSupported(instructions))
            continue;
        const auto fast = matrix.times(x, instructions);
        for (std::size_t i = 0; i < fast.size(); ++i)
            QVERIFY(std::abs(fast[i] - portable[i]) <= 1e-5 * largest);
    }
}

void QuantizedProductTest::extremeNumbersDoNotSaturate_data() {
    QTest::addColumn<int>("bits");
    QTest::addColumn<float>("weight");
    QTest::addColumn<float>("number");
    for (const int bits : {8, 4})
        for (const float weight : {-1.0F, 1.0F})
            for (const float number : {-1000.0F, 1000.0F})
                QTest::addRow("%d bit, %g x %g", bits, weight, number) << bits << weight << number;
}

void QuantizedProductTest::extremeNumbersDoNotSaturate() {
    QFETCH(int, bits);
    QFETCH(float, weight);
    QFETCH(float, number);
    const auto format = bits == 8 ? WeightFormat::Q8 : WeightFormat::Q4;
    constexpr std::size_t kColumns = 128;
    const OwnedMatrix matrix(format, 8, kColumns, std::vector<float>(8 * kColumns, weight));
    for (const float y : matrix.times(std::vector<float>(kColumns, number)))
        QVERIFY(std::abs(y - weight * number * kColumns) <= 2e-3F * std::abs(number) * kColumns);
}

void QuantizedProductTest::rowsDoNotInfluenceEachOther_data() {
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("instructions");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    for (const int bits : {8, 4})
        for (const auto instructions :
             {InstructionSet::Portable, InstructionSet::Avx2, InstructionSet::Avx512})
            for (const int rows : {11, 131})
                for (const int columns : {224, 4096})
                    if (isSupported(instructions) &&
                        (instructions != InstructionSet::Portable || columns == 224))
                        QTest::addRow("%d bit, %s, %d rows, %d columns", bits,
                                      nameOf(instructions).data(), rows, columns)
                            << bits << static_cast<int>(instructions) << rows << columns;
}

void QuantizedProductTest::rowsDoNotInfluenceEachOther() {
    QFETCH(int, bits);
    QFETCH(int, instructions);
    QFETCH(int, rows);
    QFETCH(int, columns);
    const auto format = bits == 8 ? WeightFormat::Q8 : WeightFormat::Q4;
    const auto choice = static_cast<InstructionSet>(instructions);
    const OwnedMatrix matrix(format, 40, columns,
                             normalNumbers(static_cast<std::size_t>(columns) * 40, 6));
    const auto x = normalNumbers(static_cast<std::size_t>(columns) * rows, 7);
    const auto together = matrix.times(x, choice);
    std::vector<float> alone;
    for (int row = 0; row < rows; ++row) {
        const auto begin = x.begin() + std::ptrdiff_t{row} * columns;
        const auto y = matrix.times({begin, begin + columns}, choice);
        alone.insert(alone.end(), y.begin(), y.end());
    }
    QCOMPARE(together, alone);
}

void QuantizedProductTest::threadsDoNotChangeTheResult() {
    const OwnedMatrix matrix(WeightFormat::Q4, 100, 320, normalNumbers(32000, 8));
    const auto x = normalNumbers(7 * 320, 9);
    at::set_num_threads(1);
    const auto reference = matrix.times(x);
    for (const int threads : {2, 3, 5}) {
        at::set_num_threads(threads);
        for (int again = 0; again < 20; ++again)
            QCOMPARE(matrix.times(x), reference);
    }
    at::set_num_threads(2);
}

void QuantizedProductTest::callersFromSeveralThreadsGetTheirOwnResults() {
    const OwnedMatrix matrix(WeightFormat::Q8, 64, 256, normalNumbers(64 * 256, 10));
    std::vector<std::thread> callers;
    std::atomic<int> wrong = 0;
    for (std::uint32_t seed = 0; seed < 4; ++seed)
        callers.emplace_back([&, seed] {
            const auto x = normalNumbers(256 * (seed + 1), seed);
            const auto reference = matrix.times(x);
            for (int again = 0; again < 200; ++again)
                wrong += matrix.times(x) != reference;
        });
    for (std::thread& caller : callers)
        caller.join();
    QCOMPARE(wrong.load(), 0);
}

void QuantizedProductTest::productsTogetherAreThoseProducts() {
    std::vector<OwnedMatrix> matrices;
    for (const std::int64_t outputs : {40, 8, 129})
        matrices.emplace_back(WeightFormat::Q4, outputs, 96,
                              normalNumbers(static_cast<std::size_t>(outputs) * 96, 11));
    for (const std::int64_t rows : {1, 3, 20}) {
        const auto x = normalNumbers(static_cast<std::size_t>(rows) * 96, 12);
        std::vector<std::vector<float>> results;
        std::vector<ProductTarget> targets;
        for (const OwnedMatrix& matrix : matrices)
            results.emplace_back(static_cast<std::size_t>(rows * matrix.view.rows), NAN);
        for (std::size_t i = 0; i < matrices.size(); ++i)
            targets.push_back({&matrices[i].view, results[i].data()});
        multiplyAll(targets, x.data(), rows);
        for (std::size_t i = 0; i < matrices.size(); ++i)
            QCOMPARE(results[i], matrices[i].times(x));
    }
}

void QuantizedProductTest::zerosStayZeros() {
    for (const auto format : {WeightFormat::Q8, WeightFormat::Q4}) {
        const OwnedMatrix zeros(format, 9, 40, std::vector<float>(360, 0.0F));
        QCOMPARE(zeros.weights(), std::vector<float>(360, 0.0F));
        QCOMPARE(zeros.times(normalNumbers(40, 1)), std::vector<float>(9, 0.0F));
        const OwnedMatrix matrix(format, 9, 40, normalNumbers(360, 1));
        QCOMPARE(matrix.times(std::vector<float>(40, 0.0F)), std::vector<float>(9, 0.0F));
        QCOMPARE(matrix.times(std::vector<float>(40, 1e-44F)), std::vector<float>(9, 0.0F));
    }
}

void QuantizedProductTest::impossibleSizesAreRefused() {
    constexpr std::int64_t kHuge = std::int64_t{1} << 62;
    QVERIFY(!quantizedSize(WeightFormat::Q8, 0, 32));
    QVERIFY(!quantizedSize(WeightFormat::Q8, 32, -1));
    QVERIFY(!quantizedSize(WeightFormat::Q4, kHuge, kHuge));
    QVERIFY(!quantizedSize(WeightFormat::Q4, std::int64_t{1} << 28, std::int64_t{1} << 28));
    const auto size = quantizedSize(WeightFormat::Q4, 9, 33);
    QVERIFY(size.has_value());
    QCOMPARE(size->valueBytes, std::size_t{1 * 2 * 256});
    QCOMPARE(size->scaleBytes, std::size_t{1 * 2 * 32});
}

void QuantizedProductTest::weightsThatNoHalfCanScaleAreRefused() {
    for (const float bad : {NAN, INFINITY, 1e6F}) {
        std::vector<float> weights(64, 1.0F);
        weights[40] = bad;
        QVERIFY(quantizeRows(WeightFormat::Q4, weights, 32).values.empty());
    }
}

QTEST_GUILESS_MAIN(QuantizedProductTest)
#include "quantized_product_test.moc"
