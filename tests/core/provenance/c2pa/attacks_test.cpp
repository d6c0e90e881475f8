// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/credentials.h"

#include "tests/core/provenance/c2pa/credential_maker.h"

#include <brotli/encode.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>

using namespace core::examination;
using core::provenance::c2pa::readCredentials;
using namespace tests;
using tests::cbor::operator+=;

namespace {

/// A number of /proc/self/status; 0 on a system without it.
long memoryKib(const QByteArray& name) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(name))
            return line.mid(name.size()).chopped(2).trimmed().toLong();
    return 0;
}

/// Lets the kernel's highest mark of this process's memory start anew.
bool forgetPeak() {
    QFile marks(QStringLiteral("/proc/self/clear_refs"));
    return marks.open(QIODevice::WriteOnly) && marks.write("5") == 1;
}

bool has(const std::vector<C2paStatus>& list, std::string_view code) {
    return std::ranges::any_of(list, [code](const C2paStatus& one) { return one.code == code; });
}

std::string told(const C2paRecord& record) {
    std::string codes = record.problem;
    for (const C2paStatus& status : record.status.failure)
        codes += " " + status.code;
    return codes;
}

SignedWish changing(std::function<void(MadeManifest&)> change, Placing placing = pngWith) {
    SignedWish wish;
    wish.placing = std::move(placing);
    wish.change = std::move(change);
    return wish;
}

Bytes pngOf(const std::vector<Bytes>& manifests) {
    return pngWith(store(manifests)).bytes;
}

Bytes nested(int levels) {
    Bytes inner = superbox("c2as", "x", {});
    for (int i = 0; i < levels; ++i)
        inner = superbox("c2as", "x", {inner});
    return inner;
}

Bytes ascii(std::string_view text) {
    return {text.begin(), text.end()};
}

void overwrite(Bytes& bytes, std::string_view what, std::string_view by) {
    const auto found = std::search(bytes.begin(), bytes.end(), what.begin(), what.end());
    Q_ASSERT(found != bytes.end() && what.size() == by.size());
    std::copy(by.begin(), by.end(), found);
}

struct Attack {
    Bytes file;
    std::string code; ///< a failure that must be told; empty: only the state counts
    C2paState state = C2paState::Invalid;
};

using Maker = std::function<Attack(const TestSigner&)>;

// ---- attacks on the hash of the bytes --------------------------------------------------------

Attack exclusionOf(const TestSigner& signer, std::function<Ranges(const MadeFile&)> ranges) {
    SignedWish wish;
    wish.ranges = std::move(ranges);
    return {signedFile(signer, wish), "assertion.dataHash.mismatch"};
}

void addToLength(Bytes& bytes, std::size_t at, int change) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length = length << 8U | bytes[at + i];
    length += static_cast<std::uint32_t>(change);
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<std::uint8_t>(length >> (24 - 8 * i));
}

std::size_t placeOf(const Bytes& bytes, std::string_view what) {
    return static_cast<std::size_t>(
        std::search(bytes.begin(), bytes.end(), what.begin(), what.end()) - bytes.begin());
}

/// Half of the unsigned padding is cut off; foreign bytes take its place behind the store.
Attack shrunkStore(const TestSigner& signer) {
    constexpr int kCut = 100;
    Bytes file = signedFile(
        signer, changing([](MadeManifest& manifest) { manifest.padding = Bytes(200, 0x55); }));
    const std::size_t padding = placeOf(file, std::string(200, 0x55));
    const std::size_t chunkEnd = 33 + 8 + (std::size_t{file[35]} << 8U | file[36]);
    const std::size_t label = placeOf(file, std::string_view("c2pa.signature\0", 15));
    const std::size_t content = label + 15; // the CBOR box of the signature
    addToLength(file, padding - 4, -kCut);
    for (const std::size_t box :
         {content, label - 17 - 16,
          placeOf(file, std::string_view("urn:c2pa:test\0", 14)) - 17 - 16, std::size_t{41}})
        addToLength(file, box, -kCut);
    file.insert(file.begin() + static_cast<long>(chunkEnd), kCut, 'x');
    file.erase(file.begin() + static_cast<long>(padding),
               file.begin() + static_cast<long>(padding) + kCut);
    return {file, "assertion.dataHash.mismatch"};
}

Attack gapBetweenSegments(const TestSigner& signer) {
    Bytes file = signedFile(signer, changing(
                                        [](MadeManifest& manifest) {
                                            manifest.assertions.push_back(cborAssertion(
                                                "org.test.large", cbor::bytes(Bytes(80'000, 1))));
                                        },
                                        jpegWith));
    const std::size_t second = 2 + 4 + 10 + 60'000 - 2;
    const Bytes comment = {0xFF, 0xFE, 0x00, 0x06, 1, 2, 3, 4};
    file.insert(file.begin() + static_cast<long>(second), comment.begin(), comment.end());
    return {file, "assertion.dataHash.mismatch"};
}

Attack tiffCountTooLarge(const TestSigner& signer) {
    Bytes file = signedFile(signer, changing({}, tiffWith));
    // Some bytes of the picture as well.
    const int count = (file[14] | file[15] << 8) + 9;
    file[14] = static_cast<std::uint8_t>(count);
    file[15] = static_cast<std::uint8_t>(count >> 8);
    return {file, "assertion.dataHash.mismatch"};
}

// ---- attacks on the signature ----------------------------------------------------------------

Attack attachedPayload(const TestSigner& signer) {
    return {signedFile(signer,
                       changing([](MadeManifest& manifest) { manifest.payload = Bytes{0xA0}; })),
            "claimSignature.mismatch"};
}

Attack signatureOfAnotherFile(const TestSigner& signer) {
    const Bytes donor = signedFile(signer);
    const MadeFile own = pngWith({});
    Bytes file = own.bytes;
    file[40] ^= 1;
    const auto chunk = donor.begin() + static_cast<long>(own.start);
    const auto length = static_cast<long>(donor.size() - own.bytes.size());
    file.insert(file.begin() + static_cast<long>(own.start), chunk, chunk + length);
    file[20] ^= 1;
    return {file, "assertion.dataHash.mismatch"};
}

Attack answerForAnotherCertificate(const TestSigner& signer) {
    const TestSigner other;
    const std::vector<Bytes> answers = {other.goodRevocationAnswer(), other.revokedAnswer(),
                                        Bytes(50, 3)};
    return {signedFile(signer, changing([&](MadeManifest& manifest) {
                           manifest.revocationAnswers = answers;
                       })),
            {},
            C2paState::Valid};
}

Attack revokedCertificate(const TestSigner& signer) {
    const Bytes answer = signer.revokedAnswer();
    return {signedFile(signer, changing([&](MadeManifest& manifest) {
                           manifest.revocationAnswers = {answer};
                       })),
            "signingCredential.ocsp.revoked"};
}

Attack noCertificates(const TestSigner& signer) {
    return {signedFile(signer,
                       changing([](MadeManifest& manifest) { manifest.hasCertificates = false; })),
            "signingCredential.invalid"};
}

// ---- attacks on claims and assertions --------------------------------------------------------

Attack withAssertion(const TestSigner& signer, MadeAssertion assertion, std::string code) {
    return {signedFile(signer, changing([&](MadeManifest& manifest) {
                           manifest.assertions.push_back(assertion);
                       })),
            std::move(code)};
}

Attack withReference(const TestSigner& signer, const std::string& url) {
    return {signedFile(signer, changing([&](MadeManifest& manifest) {
                           manifest.furtherReferences = {reference(url, Bytes(40, 0))};
                       })),
            "assertion.outsideManifest"};
}

Attack undeclared(const TestSigner& signer) {
    auto assertion = cborAssertion("org.test.extra", cbor::text("x"));
    assertion.isDeclared = false;
    return withAssertion(signer, assertion, "assertion.undeclared");
}

Attack manyAssertions(const TestSigner& signer) {
    return {signedFile(signer, changing([](MadeManifest& manifest) {
                           for (int i = 0; i < 5'500; ++i)
                               manifest.assertions.push_back(cborAssertion(
                                   "org.test.a__" + std::to_string(i), cbor::text("x")));
                       })),
            {}};
}

Attack forgedRedaction(const TestSigner& signer, const std::string& redactedLabel,
                       const std::string& code) {
    MadeManifest parent;
    parent.label = "urn:c2pa:parent";
    parent.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}}),
                         cborAssertion("org.test.note", cbor::text("signed"))};
    const Bytes signedBox = made(parent, signer);
    Bytes forged = signedBox;
    overwrite(forged, "signed", "forged");
    SignedWish wish;
    wish.otherManifests = {forged};
    wish.change = [&](MadeManifest& manifest) {
        manifest.assertions.push_back(
            ingredient("c2pa.ingredient.v3", "urn:c2pa:parent", signedBox));
        manifest.redacted = {"self#jumbf=/c2pa/urn:c2pa:parent/c2pa.assertions/" + redactedLabel};
    };
    return {signedFile(signer, wish), code};
}

Attack selfRedaction(const TestSigner& signer) {
    return {signedFile(signer, changing([](MadeManifest& manifest) {
                           manifest.redacted = {"self#jumbf=c2pa.assertions/c2pa.actions.v2"};
                       })),
            "assertion.selfRedacted"};
}

// ---- attacks on ingredients ------------------------------------------------------------------

Attack changedIngredient(const TestSigner& signer, const std::string& relationship) {
    MadeManifest parent;
    parent.label = "urn:c2pa:parent";
    parent.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}})};
    const Bytes signedBox = made(parent, signer);
    parent.title = "another";
    SignedWish wish;
    wish.otherManifests = {made(parent, signer)};
    wish.change = [&](MadeManifest& manifest) {
        manifest.assertions.push_back(
            ingredient("c2pa.ingredient.v3", "urn:c2pa:parent", signedBox, relationship));
    };
    return {signedFile(signer, wish), "ingredient.manifest.mismatch"};
}

/// Each manifest names the next and the one after: paths grow exponentially, and the last leads
/// back to the first.
Attack ingredientWeb(const TestSigner& signer, int count) {
    std::vector<Bytes> manifests;
    for (int i = 0; i < count; ++i) {
        MadeManifest manifest;
        manifest.label = "urn:c2pa:" + std::to_string(i);
        manifest.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}})};
        for (int step : {1, 2})
            manifest.assertions.push_back(ingredient(
                "c2pa.ingredient.v3__" + std::to_string(step),
                "urn:c2pa:" + std::to_string((i + step) % count), Bytes(40, 0), "componentOf"));
        manifests.push_back(made(manifest, signer));
    }
    return {pngOf(manifests), {}};
}

Attack twoOfOneLabel(const TestSigner& signer) {
    MadeManifest other;
    other.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}})};
    SignedWish wish;
    wish.otherManifests = {made(other, signer)};
    return {signedFile(signer, wish), {}};
}

Attack twoActiveStores(const TestSigner& signer) {
    const Bytes file = signedFile(signer);
    const MadeFile empty = pngWith({});
    const auto begin = file.begin() + static_cast<long>(empty.start);
    const auto length = static_cast<long>(file.size() - empty.bytes.size());
    Bytes doubled = file;
    doubled.insert(doubled.begin() + static_cast<long>(empty.start), begin, begin + length);
    return {doubled, "general.error"};
}

// ---- bombs and broken structures -------------------------------------------------------------

Bytes compressed(const Bytes& content) {
    std::size_t size = BrotliEncoderMaxCompressedSize(content.size()) + 1'000;
    Bytes packed(size);
    BrotliEncoderCompress(5, 22, BROTLI_MODE_GENERIC, content.size(), content.data(), &size,
                          packed.data());
    packed.resize(size);
    return packed;
}

Attack brotliBomb(const TestSigner&) {
    const Bytes bomb = compressed(Bytes(std::size_t{100} << 20, 0));
    return {pngOf({superbox("c2cm", "urn:c2pa:bomb", {box("brob", bomb)})}), "general.error"};
}

Attack compressedManifest(const TestSigner& signer) {
    // One that is fine: what is refused above is the size.
    SignedWish wish;
    wish.placing = [](const Bytes& plain) {
        const Bytes manifest(plain.begin() + 38, plain.end());
        Bytes packed = ascii("jumb");
        const Bytes stream = compressed(manifest);
        packed.insert(packed.end(), stream.begin(), stream.end());
        packed.resize(4'000, 0); // its length must not depend on the hash
        return pngWith(store({superbox("c2cm", "urn:c2pa:test", {box("brob", packed)})}));
    };
    return {signedFile(signer, wish), {}, C2paState::Valid};
}

Attack boxWithLength(std::uint32_t length) {
    Bytes bytes = store({superbox("c2ma", "urn:c2pa:x", {})});
    const std::size_t at = 38; // of the manifest's box
    for (int i = 0; i < 4; ++i)
        bytes[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(length >> (24 - 8 * i));
    return {pngWith(bytes).bytes, "general.error"};
}

Attack shortDescription() {
    Bytes description = ascii("c2ma");
    description.resize(17, 0);
    return {pngOf({box("jumb", box("jumd", description))}), "general.error"};
}

Attack brokenText(std::string_view content) {
    // iTXt that claims to be longer than the file, before the store.
    MadeFile file = pngWith({});
    Bytes chunk = {0x7F, 0xFF, 0xFF, 0xFF};
    for (const char c : std::string("iTXt") + std::string(content))
        chunk.push_back(static_cast<std::uint8_t>(c));
    file.bytes.insert(file.bytes.begin() + 33, chunk.begin(), chunk.end());
    return {file.bytes, {}, C2paState::None};
}

Attack endlessTiff() {
    Bytes file = tiffWith({}).bytes;
    file[22] = 8; // the next directory is this one
    return {file, {}, C2paState::Invalid};
}

Attack deepMedia() {
    Bytes inner;
    for (int i = 0; i < 3'000; ++i)
        inner = box("moov", inner);
    return {cbor::joined({box("ftyp", ascii("heic0000")), inner}), {}, C2paState::None};
}

} // namespace

/// What others met in public, as files made here. Each must be told, fast and in little memory.
class AttacksTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyAttackIsTold_data();
    void everyAttackIsTold();

  private:
    std::map<QString, Maker> m_makers;
};

void AttacksTest::everyAttackIsTold_data() {
    QTest::addColumn<QString>("name");
    const auto add = [this](const char* name, Maker maker) {
        m_makers[name] = std::move(maker);
        QTest::newRow(name) << QString(name);
    };
    add("exclusion to the file's start", [](const TestSigner& s) {
        return exclusionOf(s, [](const MadeFile& f) { return Ranges{{0, f.start + f.length}}; });
    });
    add("exclusion beyond the store", [](const TestSigner& s) {
        return exclusionOf(s, [](const MadeFile& f) { return Ranges{{f.start, f.length + 20}}; });
    });
    add("exclusion of eight bytes before", [](const TestSigner& s) {
        return exclusionOf(s, [](const MadeFile& f) {
            return Ranges{{f.start - 8, f.length + 8}};
        });
    });
    add("exclusion of nothing", [](const TestSigner& s) {
        return exclusionOf(s, [](const MadeFile&) { return Ranges{{0, 0}}; });
    });
    add("exclusion past the end", [](const TestSigner& s) {
        return exclusionOf(s, [](const MadeFile& f) {
            return Ranges{{f.start, f.length}, {f.bytes.size(), 1'000}};
        });
    });
    add("exclusion that overflows", [](const TestSigner& s) {
        Attack attack = exclusionOf(s, [](const MadeFile& f) {
            return Ranges{{f.start, f.length}, {0xFFFFFFFFFFFFFFF0, 0xFFFFFFFFFFFFFFFF}};
        });
        attack.code = "assertion.dataHash.malformed";
        return attack;
    });
    add("exclusions that overlap", [](const TestSigner& s) {
        Attack attack = exclusionOf(s, [](const MadeFile& f) {
            return Ranges{{f.start, f.length}, {f.start + 4, 4}};
        });
        attack.code = "assertion.dataHash.malformed";
        return attack;
    });
    add("foreign bytes behind a shrunk store", shrunkStore);
    add("segment between segments", gapBetweenSegments);
    add("tag longer than the store", tiffCountTooLarge);
    add("attached payload", attachedPayload);
    add("signature over another file", signatureOfAnotherFile);
    add("revocation answer for another certificate", answerForAnotherCertificate);
    add("revoked certificate", revokedCertificate);
    add("no certificates", noCertificates);
    add("undeclared assertion", undeclared);
    add("second hash of the file", [](const TestSigner& s) {
        auto second = dataHash(Bytes(32, 1), {});
        second.label = "c2pa.hash.data__1";
        second.box = superbox("cbor", second.label, {box("cbor", cbor::map({}))});
        return withAssertion(s, second, "assertion.multipleHardBindings");
    });
    add("20,000 nested arrays", [](const TestSigner& s) {
        return withAssertion(s, cborAssertion("org.test.deep", Bytes(20'000, 0x81)),
                             "assertion.cbor.invalid");
    });
    add("byte string of 2^60", [](const TestSigner& s) {
        return withAssertion(s,
                             cborAssertion("org.test.huge", {0x5B, 0x10, 0, 0, 0, 0, 0, 0, 0, 1}),
                             "assertion.cbor.invalid");
    });
    add("array of 2^60", [](const TestSigner& s) {
        return withAssertion(s,
                             cborAssertion("org.test.huge", {0x9B, 0x10, 0, 0, 0, 0, 0, 0, 0, 1}),
                             "assertion.cbor.invalid");
    });
    add("boxes hash without names", [](const TestSigner& s) {
        Attack attack = {
            signedFile(
                s, changing([](MadeManifest& manifest) {
                    manifest.assertions[1] = cborAssertion(
                        "c2pa.hash.boxes",
                        cbor::map(
                            {{"alg", cbor::text("sha256")},
                             {"boxes", cbor::array({cbor::map({{"names", cbor::array({})},
                                                               {"hash", cbor::bytes({1})}})})}}));
                })),
            "assertion.boxesHash.malformed"};
        return attack;
    });
    add("5,500 assertions", manyAssertions);
    for (const char* url :
         {"https://example.invalid/x", "self#jumbf=/c2pa/urn:c2pa:other/c2pa.assertions/x",
          "file:///etc/passwd", "self#jumbf=/c2pa/../../x"})
        add(url, [url](const TestSigner& s) { return withReference(s, url); });
    add("redacted assertion with content", [](const TestSigner& s) {
        return forgedRedaction(s, "org.test.note", "assertion.notRedacted");
    });
    add("redaction of a longer name", [](const TestSigner& s) {
        return forgedRedaction(s, "org.test", "assertion.hashedURI.mismatch");
    });
    add("redacted actions", [](const TestSigner& s) {
        return forgedRedaction(s, "c2pa.actions.v2", "assertion.action.redacted");
    });
    add("redacted hash", [](const TestSigner& s) {
        return forgedRedaction(s, "c2pa.hash.data", "assertion.dataHash.redacted");
    });
    add("redaction of its own", selfRedaction);
    for (const char* relationship : {"parentOf", "componentOf", "inputTo"})
        add(relationship,
            [relationship](const TestSigner& s) { return changedIngredient(s, relationship); });
    add("ingredients in a circle", [](const TestSigner& s) { return ingredientWeb(s, 3); });
    add("a web of 200 ingredients", [](const TestSigner& s) { return ingredientWeb(s, 200); });
    add("one large assertion named 5,000 times", [](const TestSigner& s) {
        const auto large = cborAssertion("org.test.large", cbor::bytes(Bytes(4u << 20, 1)));
        const Bytes once = reference("self#jumbf=c2pa.assertions/org.test.large", large.box);
        MadeManifest manifest;
        manifest.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}}), large};
        manifest.furtherReferences = std::vector<Bytes>(4'900, once);
        return Attack{pngOf({made(manifest, s)}), "assertion.dataHash.mismatch"};
    });
    add("30 million values", [](const TestSigner& s) {
        MadeManifest manifest;
        manifest.assertions = {createdAction(), dataHash(Bytes(32, 0), {{1, 2}})};
        const Bytes many = cbor::array(std::vector<Bytes>(150'000, cbor::null()));
        for (int i = 0; i < 200; ++i)
            manifest.assertions.push_back(
                cborAssertion("org.test.many__" + std::to_string(i), many));
        return Attack{pngOf({made(manifest, s)}), "assertion.cbor.invalid"};
    });
    add("20,000 exclusions of boxes", [](const TestSigner& s) {
        using namespace tests::cbor;
        MadeManifest manifest;
        manifest.assertions = {
            createdAction(),
            cborAssertion("c2pa.hash.bmff.v2",
                          map({{"exclusions",
                                array(std::vector<Bytes>(20'000, map({{"xpath", text("/free")}})))},
                               {"alg", text("sha256")},
                               {"hash", bytes(Bytes(32, 0))}}))};
        Bytes boxes;
        for (int i = 0; i < 15'000; ++i)
            boxes += box("free", {});
        return Attack{mediaWith(store({made(manifest, s)}), "manifest", boxes),
                      "assertion.bmffHash.malformed"};
    });
    add("two manifests of one label", twoOfOneLabel);
    add("two stores", twoActiveStores);
    add("Brotli bomb", brotliBomb);
    add("compressed manifest that is fine", compressedManifest);
    add("7,500 nested boxes", [](const TestSigner&) { return Attack{pngOf({nested(7'500)}), {}}; });
    for (const std::uint32_t length : {0U, 4U, 7U, 0x7FFFFFFFU, 0xFFFFFFFFU})
        add(qPrintable("box of length " + QString::number(length)),
            [length](const TestSigner&) { return boxWithLength(length); });
    add("short description", [](const TestSigner&) { return shortDescription(); });
    add("store without manifest", [](const TestSigner&) { return Attack{pngOf({}), {}}; });
    add("iTXt longer than the file", [](const TestSigner&) { return brokenText("XML:com"); });
    add("tag directory that leads to itself", [](const TestSigner&) { return endlessTiff(); });
    add("uuid box of another purpose", [](const TestSigner&) {
        return Attack{mediaWith(store({superbox("c2ma", "x", {})}), "merkle"), "general.error"};
    });
    add("uuid box whose purpose has no end", [](const TestSigner&) {
        Bytes file = mediaWith({}, std::string(8, 'm'));
        file.resize(16 + 8 + 16 + 4 + 8);
        file[19] = 36;
        return Attack{file, "general.error"};
    });
    add("deep media boxes", [](const TestSigner&) { return deepMedia(); });
    add("RIFF chunk longer than the file", [](const TestSigner&) {
        return Attack{
            cbor::joined(
                {ascii("RIFF"), {9, 0, 0, 0}, ascii("WEBPC2PA"), {0xFF, 0xFF, 0xFF, 0xFF}, {1}}),
            "general.error"};
    });
}

void AttacksTest::everyAttackIsTold() {
    QFETCH(QString, name);
    static const TestSigner signer;
    const Attack attack = m_makers.at(name)(signer);
    const long before = forgetPeak() ? memoryKib("VmRSS:") : 0;
    QElapsedTimer timer;
    timer.start();
    const auto record = readCredentials(attack.file);
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed()) + " ms"));
    const long rise = memoryKib("VmHWM:") - before;
    if (before > 0)
        QVERIFY2(rise < 256L << 10, qPrintable(QString::number(rise) + " KiB"));
    QVERIFY2(record.state == attack.state, told(record).c_str());
    QCOMPARE(record.present, attack.state != C2paState::None);
    if (!attack.code.empty())
        QVERIFY2(has(record.status.failure, attack.code), told(record).c_str());
}

QTEST_APPLESS_MAIN(AttacksTest)
#include "attacks_test.moc"
