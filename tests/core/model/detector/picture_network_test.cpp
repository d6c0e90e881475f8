// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/data_directory.h"
#include "core/model/detector/picture_network.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
#include <filesystem>
#include <utility>
#include <vector>

using namespace core;

namespace {

constexpr int kSide = model::kNetworkSide;
std::filesystem::path shipped() {
    return *dataDirectory() / "models" / "embedded" / "picture_network.safetensors";
}

/// Blue rises to the right, green downwards, red is a pattern of products.
std::vector<std::uint8_t> ramps() {
    std::vector<std::uint8_t> bgr;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            bgr.push_back(static_cast<std::uint8_t>(x * 255 / (kSide - 1)));
            bgr.push_back(static_cast<std::uint8_t>(y * 255 / (kSide - 1)));
            bgr.push_back(static_cast<std::uint8_t>(x * y % 256));
        }
    }
    return bgr;
}

} // namespace

class PictureNetworkTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(dataDirectory()); }

    /// The values were calculated by another implementation of the network, from the package's own
    /// files.
    void eachStageSaysWhatAnotherImplementationSays() {
        const auto network = model::PictureNetwork::load(shipped());
        QVERIFY2(network, network ? "" : network.error().message.c_str());
        const auto features = network->features(ramps());
        QVERIFY(features);
        QCOMPARE(features->size(), static_cast<std::size_t>(model::kNetworkFeatures));
        constexpr std::array<std::pair<std::size_t, float>, 9> kExpected = {{{0, 0.587336F},
                                                                             {63, 0.213927F},
                                                                             {64, 0.610335F},
                                                                             {130, 0.007570F},
                                                                             {600, 0.047555F},
                                                                             {1100, 0.239036F},
                                                                             {1700, 0.134131F},
                                                                             {2300, 0.114761F},
                                                                             {4000, 0.012286F}}};
        for (const auto& [index, value] : kExpected)
            QVERIFY2(std::abs(features->at(index) - value) < 2e-4F,
                     qPrintable(QString("value %1: %2").arg(index).arg(features->at(index))));
    }

    void halfPrecisionComesNear() {
        const auto exact = model::PictureNetwork::load(shipped());
        const auto half = model::PictureNetwork::load(shipped(), model::NetworkPrecision::Half);
        QVERIFY(exact && half);
        const auto a = exact->features(ramps());
        const auto b = half->features(ramps());
        QVERIFY(a && b);
        double differences = 0;
        double values = 0;
        for (std::size_t i = 0; i < a->size(); ++i) {
            differences += std::abs(a->at(i) - b->at(i));
            values += std::abs(a->at(i));
        }
        QVERIFY2(differences < 0.03 * values, qPrintable(QString::number(differences / values)));
    }

    void anotherSizeIsRefused() {
        const auto network = model::PictureNetwork::load(shipped());
        QVERIFY(network);
        const std::vector<std::uint8_t> small(300, 0);
        const auto features = network->features(small);
        QVERIFY(!features);
        QCOMPARE(features.error().code, ErrorCode::InvalidArgument);
    }

    void aMissingFileIsNamed() {
        const auto network = model::PictureNetwork::load("/nowhere/picture_network.safetensors");
        QVERIFY(!network);
        QCOMPARE(network.error().code, ErrorCode::ModelMissing);
        QVERIFY(network.error().message.find("picture_network") != std::string::npos);
    }

    void aDamagedFileIsRefused() {
        const QTemporaryDir directory;
        const std::filesystem::path file = directory.filePath("damaged").toStdString();
        std::filesystem::copy_file(shipped(), file);
        std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
        const auto network = model::PictureNetwork::load(file);
        QVERIFY(!network);
        QCOMPARE(network.error().code, ErrorCode::ModelInvalid);
    }
};

QTEST_GUILESS_MAIN(PictureNetworkTest)
#include "picture_network_test.moc"
