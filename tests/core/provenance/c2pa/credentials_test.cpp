// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/credentials.h"

#include "tests/core/provenance/c2pa/credential_maker.h"

#include <QTest>

#include <algorithm>

using namespace core::examination;
using core::provenance::c2pa::CredentialRules;
using core::provenance::c2pa::readCredentials;
using namespace tests;

namespace {

bool has(const std::vector<C2paStatus>& list, std::string_view code) {
    return std::ranges::any_of(list, [code](const C2paStatus& one) { return one.code == code; });
}

std::string failures(const C2paRecord& record) {
    std::string codes = record.problem;
    for (const C2paStatus& status : record.status.failure)
        codes += " " + status.code + " (" + status.detail + ")";
    return codes;
}

/// A signed HEIF file: a hash of version 2 with places, over everything but ftyp and the uuid box.
Bytes signedMedia(const TestSigner& signer, const Bytes& further = {},
                  const std::vector<std::string>& excluded = {}) {
    using namespace tests::cbor;
    Bytes file = mediaWith({}, "manifest", further);
    for (int round = 0; round < 2; ++round) {
        Bytes hashed;
        for (std::size_t at = 0; at + 8 <= file.size();) {
            const std::size_t length = static_cast<std::size_t>(file[at]) << 24 |
                                       static_cast<std::size_t>(file[at + 1]) << 16 |
                                       static_cast<std::size_t>(file[at + 2]) << 8 | file[at + 3];
            const std::string type(file.begin() + static_cast<long>(at) + 4,
                                   file.begin() + static_cast<long>(at) + 8);
            if (type != "ftyp" && type != "uuid" &&
                std::ranges::find(excluded, type) == excluded.end()) {
                for (int shift = 56; shift >= 0; shift -= 8)
                    hashed.push_back(static_cast<std::uint8_t>(std::uint64_t{at} >> shift));
                hashed.insert(hashed.end(), file.begin() + static_cast<long>(at),
                              file.begin() + static_cast<long>(at + length));
            }
            at += length;
        }
        const Bytes uuid = {0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C,
                            0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81};
        std::vector<Bytes> exclusions = {
            map({{"xpath", text("/uuid")},
                 {"data", array({map({{"offset", number(8)}, {"value", bytes(uuid)}})})}}),
            map({{"xpath", text("/ftyp")}})};
        for (const std::string& type : excluded)
            exclusions.push_back(map({{"xpath", text("/" + type)}}));
        MadeManifest manifest;
        manifest.assertions = {
            createdAction(),
            cborAssertion("c2pa.hash.bmff.v2", map({{"exclusions", array(exclusions)},
                                                    {"alg", text("sha256")},
                                                    {"hash", bytes(sha256Of(hashed))}}))};
        file = mediaWith(store({made(manifest, signer)}), "manifest", further);
    }
    return file;
}

} // namespace

class CredentialsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyAlgorithmIsVerified_data() {
        QTest::addColumn<QString>("algorithm");
        for (const char* name : {"ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "Ed25519"})
            QTest::newRow(name) << QString(name);
    }
    void everyAlgorithmIsVerified() {
        QFETCH(QString, algorithm);
        const TestSigner signer(algorithm.toStdString());
        const auto record = readCredentials(signedFile(signer));
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        QCOMPARE(record.signer->algorithm, algorithm.toStdString());
        const auto broken = readCredentials(signedFile(
            signer, {pngWith, [](MadeManifest& manifest) { manifest.isSignatureBroken = true; }}));
        QCOMPARE(broken.state, C2paState::Invalid);
        QVERIFY(has(broken.status.failure, "claimSignature.mismatch"));
    }

    void everyContainerIsRead_data() {
        QTest::addColumn<int>("container");
        for (const auto& [name, index] : {std::pair{"png", 0},
                                          {"jpeg", 1},
                                          {"webp", 2},
                                          {"tiff", 3},
                                          {"gif", 4},
                                          {"large", 5},
                                          {"mp3", 6},
                                          {"font", 7}})
            QTest::newRow(name) << index;
    }
    void everyContainerIsRead() {
        QFETCH(int, container);
        const std::vector<Placing> placings = {pngWith, jpegWith, webpWith, tiffWith,
                                               gifWith, jpegWith, mp3With,  fontWith};
        SignedWish wish;
        wish.placing = placings[static_cast<std::size_t>(container)];
        if (container == 5) // several APP11 segments
            wish.change = [](MadeManifest& manifest) {
                manifest.assertions.push_back(
                    cborAssertion("org.test.large", cbor::bytes(Bytes(150'000, 1))));
            };
        const Bytes file = signedFile(TestSigner(), wish);
        const auto record = readCredentials(file);
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        Bytes changed = file;
        const std::size_t outside[] = {file.size() - 20, file.size() - 3, 22, file.size() - 3, 7,
                                       file.size() - 3,  file.size() - 3, 50};
        changed[outside[container]] ^= 1;
        QCOMPARE(readCredentials(changed).state, C2paState::Invalid);
        QVERIFY(has(readCredentials(changed).status.failure, "assertion.dataHash.mismatch"));
    }

    void mediaFilesAreRead() {
        const TestSigner signer;
        Bytes file = signedMedia(signer);
        const auto record = readCredentials(file);
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        QVERIFY(record.notCovered.empty());
        file.back() ^= 1;
        QVERIFY(has(readCredentials(file).status.failure, "assertion.bmffHash.mismatch"));
    }

    void boxesThatAreLeftOutAreNamed() {
        const auto record =
            readCredentials(signedMedia(TestSigner(), box("free", Bytes(40, 'x')), {"free"}));
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        QCOMPARE(record.notCovered.size(), std::size_t{1});
        QCOMPARE(record.notCovered[0].length, std::uint64_t{48});
        QVERIFY(has(record.status.informational, "assertion.bmffHash.additionalExclusionsPresent"));
    }

    void furtherExclusionsAreNamed() {
        SignedWish wish;
        wish.ranges = [](const MadeFile& file) {
            return Ranges{{file.start, file.length}, {file.bytes.size() - 20, 5}};
        };
        const auto record = readCredentials(signedFile(TestSigner(), wish));
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        QVERIFY(has(record.status.informational, "assertion.dataHash.additionalExclusionsPresent"));
        QCOMPARE(record.notCovered.size(), std::size_t{1});
        QCOMPARE(record.notCovered[0].length, std::uint64_t{5});
    }

    void whatTheManifestStatesIsShown() {
        const auto record = readCredentials(signedFile(TestSigner()));
        QCOMPARE(record.manifests.size(), std::size_t{1});
        const C2paManifest& manifest = record.manifests[0];
        QCOMPARE(manifest.label, record.activeManifest);
        QCOMPARE(manifest.claimGenerator, std::string("Test Program"));
        QCOMPARE(manifest.claimVersion, 2);
        QCOMPARE(manifest.title, std::string("picture"));
        QCOMPARE(manifest.actions.size(), std::size_t{1});
        QVERIFY(manifest.actions[0].digitalSourceType.ends_with("trainedAlgorithmicMedia"));
        QCOMPARE(manifest.assertions.size(), std::size_t{2});
        QVERIFY(has(record.status.success, "claimSignature.validated"));
        QVERIFY(has(record.status.success, "assertion.dataHash.match"));
    }

    void onlyAListMakesASignerTrusted() {
        const TestSigner signer;
        const Bytes file = signedFile(signer);
        auto record = readCredentials(file);
        QCOMPARE(record.state, C2paState::Valid);
        QVERIFY(has(record.status.failure, "signingCredential.untrusted"));
        QVERIFY(record.signer->list.empty());
        CredentialRules rules;
        rules.lists.signers = {{"Other", "2026-01-01", TestSigner().issuerPem()},
                               {"Own", "2026-02-02", signer.issuerPem()}};
        record = readCredentials(file, rules);
        QCOMPARE(record.state, C2paState::Trusted);
        QCOMPARE(record.signer->list, std::string("Own"));
        QCOMPARE(record.signer->listDate, std::string("2026-02-02"));
        QVERIFY(record.status.failure.empty());
        rules.lists.signers = {{"Other", "", TestSigner().issuerPem()}, {"Broken", "", "no PEM"}};
        QCOMPARE(readCredentials(file, rules).state, C2paState::Valid);
    }

    void certificatesMustFitTheProfile_data() {
        QTest::addColumn<QString>("usage");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("until");
        QTest::addColumn<QString>("code");
        QTest::newRow("no usage") << "" << -10 << 10 << "signingCredential.invalid";
        QTest::newRow("server") << "serverAuth" << -10 << 10 << "signingCredential.invalid";
        QTest::newRow("any") << "anyExtendedKeyUsage,emailProtection" << -10 << 10
                             << "signingCredential.invalid";
        QTest::newRow("time stamps too")
            << "emailProtection,timeStamping" << -10 << 10 << "signingCredential.invalid";
        QTest::newRow("ended") << "emailProtection" << -20 << -10 << "signingCredential.expired";
        QTest::newRow("not yet") << "emailProtection" << 10 << 20 << "signingCredential.expired";
        QTest::newRow("claims") << "1.3.6.1.4.1.62558.2.1" << -10 << 10 << "";
        QTest::newRow("documents") << "1.3.6.1.5.5.7.3.36" << -10 << 10 << "";
    }
    void certificatesMustFitTheProfile() {
        QFETCH(QString, usage);
        QFETCH(int, from);
        QFETCH(int, until);
        QFETCH(QString, code);
        const TestSigner signer("ES256",
                                {"Name", "Organization", usage.toStdString(), from, until});
        const auto record = readCredentials(signedFile(signer));
        QCOMPARE(record.state, code.isEmpty() ? C2paState::Valid : C2paState::Invalid);
        if (!code.isEmpty())
            QVERIFY2(has(record.status.failure, code.toStdString()), failures(record).c_str());
    }

    void aTimeStampFixesTheTime() {
        const TestSigner authority("PS256", {"Clock", "Clocks", "timeStamping", -2'000, 2'000});
        const Bytes file =
            signedFile(TestSigner(),
                       {pngWith, [&](MadeManifest& manifest) { manifest.stampedBy = &authority; }});
        auto record = readCredentials(file);
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        QVERIFY(record.signedAt.has_value());
        QCOMPARE(record.signedAt->authority, std::string("Clock"));
        QVERIFY(!record.signedAt->isAuthorityListed);
        QVERIFY(has(record.status.informational, "timeStamp.untrusted"));
        // A year later the certificate has ended, and the stamp still shows that it had not.
        CredentialRules later;
        later.now = std::time(nullptr) + 400L * 86'400;
        QCOMPARE(readCredentials(file, later).state, C2paState::Valid);
        later.lists.timeStamps = {{"Clocks", "", authority.issuerPem()}};
        record = readCredentials(file, later);
        QCOMPARE(record.state, C2paState::Valid);
        QVERIFY(record.signedAt->isAuthorityListed);
        QVERIFY(has(record.status.success, "timeStamp.trusted"));
        // With a list that does not hold the authority, the stamp does not count.
        later.lists.timeStamps = {{"Others", "", TestSigner().issuerPem()}};
        record = readCredentials(file, later);
        QCOMPARE(record.state, C2paState::Invalid);
        QVERIFY(has(record.status.failure, "signingCredential.expired"));
    }

    void aTimeStampForSomethingElseDoesNotCount() {
        const TestSigner authority("PS256", {"Clock", "Clocks", "timeStamping", -2'000, 2'000});
        const auto record =
            readCredentials(signedFile(TestSigner(), {pngWith, [&](MadeManifest& manifest) {
                                                          manifest.stampedBy = &authority;
                                                          manifest.isStampWrong = true;
                                                      }}));
        QCOMPARE(record.state, C2paState::Valid);
        QVERIFY(!record.signedAt);
        QVERIFY(has(record.status.informational, "timeStamp.mismatch"));
    }

    void aLaterManifestMayHoldTheTimeStamp_data() {
        QTest::addColumn<bool>("isForAnother");
        QTest::addColumn<bool>("isMalformed");
        QTest::newRow("for this signature") << false << false;
        QTest::newRow("for another") << true << false;
        QTest::newRow("no map") << false << true;
    }
    /// Signed without a stamp, stamped later: the certificate's end does not count.
    void aLaterManifestMayHoldTheTimeStamp() {
        QFETCH(bool, isForAnother);
        QFETCH(bool, isMalformed);
        const TestSigner authority("PS256", {"Clock", "Clocks", "timeStamping", -2'000, 2'000});
        const TestSigner ended("ES256", {"Early", "Tests", "emailProtection", -10, 5});
        MadeManifest parent;
        parent.label = "urn:c2pa:parent";
        parent.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}})};
        Bytes signature;
        parent.signature = &signature;
        const Bytes parentBox = made(parent, ended);
        if (isForAnother)
            signature.push_back(0);
        SignedWish wish;
        wish.otherManifests = {parentBox};
        wish.change = [&](MadeManifest& manifest) {
            manifest.assertions.push_back(
                ingredient("c2pa.ingredient.v3", "urn:c2pa:parent", parentBox));
            const Bytes token = cbor::bytes(authority.timeStamp(signature));
            manifest.assertions.push_back(cborAssertion(
                "c2pa.time-stamp",
                isMalformed ? cbor::array({token}) : cbor::map({{"urn:c2pa:parent", token}})));
        };
        CredentialRules later;
        later.now = std::time(nullptr) + 20L * 86'400;
        const auto record = readCredentials(signedFile(TestSigner(), wish), later);
        QCOMPARE(record.state, isForAnother || isMalformed ? C2paState::Invalid : C2paState::Valid);
        QCOMPARE(has(record.status.failure, "signingCredential.expired"),
                 isForAnother || isMalformed);
        QCOMPARE(has(record.status.failure, "assertion.timestamp.malformed"), isMalformed);
        const C2paManifest* stamped = manifestOf(record, "urn:c2pa:parent");
        QVERIFY(stamped != nullptr);
        QCOMPARE(stamped->signedAt.has_value(), !isForAnother && !isMalformed);
    }

    void aLaterManifestMayHoldARevocation() {
        const TestSigner revoked;
        MadeManifest parent;
        parent.label = "urn:c2pa:parent";
        parent.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}})};
        const Bytes parentBox = made(parent, revoked);
        SignedWish wish;
        wish.otherManifests = {parentBox};
        wish.change = [&](MadeManifest& manifest) {
            manifest.assertions.push_back(
                ingredient("c2pa.ingredient.v3", "urn:c2pa:parent", parentBox));
            manifest.assertions.push_back(cborAssertion(
                "c2pa.certificate-status",
                cbor::map({{"ocspVals", cbor::array({cbor::bytes(revoked.revokedAnswer())})}})));
        };
        const auto record = readCredentials(signedFile(TestSigner(), wish));
        QCOMPARE(record.state, C2paState::Invalid);
        QVERIFY2(has(record.status.failure, "signingCredential.ocsp.revoked"),
                 failures(record).c_str());
        // The answer is about the parent's certificate: nothing is said about the other one.
        QVERIFY(!has(record.status.informational, "signingCredential.ocsp.skipped"));
    }

    void ingredientsAreATree() {
        const TestSigner signer;
        MadeManifest parent;
        parent.label = "urn:c2pa:parent";
        parent.title = "parent";
        parent.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}})};
        const Bytes parentBox = made(parent, signer);
        SignedWish wish;
        wish.otherManifests = {parentBox};
        wish.change = [&](MadeManifest& manifest) {
            manifest.assertions.push_back(
                ingredient("c2pa.ingredient.v3", "urn:c2pa:parent", parentBox));
        };
        const auto record = readCredentials(signedFile(signer, wish));
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        QCOMPARE(record.manifests.size(), std::size_t{2});
        const C2paManifest* active = manifestOf(record, record.activeManifest);
        QCOMPARE(active->ingredients.size(), std::size_t{1});
        QCOMPARE(active->ingredients[0].manifest, std::string("urn:c2pa:parent"));
        QCOMPARE(active->ingredients[0].relationship, std::string("parentOf"));
        QVERIFY(has(record.status.success, "ingredient.manifest.validated"));
    }

    void aSidecarCountsWhenTheFileHasNoStore() {
        const TestSigner signer;
        MadeManifest manifest;
        const Bytes picture = pngWith({}).bytes;
        manifest.assertions = {createdAction(), dataHash(sha256Of(picture), {})};
        CredentialRules rules;
        rules.sidecar = store({made(manifest, signer)});
        const auto record = readCredentials(picture, rules);
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        // Without the picture they are there, and nothing says that its bytes are the signed ones.
        const auto alone = readCredentials(*rules.sidecar);
        QVERIFY(alone.present);
        QCOMPARE(alone.state, C2paState::Invalid);
        QVERIFY(has(alone.status.failure, "org.clueglass.assetMissing"));
        QVERIFY(has(alone.status.success, "claimSignature.validated"));
        rules.sidecar = Bytes{1, 2, 3};
        QCOMPARE(readCredentials(picture, rules).state, C2paState::Invalid);
    }

    void anUpdateInheritsItsParentsHash() {
        const TestSigner signer;
        MadeFile file;
        for (int round = 0; round < 2; ++round) {
            // The parent was signed when its store stood alone.
            MadeManifest parent;
            parent.label = "urn:c2pa:parent";
            const MadeFile before = pngWith(store({[&] {
                parent.assertions = {createdAction(), dataHash(Bytes(32, 0), {{33, 1}})};
                return made(parent, signer);
            }()}));
            parent.assertions = {createdAction(), dataHash(sha256Of(pngWith({}).bytes),
                                                           {{before.start, before.length}})};
            const Bytes parentBox = made(parent, signer);
            MadeManifest update;
            update.label = "urn:c2pa:update";
            update.type = "c2um";
            update.assertions = {ingredient("c2pa.ingredient.v3", "urn:c2pa:parent", parentBox)};
            file = pngWith(store({parentBox, made(update, signer)}));
        }
        auto record = readCredentials(file.bytes);
        QVERIFY2(record.state == C2paState::Valid, failures(record).c_str());
        QCOMPARE(record.manifests[1].kind, std::string("update"));
        file.bytes[file.bytes.size() - 20] ^= 1;
        QVERIFY(has(readCredentials(file.bytes).status.failure, "assertion.dataHash.mismatch"));
    }

    void partsOfAFileAreCompared_data() {
        QTest::addColumn<quint64>("length");
        QTest::addColumn<bool>("isChanged");
        QTest::addColumn<QString>("code");
        QTest::newRow("good") << quint64{20} << false << QString();
        QTest::newRow("changed") << quint64{20} << true << "assertion.multiAssetHash.mismatch";
        QTest::newRow("missing") << quint64{1'000'000} << false
                                 << "assertion.multiAssetHash.missingPart";
    }
    void partsOfAFileAreCompared() {
        QFETCH(quint64, length);
        QFETCH(bool, isChanged);
        QFETCH(QString, code);
        // The first 20 bytes of the PNG, before the store.
        Bytes part = pngWith({}).bytes;
        part.resize(20);
        if (isChanged)
            part[19] ^= 1;
        const auto record = readCredentials(signedFile(
            TestSigner(),
            {pngWith, [&](MadeManifest& manifest) {
                 using namespace tests::cbor;
                 const auto hash =
                     cborAssertion("c2pa.hash.data.part",
                                   map({{"alg", text("sha256")}, {"hash", bytes(sha256Of(part))}}));
                 manifest.assertions.push_back(hash);
                 manifest.assertions.push_back(cborAssertion(
                     "c2pa.hash.multi-asset",
                     map({{"parts",
                           array({map({{"location", map({{"byteOffset", number(0)},
                                                         {"length", number(length)}})},
                                       {"hashAssertion",
                                        reference("self#jumbf=c2pa.assertions/c2pa.hash.data.part",
                                                  hash.box)}})})}})));
             }}));
        QCOMPARE(record.state, code.isEmpty() ? C2paState::Valid : C2paState::Invalid);
        QVERIFY2(has(code.isEmpty() ? record.status.success : record.status.failure,
                     code.isEmpty() ? "assertion.multiAssetHash.match" : code.toStdString()),
                 failures(record).c_str());
    }

    void withoutCredentialsThereIsNothing() {
        for (const Bytes& file :
             {pngWith({}).bytes, jpegWith({}).bytes, Bytes{}, Bytes(1'000, 0)}) {
            const auto record = readCredentials(file);
            QCOMPARE(record.state, C2paState::None);
            QVERIFY(!record.present);
        }
    }
};

QTEST_APPLESS_MAIN(CredentialsTest)
#include "credentials_test.moc"
