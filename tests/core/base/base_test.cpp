// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/base/readable_bytes.h"
#include "core/base/region.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace core;

class BaseTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // FIPS 180-4 example and the empty message.
    void digestAgreesWithKnownVectors() {
        const std::string abc = "abc";
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(abc.data());
        QCOMPARE(sha256(std::span(bytes, 3)),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256(std::span(bytes, std::size_t{0})),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void fileDigestEqualsThatOfItsBytes() {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "f";
        std::string content(3'000'000, 'x');
        std::ofstream(path, std::ios::binary) << content;
        const auto digest = sha256OfFile(path);
        QVERIFY(digest.has_value());
        QCOMPARE(*digest,
                 sha256({reinterpret_cast<const std::uint8_t*>(content.data()), content.size()}));
        QCOMPARE(sha256OfFile(path / "no").error().code, ErrorCode::FileNotFound);
    }

    void errorNamesReadBack() {
        for (const ErrorCode code :
             {ErrorCode::FileNotFound, ErrorCode::Truncated, ErrorCode::Cancelled,
              ErrorCode::LimitExceeded, ErrorCode::ModelInvalid})
            QCOMPARE(errorCodeFromName(errorName(code)), code);
        QCOMPARE(errorCodeFromName("no.such"), ErrorCode::Internal);
    }

    void namesThatAreNoUtf8StayDifferent() {
        QCOMPARE(readableBytes("caf\xe9.jpg"), std::string("caf\\xE9.jpg"));
        QCOMPARE(readableBytes("caf\xe8.jpg"), std::string("caf\\xE8.jpg"));
        for (const char* name :
             {"caf\xc3\xa9.jpg", "\xe0\xb8\x81", "\xf0\x9f\x93\xb7", "a\\b", "caf\\xE9.jpg", ""}) {
            QVERIFY(isUtf8(name));
            QCOMPARE(readableBytes(name), std::string(name));
        }
        // Longer than needed, a surrogate, beyond the last character, cut short.
        for (const char* name :
             {"\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe0\xb8"}) {
            QVERIFY(!isUtf8(name));
            QVERIFY(isUtf8(readableBytes(name)));
        }
    }

    void rectanglesMeet() {
        QCOMPARE(intersection({0, 0, 10, 10}, {5, 5, 10, 10}), (Rect{5, 5, 5, 5}));
        QVERIFY(intersection({0, 0, 5, 5}, {5, 0, 5, 5}).isEmpty());
        QCOMPARE(intersectionOverUnion({0, 0, 10, 10}, {0, 0, 10, 5}), 0.5);
        QCOMPARE(intersectionOverUnion({}, {}), 0.0);
    }
};

QTEST_GUILESS_MAIN(BaseTest)
#include "base_test.moc"
