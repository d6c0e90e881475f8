// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/credentials.h"

#include "tests/core/provenance/c2pa/credential_maker.h"

#include <QTest>

#include <functional>

using namespace core::examination;
using core::provenance::c2pa::readCredentials;
using namespace tests;

namespace {

SignedWish changing(std::function<void(MadeManifest&)> change, Placing placing = pngWith) {
    SignedWish wish;
    wish.placing = std::move(placing);
    wish.change = std::move(change);
    return wish;
}

} // namespace

/// Texts, addresses and damage that a hostile file may bring.
class HostileFilesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void hostileTextsStayTexts();
    void addressesAreNamedAndNeverOpened_data();
    void addressesAreNamedAndNeverOpened();
    void anyCutAndAnyByteIsSurvived();
};

void HostileFilesTest::hostileTextsStayTexts() {
    const std::string hostile =
        "<script>\x1B[2J\u202Egpj.exe' OR 1=1;--" + std::string(10'000, 'A');
    const TestSigner signer("ES256", {hostile.substr(0, 60), hostile.substr(0, 60)});
    const auto record = readCredentials(signedFile(signer, changing([&](MadeManifest& manifest) {
                                                       manifest.title = hostile;
                                                       manifest.generator = hostile;
                                                   })));
    QCOMPARE(record.state, C2paState::Valid);
    QVERIFY(record.manifests[0].title.starts_with("<script>"));
    QVERIFY(record.manifests[0].title.size() < 1'100);
    QVERIFY(record.manifests[0].claimGenerator.size() < 1'100);
    QVERIFY(record.signer->name.starts_with("<script>"));
}

void HostileFilesTest::addressesAreNamedAndNeverOpened_data() {
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("address");
    QTest::newRow("attribute") << "<rdf:Description dcterms:provenance=\"https://a.invalid/m\"/>"
                               << "https://a.invalid/m";
    QTest::newRow("element") << "<dcterms:provenance> http://a.invalid/m </dcterms:provenance>"
                             << "http://a.invalid/m";
    QTest::newRow("entities")
        << "<rdf:Description dcterms:provenance='https://a.invalid/?a=1&amp;b&#x3D;2'/>"
        << "https://a.invalid/?a=1&b=2";
    for (const char* other : {"file:///etc/passwd", "javascript:alert(1)", "data:text/plain,x",
                              "self#jumbf=/c2pa/x", "ftp://a.invalid/"})
        QTest::newRow(other)
            << QStringLiteral("<rdf:Description dcterms:provenance=\"%1\"/>").arg(other)
            << QString();
    QTest::newRow("no end") << "<rdf:Description dcterms:provenance=\"https://a" << QString();
}

void HostileFilesTest::addressesAreNamedAndNeverOpened() {
    QFETCH(QString, packet);
    QFETCH(QString, address);
    MadeFile file = pngWith({});
    const std::string text = "<rdf:RDF>" + packet.toStdString() + "</rdf:RDF>";
    file.bytes.insert(file.bytes.end(), text.begin(), text.end());
    const auto record = readCredentials(file.bytes);
    QCOMPARE(QString::fromStdString(record.remoteUrl.value_or("")), address);
    QCOMPARE(record.state, address.isEmpty() ? C2paState::None : C2paState::Remote);
}

void HostileFilesTest::anyCutAndAnyByteIsSurvived() {
    const TestSigner signer;
    std::uint32_t seed = 12'345;
    for (const Placing& placing : {Placing(pngWith), Placing(jpegWith), Placing(webpWith),
                                   Placing(tiffWith), Placing(gifWith)}) {
        const Bytes file = signedFile(signer, changing({}, placing));
        for (std::size_t length = 0; length < file.size(); length += 37) {
            const auto record = readCredentials({file.data(), length});
            QVERIFY(record.state == C2paState::None || record.state == C2paState::Invalid);
        }
        for (int i = 0; i < 200; ++i) {
            Bytes changed = file;
            seed = seed * 1'664'525 + 1'013'904'223;
            changed[(seed >> 8U) % changed.size()] ^= static_cast<std::uint8_t>(1U << (seed & 7U));
            static_cast<void>(readCredentials(changed));
        }
    }
}

QTEST_APPLESS_MAIN(HostileFilesTest)
#include "hostile_files_test.moc"
