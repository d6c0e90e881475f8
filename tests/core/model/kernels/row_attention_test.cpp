// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/row_attention.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <QtTest>

#include <vector>

using namespace core::model;

namespace {

/// A row with its cache; more positions are reserved than used, as in the program.
struct Row {
    at::Tensor query, keys, values, mixed, weights;
    std::int64_t positions;

    Row(const HeadShape& shape, std::int64_t used, at::ScalarType type)
        : query(at::randn({shape.heads, shape.size}) * 0.3),
          keys(at::randn({shape.keyHeads, used + 5, shape.size}).to(type)),
          values(at::randn({shape.keyHeads, used + 5, shape.size}).to(type)),
          mixed(at::full({shape.heads, shape.size}, NAN)),
          weights(at::full({shape.heads, used}, NAN)), positions(used) {}

    [[nodiscard]] RowAttention view() const {
        const bool isHalf = keys.scalar_type() == at::kHalf;
        return {query.data_ptr<float>(),
                {keys.data_ptr(), keys.stride(0), isHalf},
                {values.data_ptr(), values.stride(0), isHalf},
                positions,
                mixed.data_ptr<float>(),
                weights.data_ptr<float>()};
    }
};

/// Weights and mixed values in fp64.
std::pair<at::Tensor, at::Tensor> reference(const Row& row, const HeadShape& shape) {
    const std::int64_t sharing = shape.heads / shape.keyHeads;
    const auto wide = [&](const at::Tensor& cached) {
        return cached.narrow(1, 0, row.positions).to(at::kDouble).repeat_interleave(sharing, 0);
    };
    const at::Tensor scores =
        at::bmm(wide(row.keys), row.query.to(at::kDouble).unsqueeze(2)).squeeze(2);
    const at::Tensor weights = at::softmax(scores, -1);
    return {weights, at::bmm(weights.unsqueeze(1), wide(row.values)).squeeze(1)};
}

} // namespace

class RowAttentionTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        at::manual_seed(1);
        at::set_num_threads(2);
    }
    void resultIsNearTheReference_data();
    void resultIsNearTheReference();
    void rowsAndThreadsDoNotChangeTheResult();
    void largeScoresDoNotOverflow();
};

void RowAttentionTest::resultIsNearTheReference_data() {
    QTest::addColumn<int>("heads");
    QTest::addColumn<int>("keyHeads");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("positions");
    QTest::addColumn<bool>("isHalf");
    for (const bool isHalf : {false, true}) {
        const char* type = isHalf ? "half" : "float";
        for (int positions = 1; positions <= 19; ++positions)
            QTest::addRow("%s, %d positions", type, positions)
                << 4 << 4 << 64 << positions << isHalf;
        for (int size = 8; size <= 256; size += 24)
            QTest::addRow("%s, heads of %d", type, size) << 2 << 2 << size << 37 << isHalf;
        QTest::addRow("%s, shared keys", type) << 8 << 2 << 16 << 50 << isHalf;
        QTest::addRow("%s, 7B", type) << 32 << 32 << 128 << 700 << isHalf;
    }
}

void RowAttentionTest::resultIsNearTheReference() {
    QFETCH(int, heads);
    QFETCH(int, keyHeads);
    QFETCH(int, size);
    QFETCH(int, positions);
    QFETCH(bool, isHalf);
    const HeadShape shape{heads, keyHeads, size};
    const Row row(shape, positions, isHalf ? at::kHalf : at::kFloat);
    const auto [weights, mixed] = reference(row, shape);
    for (const auto instructions : {InstructionSet::Portable, InstructionSet::Avx2}) {
        if (!isSupported(instructions))
            continue;
        const RowAttention view = row.view();
        attendRows({&view, 1}, shape, instructions);
        QVERIFY(at::allclose(row.weights.to(at::kDouble), weights, 1e-4, 1e-7));
        QVERIFY(at::allclose(row.mixed.to(at::kDouble), mixed, 1e-4, 1e-5));
    }
}

void RowAttentionTest::rowsAndThreadsDoNotChangeTheResult() {
    const HeadShape shape{6, 3, 40};
    std::vector<Row> rows;
    std::vector<RowAttention> views;
    for (const std::int64_t positions : {1, 30, 7, 200, 64})
        rows.emplace_back(shape, positions, at::kHalf);
    std::vector<at::Tensor> alone;
    for (const Row& row : rows) {
        views.push_back(row.view());
        attendRows({&views.back(), 1}, shape);
        alone.push_back(row.mixed.clone());
    }
    for (const int threads : {1, 2, 3}) {
        at::set_num_threads(threads);
        for (const Row& row : rows)
            row.mixed.fill_(0);
        attendRows(views, shape);
        for (std::size_t i = 0; i < rows.size(); ++i)
            QVERIFY(at::equal(rows[i].mixed, alone[i]));
    }
}

void RowAttentionTest::largeScoresDoNotOverflow() {
    const HeadShape shape{2, 2, 32};
    Row row(shape, 33, at::kFloat);
    row.query *= 1e4;
    const auto [weights, mixed] = reference(row, shape);
    const RowAttention view = row.view();
    attendRows({&view, 1}, shape);
    QVERIFY(at::isfinite(row.mixed).all().item<bool>());
    QVERIFY(at::allclose(row.weights.to(at::kDouble), weights, 1e-2, 1e-4));
}

QTEST_GUILESS_MAIN(RowAttentionTest)
#include "row_attention_test.moc"
