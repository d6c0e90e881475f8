// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/safetensors.h"
#include "core/model/llava/loaded_checkpoint.h"
#include "core/model/llava/picture_session.h"
#include "core/model/quantization/quantize_checkpoint.h"
#include "tests/support/shared_data.h"

#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <cstring>
#include <vector>

using namespace core;
using namespace core::model;
namespace fs = std::filesystem;

namespace {

template <typename Number>
std::vector<Number> numbersOf(const SafetensorsFile& file, const std::string& name) {
    const auto bytes = file.bytes(file.tensors().at(name));
    std::vector<Number> numbers(bytes.size() / sizeof(Number));
    std::memcpy(numbers.data(), bytes.data(), bytes.size());
    return numbers;
}

/// Logits behind each position of the reference's own answer: [answer, vocabulary].
at::Tensor logitsAlong(const LoadedCheckpoint& checkpoint, const SafetensorsFile& reference) {
    PreparedPicture picture;
    picture.geometry.width = picture.geometry.height = checkpoint.description.imageSize;
    picture.values = numbersOf<float>(reference, "pixel_values");
    auto encoded = checkpoint.model->encode(picture, {});
    if (!encoded)
        return {};
    PictureSession session(*checkpoint.model);
    session.show(encoded->projected);
    auto logits = session.read(numbersOf<std::int64_t>(reference, "input_ids"), {}, {});
    std::vector<at::Tensor> all;
    for (const std::int64_t id : numbersOf<std::int64_t>(reference, "generated_ids")) {
        if (!logits)
            return {};
        all.push_back(logits->clone());
        logits = session.append(id, {}, {});
    }
    return at::stack(all);
}

} // namespace

/// How far rounded weights move the answers of the reference checkpoint.
class QuantizedAnswersTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tokensChangeOnlyWhereTwoWereNear_data();
    void tokensChangeOnlyWhereTwoWereNear();
};

void QuantizedAnswersTest::tokensChangeOnlyWhereTwoWereNear_data() {
    QTest::addColumn<QString>("fixture");
    for (const char* fixture : {"llava-tiny", "llava-tiny-gqa"})
        QTest::newRow(fixture) << fixture;
}

void QuantizedAnswersTest::tokensChangeOnlyWhereTwoWereNear() {
    QFETCH(QString, fixture);
    const auto folder = tests::sharedData("fixtures/" + fixture.toStdString());
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    QTemporaryDir out;
    const fs::path copy = fs::path(out.path().toStdString()) / "copy";
    QVERIFY(quantizeCheckpoint({*folder / "checkpoint", copy, 8}, {}, {}).has_value());
    LoadOptions wide;
    wide.precision = WeightPrecision::Float32;
    const auto original = loadCheckpoint(*folder / "checkpoint", wide, {}, {});
    const auto quantized = loadCheckpoint(copy, {}, {}, {});
    QVERIFY(original && quantized);
    for (const auto& entry : fs::directory_iterator(*folder / "golden")) {
        if (entry.path().extension() != ".safetensors")
            continue;
        const auto reference = SafetensorsFile::open(entry.path());
        QVERIFY(reference.has_value());
        if (!reference->tensors().contains("generated_ids"))
            continue;
        const at::Tensor ours = logitsAlong(*quantized, *reference);
        const at::Tensor exact = logitsAlong(*original, *reference);
        QVERIFY(ours.defined() && exact.defined());
        const at::Tensor best = std::get<0>(exact.topk(2, 1));
        const at::Tensor gap = best.select(1, 0) - best.select(1, 1);
        const at::Tensor noise = (ours - exact).square().mean(1).sqrt();
        const at::Tensor changes = ours.argmax(1).ne(exact.argmax(1));
        const auto changed = changes.sum().item<std::int64_t>();
        const double widest =
            changed == 0 ? 0 : (gap / noise).masked_select(changes).max().item<double>();
        qInfo("%s: %d of %d tokens change; gap at most %.2f, mean gap %.2f, noise %.2f; gap/noise "
              "at most %.2f",
              entry.path().filename().c_str(), static_cast<int>(changed),
              static_cast<int>(gap.size(0)),
              changed == 0 ? 0 : gap.masked_select(changes).max().item<double>(),
              gap.mean().item<double>(), noise.mean().item<double>(), widest);
        // The difference of two logits with independent noise stays below five deviations.
        QVERIFY(widest <= 5 * std::sqrt(2.0));
    }
}

QTEST_GUILESS_MAIN(QuantizedAnswersTest)
#include "quantized_answers_test.moc"
