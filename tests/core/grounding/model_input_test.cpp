// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grounding/model_input.h"

#include <QtTest>

#include <cmath>

using namespace core;
using namespace core::grounding;

namespace {

/// As CLIPImageProcessor cuts a picture for a square input.
ModelInput clipInput(int width, int height, int side) {
    ModelInput input;
    input.pictureWidth = width;
    input.pictureHeight = height;
    const auto stretched = [side](int longer, int shorter) {
        return static_cast<int>(static_cast<long long>(side) * longer / shorter);
    };
    input.resizedWidth = width <= height ? side : stretched(width, height);
    input.resizedHeight = width <= height ? stretched(height, width) : side;
    input.width = input.height = side;
    input.cropX = static_cast<int>(std::floor((input.resizedWidth - side) / 2.0));
    input.cropY = static_cast<int>(std::floor((input.resizedHeight - side) / 2.0));
    return input;
}

} // namespace

class ModelInputTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void wholeInputIsTheSeenPart_data();
    void wholeInputIsTheSeenPart();
    void edgesGoToTheNearestPixelEdge_data() { wholeInputIsTheSeenPart_data(); }
    void edgesGoToTheNearestPixelEdge();
    void neighborsStayNeighbors_data() { wholeInputIsTheSeenPart_data(); }
    void neighborsStayNeighbors();
    void wayBackHoldsTheBox_data() { wholeInputIsTheSeenPart_data(); }
    void wayBackHoldsTheBox();
    void knownPictures();
    void unseenBoxesAreEmpty();
    void addedBlackIsNoPicture();
};

void ModelInputTest::wholeInputIsTheSeenPart_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const auto& [width, height] :
         {std::pair(336, 336), std::pair(1920, 1080), std::pair(1080, 1920), std::pair(4001, 2999),
          std::pair(333, 251), std::pair(101, 997), std::pair(57, 56), std::pair(23, 40),
          std::pair(12000, 9000), std::pair(1, 1)})
        QTest::addRow("%dx%d", width, height) << width << height;
}

void ModelInputTest::wholeInputIsTheSeenPart() {
    QFETCH(int, width);
    QFETCH(int, height);
    const ModelInput input = clipInput(width, height, 336);
    const Rect seen = seenPart(input);
    QCOMPARE(toPicture({0, 0, 336, 336}, input).area() > 0, true);
    const Rect whole = toPicture({0, 0, 336, 336}, input);
    QVERIFY(std::abs(whole.x - seen.x) <= 1 && std::abs(whole.y - seen.y) <= 1);
    QCOMPARE(intersection(whole, seen), whole);
    QCOMPARE(intersection(seen, {0, 0, width, height}), seen);
    QCOMPARE(toInput(seen, input), (Rect{0, 0, 336, 336}));
    QCOMPARE(std::min(width, height), std::min(seen.width, seen.height));
}

void ModelInputTest::edgesGoToTheNearestPixelEdge() {
    QFETCH(int, width);
    QFETCH(int, height);
    const ModelInput input = clipInput(width, height, 336);
    for (int edge = 14; edge + 140 < 336; edge += 14) {
        const Rect box = toPicture({edge, edge, 140, 70}, input);
        if (box.isEmpty())
            continue; // smaller than a pixel
        const auto exact = [&](int at, int crop, int picture, int resized) {
            return static_cast<double>(at + crop) * picture / resized;
        };
        QVERIFY(std::abs(box.x - exact(edge, input.cropX, width, input.resizedWidth)) <= 0.5);
        QVERIFY(std::abs(box.x + box.width -
                         exact(edge + 140, input.cropX, width, input.resizedWidth)) <= 0.5);
        QVERIFY(std::abs(box.y - exact(edge, input.cropY, height, input.resizedHeight)) <= 0.5);
        QVERIFY(std::abs(box.y + box.height -
                         exact(edge + 70, input.cropY, height, input.resizedHeight)) <= 0.5);
    }
}

void ModelInputTest::neighborsStayNeighbors() {
    QFETCH(int, width);
    QFETCH(int, height);
    const ModelInput input = clipInput(width, height, 336);
    int next = toPicture({0, 0, 336, 336}, input).x;
    for (int edge = 0; edge < 336; edge += 14) {
        const Rect box = toPicture({edge, 0, 14, 336}, input);
        if (box.isEmpty())
            continue;
        QCOMPARE(box.x, next);
        next = box.x + box.width;
    }
}

void ModelInputTest::wayBackHoldsTheBox() {
    QFETCH(int, width);
    QFETCH(int, height);
    const ModelInput input = clipInput(width, height, 336);
    for (int edge = 0; edge < 280; edge += 17) {
        const Rect box{edge, 280 - edge, 42, 56};
        const Rect there = toPicture(box, input);
        if (there.width < 8 || there.height < 8)
            continue;
        // One pixel of the picture is this much of the input.
        const double step = static_cast<double>(input.resizedWidth) / width + 1;
        const Rect back = toInput(there, input);
        QVERIFY(std::abs(back.x - box.x) <= step && std::abs(back.y - box.y) <= step);
        QVERIFY(std::abs(back.width - box.width) <= 2 * step);
    }
}

void ModelInputTest::knownPictures() {
    // 1920 x 1080 is resized to 597 x 336 and cut at 130.
    const ModelInput wide = clipInput(1920, 1080, 336);
    QCOMPARE(wide.resizedWidth, 597);
    QCOMPARE(wide.cropX, 130);
    QCOMPARE(seenPart(wide), (Rect{418, 0, 1081, 1080}));
    // 168 + 130 = 298 of 597 is 958.39 of 1920.
    QCOMPARE(toPicture({168, 168, 84, 84}, wide), (Rect{958, 540, 271, 270}));
    const ModelInput same = clipInput(336, 336, 336);
    QCOMPARE(toPicture({14, 28, 42, 56}, same), (Rect{14, 28, 42, 56}));
}

void ModelInputTest::unseenBoxesAreEmpty() {
    const ModelInput wide = clipInput(1920, 1080, 336);
    QVERIFY(toInput({0, 0, 400, 1080}, wide).isEmpty());
    QVERIFY(!toInput({0, 0, 430, 1080}, wide).isEmpty());
    QVERIFY(toPicture({}, wide).isEmpty());
    QVERIFY(seenPart({}).isEmpty());
}

void ModelInputTest::addedBlackIsNoPicture() {
    // A picture that was not resized and is smaller than the input.
    const ModelInput small{100, 80, 100, 80, -118, -128, 336, 336};
    QCOMPARE(seenPart(small), (Rect{0, 0, 100, 80}));
    QVERIFY(toPicture({0, 0, 100, 100}, small).isEmpty());
    QCOMPARE(toPicture({100, 100, 100, 100}, small), (Rect{0, 0, 82, 72}));
}

QTEST_GUILESS_MAIN(ModelInputTest)
#include "model_input_test.moc"
