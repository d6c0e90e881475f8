// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/computed_pictures.h"

#include <QTest>

#include <set>

using namespace core::training;

namespace {

const cv::Size kSize(240, 180);

cv::Mat drawn(std::size_t kind, std::uint64_t seed) {
    Random random(seed);
    return computedPicture(computedKind(kind), kSize, random);
}

} // namespace

class ComputedPicturesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void kindsHaveNamesOfTheirOwn() {
        std::set<std::string_view> names;
        for (std::size_t kind = 0; kind < kComputedKinds; ++kind)
            names.insert(computedKind(kind).name);
        QCOMPARE(names.size(), kComputedKinds);
    }

    void picturesHaveTheWantedSizeAndSomethingOnThem() {
        for (std::size_t kind = 0; kind < kComputedKinds; ++kind) {
            const cv::Mat picture = drawn(kind, 5);
            QCOMPARE(picture.size(), kSize);
            QCOMPARE(picture.type(), CV_8UC3);
            cv::Scalar mean;
            cv::Scalar deviation;
            cv::meanStdDev(picture, mean, deviation);
            QVERIFY2(deviation[0] + deviation[1] + deviation[2] > 3,
                     std::string(computedKind(kind).name).c_str());
        }
    }

    void aSeedDrawsTheSamePictureAgain() {
        for (std::size_t kind = 0; kind < kComputedKinds; ++kind) {
            QCOMPARE(cv::norm(drawn(kind, 3), drawn(kind, 3), cv::NORM_INF), 0.0);
            QVERIFY(cv::norm(drawn(kind, 3), drawn(kind, 4), cv::NORM_INF) > 0);
        }
    }
};

QTEST_GUILESS_MAIN(ComputedPicturesTest)
#include "computed_pictures_test.moc"
